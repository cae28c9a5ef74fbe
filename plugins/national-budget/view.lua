-- The view of the national budget. What the templates may name:
--
--   title, kind, country, issuer   text (missing when the plan has none)
--   date                           date on the cover
--   period                         text "2012–2014"
--   introduction                   markdown: narrative/introduction.<language>.md
--   budget_heading                 text "Budget (en F CFA)": from the plan's currency
--   years   = { { id, label } … }  the plan's periods
--   axes    = { { label, code, title,
--                 activities = { { code, title, amounts = { [year id] = money }, total } … },
--                 subtotal = { label, amounts = { [year id] = money }, total } } … }
--   grand   = { label, amounts = { [year id] = money }, total }
--   shares  = { rows = { { label, shares = { [year id] = percent }, total } … },
--               total = { label, shares = { [year id] = percent }, total } }
--
-- An amount that the plan does not have is missing. `total` follows the option totals; where the
-- declared and the computed total differ it carries a footnote. Amounts by year of sub-totals and of
-- the grand total are computed where the plan declares none. Shares are those of the printed
-- totals, with one decimal, and each column adds up to exactly 100.

local r = require "rapporteur"

-- Which total is printed, and its footnote where the two differ. `parts` are the totals that this
-- one adds up: a difference that they explain is told as their consequence, not as one more fault.
local function printed_total(total, parts, declared_first)
  local value = total.computed
  if declared_first and not r.is_missing(total.declared) then
    value = total.declared
  end
  local difference = total.difference
  if not difference then
    return value
  end
  local inherited = {}
  for _, part in ipairs(parts) do
    inherited[#inherited + 1] = part.difference
  end
  local kind = r.sum(inherited) == difference and "consequence" or "cause"
  return r.note(value, r.t("note." .. (declared_first and "declared." or "computed.") .. kind, {
    declared = total.declared,
    computed = total.computed,
    difference = difference > -difference and difference or -difference,
  }))
end

-- All activities below an axis, at any depth, in the order of the plan; the axis itself comes first
-- when it has budget lines of its own, so that the rows add up to its sub-total.
local function activities_of(node, found)
  for _, child in ipairs(node.children) do
    if #child.lines > 0 or #child.children == 0 then
      found[#found + 1] = child
    end
    activities_of(child, found)
  end
  return found
end

local function amounts_of(budget, years, declared_first)
  local amounts = {}
  for _, year in ipairs(years) do
    amounts[year.id] = printed_total(budget.by_period[year.id], {}, declared_first)
  end
  return amounts
end

-- Several totals as one, in which a difference of any of them stays visible.
local function merged(totals)
  local declared, computed, differences = {}, {}, {}
  for i, total in ipairs(totals) do
    computed[i] = total.computed
    declared[i] = r.is_missing(total.declared) and total.computed or total.declared
    differences[#differences + 1] = total.difference
  end
  return {
    declared = r.sum(declared),
    computed = r.sum(computed),
    difference = #differences > 0 and r.sum(differences) or nil,
  }
end

-- One row an activity: the sum of its budget lines, most often one.
local function activity_row(node, years, declared_first)
  local amounts, totals = {}, {}
  local costed = {} -- a memo or blank line adds nothing, so it prints no amount either
  for _, line in ipairs(node.lines) do
    if line.kind == "amount" then
      costed[#costed + 1] = line
      totals[#totals + 1] = line.total
    end
  end
  for _, year in ipairs(years) do
    local cells = {}
    for _, line in ipairs(costed) do
      cells[#cells + 1] = line.amounts[year.id]
    end
    amounts[year.id] = #cells == 1 and cells[1] or (r.sum(cells))
  end
  local total = printed_total(#totals == 1 and totals[1] or merged(totals), {}, declared_first)
  return { code = node.code, title = node.title, amounts = amounts, total = total }, totals
end

local function axis_label(node)
  if node.code == "" then
    return node.title
  end
  local level = r.is_missing(node.level) and r.missing() or node.level.label
  local name = r.is_missing(level) and r.t("axis") or level
  return name .. " " .. node.code .. r.t("colon") .. node.title
end

local function period_text(plan)
  local first, last = plan.start_date, plan.end_date
  if r.is_missing(first) or r.is_missing(last) then
    return r.missing()
  end
  return first.year == last.year and tostring(first.year) or first.year .. "–" .. last.year
end

local function budget_heading(plan)
  if plan.currency == "XOF" or plan.currency == "XAF" then
    return r.t("budget_in_cfa", { currency = plan.currency })
  end
  return r.t("budget_in", { currency = plan.currency })
end

-- One column of shares over the axes: sets share[key] in each row and returns what they add up to.
local function share_column(amounts, rows, set)
  local sum
  for i, share in ipairs(r.shares(amounts, 1)) do
    if r.is_missing(share) then
      set(rows[i], r.missing("not_applicable"))
    else
      set(rows[i], share)
      sum = sum and sum + share or share
    end
  end
  return sum or r.missing("not_applicable")
end

local function shares_table(axes, years)
  local rows = {}
  for i, axis in ipairs(axes) do
    rows[i] = { label = axis.label, shares = {} }
  end
  local total = { label = r.t("total"), shares = {} }
  for _, year in ipairs(years) do
    local amounts = {}
    for i, axis in ipairs(axes) do
      amounts[i] = axis.subtotal.amounts[year.id]
    end
    total.shares[year.id] = share_column(amounts, rows, function(row, share)
      row.shares[year.id] = share
    end)
  end
  local totals = {}
  for i, axis in ipairs(axes) do
    totals[i] = axis.subtotal.total
  end
  total.total = share_column(totals, rows, function(row, share)
    row.total = share
  end)
  return { rows = rows, total = total }
end

return function(plan, context)
  local declared_first = context.options.totals == "declared"

  local years = {}
  for i, period in ipairs(plan.periods) do
    years[i] = { id = period.id, label = r.is_missing(period.label) and period.id or period.label }
  end

  local axes, axis_budgets = {}, {}
  for i, root in ipairs(plan.roots) do
    local activities, line_totals = {}, {}
    for j, node in ipairs(activities_of(root, #root.lines > 0 and { root } or {})) do
      local row, totals = activity_row(node, years, declared_first)
      activities[j] = row
      table.move(totals, 1, #totals, #line_totals + 1, line_totals)
    end
    axis_budgets[i] = root.budget
    axes[i] = {
      label = axis_label(root),
      code = root.code,
      title = root.title,
      activities = activities,
      subtotal = {
        label = r.t("subtotal", { number = i }),
        amounts = amounts_of(root.budget, years, declared_first),
        total = printed_total(root.budget, line_totals, declared_first),
      },
    }
  end

  return {
    title = plan.title,
    kind = plan.kind,
    country = plan.country,
    issuer = plan.issuer,
    date = plan.date,
    period = period_text(plan),
    introduction = plan.narratives.introduction,
    budget_heading = budget_heading(plan),
    years = years,
    axes = axes,
    grand = {
      label = r.t("grand_total"),
      amounts = amounts_of(plan.budget, years, declared_first),
      total = printed_total(plan.budget, axis_budgets, declared_first),
    },
    shares = shares_table(axes, years),
  }
end
