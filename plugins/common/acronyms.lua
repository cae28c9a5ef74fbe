-- The list of acronyms, derived from use: those of the tables acronyms and organisations that one of
-- the printed texts holds as a word, in alphabetical order.

local r = require "rapporteur"
local tables = require "common.tables"

local acronyms = {}

-- Every text of a view, to be searched: strings, texts and narratives, however deep they stand.
function acronyms.texts_of(view, texts)
  texts = texts or {}
  for _, value in pairs(view) do
    local kind = r.kind(value)
    if type(value) == "table" then
      acronyms.texts_of(value, texts)
    elseif kind == "text" or kind == "string" or kind == "markdown" then
      texts[#texts + 1] = tostring(value)
    end
  end
  return texts
end

-- Words, and what stands between their hyphens and slashes, for "GRN/SC", "CAFO-Mali".
local function words_of(texts)
  local words = {}
  for _, text in ipairs(texts) do
    for word in text:gsub("’", " "):gmatch("[%w\128-\255][%w\128-\255&/%-]*") do
      words[word] = true
      for part in word:gmatch("[^%-/]+") do
        words[part] = true
      end
    end
  end
  return words
end

-- { { short, meaning } … }: `texts` is everything printed. An alias in use counts for its acronym; a
-- short name in words explains itself; what the table acronyms says wins over an organisation's name.
function acronyms.used(plan, texts)
  local words, whole = words_of(texts), table.concat(texts, "\n")
  local function is_used(name)
    return words[name] or name:find(" ", 1, true) ~= nil and whole:find(name, 1, true) ~= nil
  end
  local list, seen = {}, {}
  local function add(row, meaning)
    local name, used = tostring(row.short), is_used(tostring(row.short))
    for _, alias in ipairs(r.is_missing(row.aliases) and {} or row.aliases) do
      used = used or is_used(alias)
    end
    if used and not seen[name] and not r.is_missing(meaning) and name:lower() ~= tostring(meaning):lower() then
      seen[name] = true
      list[#list + 1] = { short = row.short, meaning = meaning }
    end
  end
  for _, row in ipairs(plan.tables.acronyms) do
    add(row, row.meaning)
  end
  for _, row in ipairs(plan.tables.organisations) do
    if not r.is_missing(row.short) and not tostring(row.short):find("%l") then
      add(row, row.name)
    end
  end
  table.sort(list, function(a, b) return tostring(a.short) < tostring(b.short) end)
  return list
end

-- Two acronyms a row, in the order of reading. Words used: acronyms.short, acronyms.meaning.
function acronyms.table(list)
  local rows = {}
  for i = 1, #list, 2 do
    local other = list[i + 1] or { short = "", meaning = "" }
    rows[#rows + 1] = { cells = { a = list[i].short, b = list[i].meaning, c = other.short, d = other.meaning } }
  end
  local short, meaning = r.t("acronyms.short"), r.t("acronyms.meaning")
  return tables.of({
    { id = "a", label = short, class = "strong" }, { id = "b", label = meaning, weight = 9 },
    { id = "c", label = short, class = "strong" }, { id = "d", label = meaning, weight = 9 },
  }, rows)
end

return acronyms
