-- Who is named in a plan: organisations by id or alias, as they are printed in a table.

local r = require "rapporteur"
local tables = require "common.tables"

local names = {}

-- { [id or alias] = row of the table organisations }.
function names.index(plan)
  local index = {}
  for _, row in ipairs(plan.tables.organisations) do
    index[row.id] = row
  end
  for _, row in ipairs(plan.tables.organisations) do
    for _, alias in ipairs(r.is_missing(row.aliases) and {} or row.aliases) do
      index[alias] = index[alias] or row
    end
  end
  return index
end

-- The short name if there is one, else the name; a name that the table does not have as it is typed.
function names.short(index, name)
  local row = index[name]
  if not row then
    return name
  end
  return r.is_missing(row.short) and row.name or row.short
end

-- A function(name): the same for the organisations of a plan.
function names.register(plan)
  local index = names.index(plan)
  return function(name)
    return names.short(index, name)
  end
end

-- The printed names of a cell of references, a list; missing when there is none.
function names.list(cell, name_of)
  if r.is_missing(cell) then
    return r.missing()
  end
  local printed = {}
  for i, name in ipairs(type(cell) == "string" and { cell } or cell) do
    printed[i] = name_of(name)
  end
  return #printed > 0 and printed or r.missing()
end

-- The same in one line: "PNUD, UNICEF".
function names.line(cell, name_of)
  local printed = names.list(cell, name_of)
  return r.is_missing(printed) and printed or tables.joined(printed, ", ")
end

-- The name, with its acronym behind it: "Ministry of Health (MoH)".
function names.full(index, name)
  local row = index[name]
  if not row then
    return name
  end
  local acronym = not r.is_missing(row.short) and not tostring(row.short):find(" ")
    and tostring(row.short) ~= tostring(row.name)
  return acronym and row.name .. " (" .. row.short .. ")" or row.name
end

-- Ids of `list` (nil, missing, one name or a list) that `seen` does not have yet, in their order;
-- names that the table does not have are ids of their own.
function names.add(index, list, seen, found)
  if type(list) == "string" then
    list = { list }
  end
  for _, name in ipairs(r.is_missing(list) and {} or list) do
    local id = index[name] and index[name].id or name
    if not seen[id] then
      seen[id] = true
      found[#found + 1] = id
    end
  end
  return found
end

-- Names of columns `columns` of these rows, each organisation once, as they are printed.
function names.names(index, rows, columns)
  local ids, seen, printed = {}, {}, {}
  for _, row in ipairs(rows) do
    for _, column in ipairs(columns) do
      names.add(index, row[column], seen, ids)
    end
  end
  for i, id in ipairs(ids) do
    printed[i] = names.short(index, id)
  end
  return printed
end

-- The same of one row as a sentence would list them: "MEN, MEF, OSC"; "" for none.
function names.listed(index, row, columns)
  local text
  for _, name in ipairs(names.names(index, { row }, columns)) do
    text = text and text .. ", " .. name or name
  end
  return text or ""
end

-- Partners of one kind of the table partners ("government", "civil_society" …), as they are printed.
function names.partners(plan, kind)
  local rows = {}
  for _, row in ipairs(plan.tables.partners) do
    rows[#rows + 1] = row.kind == kind and row or nil
  end
  return names.names(names.index(plan), rows, { "organisation" })
end

-- Partners of the document itself: { { name, role } … }.
function names.supporters(plan, index)
  local list = {}
  for i, row in ipairs(plan.tables.partners) do
    list[i] = { name = names.full(index, row.organisation), role = row.role }
  end
  return list
end

return names
