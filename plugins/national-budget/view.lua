-- The view of the national budget. What the templates may name:
--
--   title, kind, country, issuer   text (missing when the plan has none)
--   date                           date on the cover
--   period                         text "2012–2014"
--   introduction                   markdown: narrative/introduction.<language>.md
--   budget_heading                 text "Budget (en F CFA)": from the currency printed
--   rate_note                      text: rate, day and source of a conversion; missing without one
--   years   = { { id, label } … }  the plan's periods
--   axes    = { { label, code, title,
--                 activities = { { code, title, amounts = { [year id] = money }, total } … },
--                 subtotal = { label, amounts = { [year id] = money }, total } } … }
--   grand   = { label, amounts = { [year id] = money }, total }
--   wide                           the same budget as one table, where it has too many columns for an
--                                  upright page; else missing
--   shares  = { rows = { { label, shares = { [year id] = percent }, total } … },
--               total = { label, shares = { [year id] = percent }, total } }
--
-- An amount that the plan does not have is missing. `total` follows the option totals; where the
-- declared and the computed total differ it carries a footnote. Amounts by year of sub-totals and of
-- the grand total are computed where the plan declares none. Shares are those of the printed
-- totals, with one decimal, and each column adds up to exactly 100.

local r = require "rapporteur"
local budget = require "common.budget"
local budget_table = require "common.budget_table"
local currency = require "common.currency"
local periods = require "common.periods"

local upright_years = 4 -- columns of ten digits that stand beside the labels on an upright page

return function(plan, context)
  local declared_first = context.options.totals == "declared"
  local books = currency.of(plan, context.options.currency)
  local years = periods.years(plan)
  local axes, grand = budget.by_axis(plan, years, books, declared_first)
  for i, axis in ipairs(axes) do
    axis.subtotal.label = r.t("subtotal", { number = i })
  end
  grand.label = r.t("grand_total")

  return {
    title = plan.title,
    kind = plan.kind,
    country = plan.country,
    issuer = plan.issuer,
    date = plan.date,
    period = periods.span(plan),
    introduction = plan.narratives.introduction,
    budget_heading = budget.heading(books.currency),
    rate_note = books.note or r.missing(),
    years = years,
    axes = axes,
    grand = grand,
    wide = #years > upright_years and budget_table.by_activity(plan, context.options).framework or r.missing(),
    shares = budget.shares(axes, years),
  }
end
