-- Rows of totals under rows of a table: sums of money by column, exact, a missing amount counted as
-- missing and never as 0.

local r = require "rapporteur"

local totals = {}

local function value_of(cell)
  return r.kind(cell) == "table" and cell.value or cell
end

-- The sums of the columns `ids` over the rows that have cells: { [id] = money or missing }. Rows of sums
-- (of any other kind than body) are passed over, so that a grand total counts nothing twice.
function totals.sums(rows, ids)
  local sums = {}
  for _, id in ipairs(ids) do
    local amounts = {}
    for _, row in ipairs(rows) do
      local amount = (row.kind or "body") == "body" and row.cells and value_of(row.cells[id])
      if r.kind(amount) == "money" then
        amounts[#amounts + 1] = amount
      end
    end
    sums[id] = r.sum(amounts)
  end
  return sums
end

-- Such a row for a table: kind "total" when left out, else "subtotal".
function totals.row(rows, ids, label, kind)
  return { kind = kind or "total", label = label, cells = totals.sums(rows, ids) }
end

-- Rows in groups, each under its band and over its sub-total, and a total behind all:
-- `group_of(item)` names the group, `cells_of(item)` makes the cells; items of a group stand together.
-- words = { subtotal = function(group) … end, total = text }; without one, no such row.
function totals.grouped(items, group_of, cells_of, ids, words)
  local rows, group = {}, {}
  local current
  local function close()
    if current ~= nil and words.subtotal then
      rows[#rows + 1] = totals.row(group, ids, words.subtotal(current), "subtotal")
    end
    group = {}
  end
  for _, item in ipairs(items) do
    local name = group_of(item)
    if current == nil or tostring(name) ~= tostring(current) then
      close()
      current = name
      rows[#rows + 1] = { kind = "band", label = name }
    end
    local row = { cells = cells_of(item) }
    rows[#rows + 1] = row
    group[#group + 1] = row
  end
  close()
  if words.total then
    rows[#rows + 1] = totals.row(rows, ids, words.total)
  end
  return rows
end

return totals
