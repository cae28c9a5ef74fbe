-- Names of organisations as a plan's table of them gives them.

local r = require "rapporteur"
local tables = require "common.tables"

local organisations = {}

-- A function(name): the short name, in the report's language, of the organisation with this id, short
-- name or alias; what has none in the table stays as it was typed.
function organisations.register(plan)
  local known = {}
  for _, row in ipairs(plan.tables.organisations) do
    local short = r.is_missing(row.short) and row.name or row.short
    known[row.id] = short
    known[tostring(short)] = short
    for _, alias in ipairs(r.is_missing(row.aliases) and {} or row.aliases) do
      known[alias] = short
    end
  end
  return function(name)
    return known[name] or name
  end
end

-- The names of a list (a cell of references), one a paragraph; missing when there is none.
function organisations.names(list, name_of)
  if r.is_missing(list) then
    return r.missing()
  end
  local names = {}
  for _, name in ipairs(type(list) == "string" and { list } or list) do
    names[#names + 1] = name_of(name)
  end
  return #names > 0 and names or r.missing()
end

-- The same in one line: "PNUD, UNICEF".
function organisations.line(list, name_of)
  local found = organisations.names(list, name_of)
  return r.is_missing(found) and found or tables.joined(found, ", ")
end

return organisations
