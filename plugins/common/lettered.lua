-- Chapters whose narrative has a section for each part that a form asks for; rows under their group.

local r = require "rapporteur"

local lettered = {}

-- The parts of a chapter, lettered: sections of its text and what the plan adds to each, matched by
-- their order. `extras`: { { title = where the text has no such section, … } … }; all have the same
-- fields. Returns what stands before the first heading, and the list.
function lettered.parts(text, extras, none)
  local intro, sections = r.sections(text)
  local parts = {}
  for i = 1, math.max(#sections, #extras) do
    local section, part = sections[i], { text = r.missing() }
    for field, value in pairs(extras[i] or none) do
      part[field] = value
    end
    part.title = string.char(96 + i) .. ". " .. (section and section.title or part.title)
    part.text = section and section.text or part.text
    parts[i] = part
  end
  return intro, parts
end

-- The texts of rows under their group, in the order of the groups: { { title, rows = { { text } … } } … }.
function lettered.groups(rows)
  local groups, at = {}, {}
  for _, row in ipairs(rows) do
    local name = tostring(row.group)
    if not at[name] then
      at[name] = { title = row.group, rows = {} }
      groups[#groups + 1] = at[name]
    end
    table.insert(at[name].rows, { text = row.text })
  end
  return groups
end

return lettered
