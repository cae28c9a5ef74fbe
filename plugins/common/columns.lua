-- Column profiles: all columns that a table can have, and the choice of one format or option. Rows
-- carry the cells of all of them; what is printed is a matter of the columns alone.
--
--   local all = { { id = "code", label = "Code", class = "code" }, { id = "title", label = "Title" } }
--   columns.choose(all, "title code")     these, in this order

local columns = {}

-- Columns of `all` by their ids: a list, or a text with blanks between. An id that no column has is
-- an error that names all ids.
function columns.choose(all, ids)
  local by_id, known = {}, {}
  for i, column in ipairs(all) do
    by_id[column.id] = column
    known[i] = column.id
  end
  if type(ids) == "string" then
    local list = {}
    for id in ids:gmatch("%S+") do
      list[#list + 1] = id
    end
    ids = list
  end
  local chosen = {}
  for i, id in ipairs(ids) do
    if not by_id[id] then
      error("no column '" .. id .. "'; there are " .. table.concat(known, ", "), 2)
    end
    chosen[i] = by_id[id]
  end
  return chosen
end

-- A column for each period of `periods` ({ id, label } …), its id `prefix` and the period's; `more` are
-- further fields, the same for each.
function columns.per_period(periods, prefix, more)
  local found = {}
  for i, period in ipairs(periods) do
    local column = { id = prefix .. period.id, label = period.label }
    for field, value in pairs(more or {}) do
      column[field] = value
    end
    found[i] = column
  end
  return found
end

return columns
