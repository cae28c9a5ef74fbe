-- The books of a plan: every amount of its main budget in one currency, its own or another one at a
-- declared rate (table exchange_rates). Formats read amounts through the books and never convert.
--
--   books.of(plan, currency) = {
--     currency = "XOF",            what the amounts below are in
--     note     = text or nil       rate, day and source, for the reader; nil in the plan's own currency
--     amounts(line)  = { [period id] = money or missing }
--     total(line)    = total       as line.total
--     budget(object) = budget      as object.budget, of a node or of the plan
--   }
--
-- Conversion: each amount of each line at the exact rate, rounded half away from zero to the unit of
-- the currency; then the rounded amounts are added. A declared total is converted as such where it
-- differs from its parts in the plan, and only there: a difference that rounding alone would make
-- is none of the plan's. `source_difference` of a converted total is its difference in the plan.

local r = require "rapporteur"
local periods = require "common.periods"

local books = {}

local function own(plan)
  return {
    currency = plan.currency,
    amounts = function(line) return line.amounts end,
    total = function(line) return line.total end,
    budget = function(object) return object.budget end,
  }
end

local function rate_row(plan, currency)
  for _, row in ipairs(plan.tables.exchange_rates) do
    if tostring(row.from) == plan.currency and tostring(row.to) == currency then
      return row
    end
  end
  error(r.t("rate.none", { from = plan.currency, to = currency }), 0)
end

local function lines_below(node, found)
  table.move(node.lines, 1, #node.lines, #found + 1, found)
  for _, child in ipairs(node.children) do
    lines_below(child, found)
  end
  return found
end

-- A total as the plan has it, with the sum of converted amounts in place of its own.
local function converted_total(source, computed, convert)
  local total = { declared = r.missing(), computed = computed, missing = source.missing }
  if source.difference then
    total.declared = convert(source.declared)
    total.difference = total.declared - computed
    total.source_difference = source.difference
  end
  return total
end

local function converted(plan, currency)
  local row = rate_row(plan, currency)
  local function convert(amount)
    return r.is_missing(amount) and amount or r.convert(amount, row.rate, currency)
  end

  local function amounts(line)
    local result = {}
    for id, amount in pairs(line.amounts) do
      result[id] = convert(amount)
    end
    return result
  end

  local years = periods.years(plan)
  -- Sums of converted amounts of several lines: over everything, and by period. A line with a total
  -- and no amounts adds its total.
  local function sums(lines)
    local by_period, all = {}, {}
    for _, line in ipairs(lines) do
      local of_line = line.kind == "amount" and amounts(line) or {}
      for id, amount in pairs(of_line) do
        by_period[id] = by_period[id] or {}
        table.insert(by_period[id], amount)
      end
      local before = #all
      for _, year in ipairs(years) do
        all[#all + 1] = not r.is_missing(of_line[year.id]) and of_line[year.id] or nil
      end
      if #all == before and line.kind == "amount" then
        all[#all + 1] = convert(line.total.declared)
      end
    end
    return (r.sum(all)), by_period
  end

  return {
    currency = currency,
    note = r.t(r.is_missing(row.source) and "rate.note" or "rate.note_source", {
      from = plan.currency, to = currency, rate = row.rate,
      date = r.is_missing(row.date) and r.t("rate.no_date") or row.date, source = row.source,
    }),
    amounts = amounts,
    total = function(line)
      return converted_total(line.total, (sums({ line })), convert)
    end,
    budget = function(object)
      local lines = r.kind(object) == "plan" and object.lines or lines_below(object, {})
      local computed, by_period = sums(lines)
      local budget = converted_total(object.budget, computed, convert)
      budget.by_period = {}
      for id, total in pairs(object.budget.by_period) do
        budget.by_period[id] = converted_total(total, (r.sum(by_period[id] or {})), convert)
      end
      return budget
    end,
  }
end

-- `currency`: the code wanted; empty or the plan's own for the plan's own currency.
function books.of(plan, currency)
  if currency == "" or currency == plan.currency then
    return own(plan)
  end
  return converted(plan, currency)
end

return books
