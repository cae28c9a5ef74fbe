-- The list of acronyms, derived from use: those of the tables acronyms and organisations that one of
-- the printed texts holds as a word, in alphabetical order: { { short, meaning } … }.

local r = require "rapporteur"
local names = require "common.names"

local acronyms = {}

-- What tables print of a plan, added to `printed`: titles, alignment, names, strategies, opportunities.
function acronyms.texts(plan, index, printed)
  for _, node in ipairs(plan.nodes) do
    printed[#printed + 1] = node.title
    printed[#printed + 1] = node.row.alignment
    local used = names.names(index, { node.row }, { "lead", "responsible", "partners" })
    table.move(used, 1, #used, #printed + 1, printed)
  end
  for _, rows in ipairs({ plan.indicators, plan.tables.strategies, plan.tables.funding_opportunities }) do
    for _, row in ipairs(rows) do
      printed[#printed + 1] = row.title
    end
  end
  return printed
end

-- `texts`: everything printed, strings and texts. A word is bounded by anything but letters and digits.
function acronyms.used(plan, texts)
  local words = {}
  for _, text in ipairs(texts) do
    for word in tostring(text):gmatch("[%w\128-\255][%w\128-\255%-]*") do
      words[word] = true
      for part in word:gmatch("[^%-]+") do
        words[part] = true
      end
      -- "d’AGR": the apostrophe is no letter, but is written in bytes above 127
      for part in word:gsub("’", " "):gmatch("%S+") do
        words[part] = true
      end
    end
  end
  local list, seen = {}, {}
  local function add(short, meaning)
    local key = tostring(short)
    local told = not r.is_missing(short) and not r.is_missing(meaning) and tostring(meaning) ~= key
    if told and words[key] and not seen[key] then
      seen[key] = true
      list[#list + 1] = { short = short, meaning = meaning }
    end
  end
  for _, row in ipairs(plan.tables.acronyms) do
    add(row.short, row.meaning)
  end
  for _, row in ipairs(plan.tables.organisations) do
    -- a short name in words ("Ministry of Justice") explains itself
    if not r.is_missing(row.short) and not tostring(row.short):find(" ") then
      add(row.short, row.name)
    end
  end
  table.sort(list, function(a, b) return tostring(a.short) < tostring(b.short) end)
  return list
end

return acronyms
