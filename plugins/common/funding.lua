-- Money by agency: one line an agency, one column a fund of the table contributions.
--
-- Words used: funding.*, in_currency, total.

local r = require "rapporteur"
local spending = require "common.spending"
local tables = require "common.tables"

local funding = {}

-- What the plan declares for a fund ("" for all), else `otherwise`.
local function declared_total(plan, fund, otherwise)
  for _, row in ipairs(plan.tables.declared_totals) do
    if row.of == "contributions" and tables.blank(row.fund) == fund then
      return row.amount
    end
  end
  return otherwise
end

-- The same as its table prints it: with a footnote where the amounts by agency add up to another sum.
local function fund_total(plan, fund, computed)
  local declared = declared_total(plan, fund, computed)
  if r.is_missing(declared) or r.is_missing(computed) or declared == computed then
    return declared
  end
  local difference = computed - declared
  return r.note(declared, r.t("funding.note", { computed = computed,
    difference = difference > -difference and difference or -difference }))
end

-- What one fund gives ("" for all that are named) and what all others give: as declared, with a footnote where the
-- contributions add up to another sum; missing where there are none, or one has no amount.
function funding.split(plan, fund)
  local one, others = {}, {}
  for _, row in ipairs(plan.tables.contributions) do
    table.insert((fund == "" or tostring(row.fund) == fund) and one or others, row.amount)
  end
  return fund_total(plan, fund, spending.whole(one)), spending.whole(others)
end

-- The table (missing without contributions), the agencies in their order, and the totals: { f1 … =
-- those of the funds in their order, total }. `name_of` gives the printed name of an agency.
function funding.of(plan, name_of)
  local funds, agencies, amounts, all = {}, {}, {}, {}
  for _, row in ipairs(plan.tables.contributions) do
    local fund, agency = tostring(tables.blank(row.fund)), tostring(name_of(row.agency))
    if not amounts[fund] then
      funds[#funds + 1], amounts[fund] = fund, { all = {} }
    end
    if not all[agency] then
      agencies[#agencies + 1], all[agency] = agency, {}
    end
    amounts[fund][agency] = row.amount
    table.insert(amounts[fund].all, row.amount)
    table.insert(all[agency], row.amount)
  end
  local columns, rows, total = { { id = "agency", label = r.t("funding.agency"), class = "strong" } }, {}, {}
  for i, fund in ipairs(funds) do
    columns[i + 1] = { id = "f" .. i, class = "figure", format = "amount",
      label = r.t("in_currency", { title = fund, currency = plan.currency }) }
    total["f" .. i] = fund_total(plan, fund, (r.sum(amounts[fund].all)))
  end
  columns[#columns + 1] = { id = "total", class = "figure", format = "amount",
    label = r.t("in_currency", { title = r.t("total"), currency = plan.currency }) }
  local sums = {}
  for i, agency in ipairs(agencies) do
    local cells = { agency = agency, total = (r.sum(all[agency])) }
    for j, fund in ipairs(funds) do
      cells["f" .. j] = amounts[fund][agency] or r.missing()
    end
    rows[i], sums[i] = { cells = cells }, cells.total
  end
  total.total = fund_total(plan, "", (r.sum(sums)))
  rows[#rows + 1] = #rows > 0 and { kind = "total", label = r.t("total"), cells = total } or nil
  local plain = { total = declared_total(plan, "", total.total) }
  for i, fund in ipairs(funds) do
    plain["f" .. i] = declared_total(plan, fund, total["f" .. i])
  end
  return tables.of(columns, rows), agencies, plain
end

return funding
