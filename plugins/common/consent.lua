-- What people said and how they are shown: only what they agreed to, and nobody under age by name,
-- age or place. What is held back is told among the messages of the run.

local r = require "rapporteur"

local consent = {}

local function refuse(kind, id, why)
  print(r.t("consent." .. why, { kind = r.t("consent." .. kind), id = id }))
end

-- Words of people (stories, quotes): { { title, text, by } … }. Who is under age is named by a phrase.
function consent.words(rows, kind, has_title)
  local found = {}
  for _, row in ipairs(rows) do
    if row.consent ~= true then
      refuse(kind, row.id, row.consent == false and "refused" or "unknown")
    else
      local by = row.role
      if row.is_minor == true then
        by = r.t("consent.minor")
      elseif not r.is_missing(row.place) then
        by = r.is_missing(by) and row.place or by .. ", " .. row.place
      end
      found[#found + 1] = { title = has_title and row.title or "", text = row.text, by = by }
    end
  end
  return found
end

-- Pictures as { image, caption, credit }; those of people under age are never shown.
function consent.pictures(rows)
  local found = {}
  for _, row in ipairs(rows) do
    if row.consent ~= true then
      refuse("photo", row.file, row.consent == false and "refused" or "unknown")
    elseif row.is_minor == true then
      refuse("photo", row.file, "minor_shown")
    else
      found[#found + 1] = { image = r.image(row.file, row.alt), caption = row.caption, credit = row.credit }
    end
  end
  return found
end

return consent
