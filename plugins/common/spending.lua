-- What was budgeted against what was spent, from the table expenditures. A sum that lacks an amount is
-- missing (no_data): part of the money would pass for all of it.
--
-- Words used: spending.*, total; formats exact and share of the format.

local r = require "rapporteur"
local names = require "common.names"
local tables = require "common.tables"

local spending = {}

-- The exact sum of all these amounts; missing when one of them is, or when there are none.
function spending.whole(amounts)
  local sum, gaps = r.sum(amounts)
  return gaps == 0 and sum or r.missing("no_data")
end

-- a - b; missing when one of them is.
function spending.less(a, b)
  return r.is_missing(a) and a or r.is_missing(b) and b or a - b
end

local function cells(line, budgeted, spent)
  return { line = line, budgeted = budgeted, spent = spent, left = spending.less(budgeted, spent),
    rate = r.percent(spent, budgeted, 1) }
end

-- The table (missing without rows: node, agency and period of each, a total at the foot), and all that was spent.
function spending.of(plan)
  local titles, labels, rows, budgeted, spent = {}, {}, {}, {}, {}
  for _, node in ipairs(plan.nodes) do
    titles[node.id] = node.code .. " " .. node.title
  end
  for _, period in ipairs(plan.periods) do
    labels[period.id] = r.is_missing(period.label) and period.id or period.label
  end
  local name_of = names.register(plan)
  for i, row in ipairs(plan.tables.expenditures) do
    local agency = r.is_missing(row.agency) and "" or name_of(row.agency)
    local line = tables.list_of(titles[row.node] or "", agency, labels[row.period] or row.period)
    budgeted[i], spent[i] = row.budgeted, row.spent
    rows[i] = { cells = cells(tables.joined(line, " – "), row.budgeted, row.spent) }
  end
  local all, used = spending.whole(budgeted), spending.whole(spent)
  rows[#rows + 1] = #rows > 0 and { kind = "total", label = r.t("total"), cells = cells(nil, all, used) } or nil
  local columns = { { id = "line", label = r.t("spending.line"), class = "strong" } }
  for i, id in ipairs { "budgeted", "spent", "left", "rate" } do
    columns[i + 1] = { id = id, label = r.t("spending." .. id), class = "figure", format = id == "rate" and "share" or "exact" }
  end
  return tables.of(columns, rows), used
end

return spending
