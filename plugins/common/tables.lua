-- Small things that tables of every format need.

local r = require "rapporteur"

local tables = {}

-- A value, or "" (a deliberate blank) where it is missing.
function tables.blank(value)
  return r.is_missing(value) and "" or value
end

-- A table for a slot; missing when it has no rows, so that {{#if}} leaves its section out. A column
-- with `optional = true` is left out when no row fills it.
function tables.of(columns, rows)
  if #rows == 0 then
    return r.missing()
  end
  local kept = {}
  for _, column in ipairs(columns) do
    local filled = not column.optional
    for _, row in ipairs(rows) do
      local cell = row.cells and row.cells[column.id]
      filled = filled or not (cell == nil or cell == "" or r.is_missing(cell))
    end
    if filled then
      local copy = {}
      for field, value in pairs(column) do
        copy[field] = field ~= "optional" and value or nil
      end
      kept[#kept + 1] = copy
    end
  end
  return r.table { columns = kept, rows = rows }
end

-- The format for the plan's amounts: "amount", without decimals, or "exact" where one of them has cents.
function tables.amount_format(plan)
  local function has_cents(amount)
    local printed = tostring(amount)
    return printed:find("[.,]%d%d%D*$") and not printed:find("[.,]00%D*$")
  end
  for _, line in ipairs(plan.lines) do
    for _, amount in pairs(line.amounts) do
      if not r.is_missing(amount) and has_cents(amount) then
        return "exact"
      end
    end
  end
  return "amount"
end

-- A first cell that goes on: value in the first row of a group, r.above in the others.
function tables.once(value, is_first)
  return is_first and value or r.above
end

-- The lines of a text as a list of texts.
function tables.lines(text)
  if r.is_missing(text) then
    return r.missing()
  end
  local lines = {}
  for line in tostring(text):gmatch("[^\n]+") do
    lines[#lines + 1] = line
  end
  return #lines > 1 and lines or text
end

return tables
