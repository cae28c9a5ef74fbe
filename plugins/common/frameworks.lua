-- Frameworks that a plan is linked to: UNSDCF, country programme, national strategies.
-- Words used: framework_name, framework_parts, frame_indicator, dated.

local r = require "rapporteur"
local results = require "common.framework"
local tables = require "common.tables"

local frameworks = {}

-- The plan's links to frameworks, in their order: { { id, title, parts = { { id, code, title } … } } … }.
function frameworks.linked(plan)
  local linked, found, by_id = {}, {}, {}
  for _, link in ipairs(plan.tables.links) do
    linked[link.to] = true
  end
  for _, row in ipairs(plan.tables.frameworks) do
    local entry = { id = row.id, code = row.code, title = row.title, parts = {} }
    by_id[row.id] = entry
    local parent = not r.is_missing(row.parent) and by_id[row.parent]
    if linked[row.id] and parent then
      table.insert(parent.parts, entry)
    end
    if not parent then
      found[#found + 1] = entry
    end
  end
  local used = {}
  for _, entry in ipairs(found) do
    if linked[entry.id] or #entry.parts > 0 then
      used[#used + 1] = entry
    end
  end
  return used
end

-- Those of a list that `ids`, parted by spaces, names; in the order of the ids.
function frameworks.named(list, ids)
  local found = {}
  for id in ids:gmatch("%S+") do
    for _, entry in ipairs(list) do
      if entry.id == id then
        found[#found + 1] = entry
      end
    end
  end
  return found
end

-- "1.1, 1.2": the codes of the parts.
function frameworks.codes(entry)
  local codes = {}
  for i, part in ipairs(entry.parts) do
    codes[i] = part.code
  end
  return table.concat(codes, ", ")
end

-- Framework and parts, a row each.
function frameworks.table(list)
  local rows = {}
  for i, entry in ipairs(list) do
    local parts = {}
    for j, part in ipairs(entry.parts) do
      parts[j] = part.title
    end
    rows[i] = { cells = { framework = entry.title, parts = #parts > 0 and parts or "" } }
  end
  return tables.of({
    { id = "framework", label = r.t("framework_name"), weight = 3 },
    { id = "parts", label = r.t("framework_parts"), weight = 2 },
  }, rows)
end

-- Appends rows that recall frameworks at the head of a table: each a band, the parts that it is linked to, and their
-- indicators as lines of text.
function frameworks.add_rows(rows, plan, list)
  for _, framework in ipairs(list) do
    rows[#rows + 1] = { kind = "band2", label = framework.title }
    for _, part in ipairs(framework.parts) do
      rows[#rows + 1] = { kind = "frame", label = part.title }
      for _, indicator in ipairs(plan.indicators) do
        if indicator.row.node == part.id then
          local measure = results.baseline_of(indicator)
          local base = measure and measure.value or r.missing()
          if measure and r.is_missing(base) and not r.is_missing(measure.note) then
            base = measure.note
          elseif measure and not r.is_missing(measure.date) then
            base = r.t("dated", { value = base, date = measure.date })
          end
          rows[#rows + 1] = {
            kind = "frame2",
            label = r.t("frame_indicator", {
              code = indicator.code, title = indicator.title, baseline = base, target = indicator.target,
            }),
          }
        end
      end
    end
  end
end

return frameworks
