-- Totals, rows and shares of a budget, as every format prints them. Amounts come from the books
-- (common.currency), so a converted budget is made by the same code.
--
-- Words used, which plugins/common/terms.<language>.yaml has: note.declared.*, note.computed.*,
-- axis, colon, total, budget_in_cfa, budget_in.

local r = require "rapporteur"

local budget = {}

-- The difference in the plan's own currency, where the books are in another one.
local function source_difference(total)
  return type(total) == "table" and total.source_difference or total.difference
end

-- Which total is printed, and its footnote where declared and computed differ. `parts` are the
-- totals that this one adds up: a difference that they explain is told as their consequence, not as
-- one more fault.
function budget.printed_total(total, parts, declared_first)
  local value = total.computed
  if not r.is_missing(total.declared) and (declared_first or r.is_missing(value)) then
    value = total.declared
  end
  local difference = total.difference
  if not difference then
    return value
  end
  local inherited = {}
  for _, part in ipairs(parts) do
    inherited[#inherited + 1] = source_difference(part)
  end
  local kind = r.sum(inherited) == source_difference(total) and "consequence" or "cause"
  return r.note(value, r.t("note." .. (declared_first and "declared." or "computed.") .. kind, {
    declared = total.declared,
    computed = total.computed,
    difference = difference > -difference and difference or -difference,
  }))
end

-- Several totals as one, in which a difference of any of them stays visible.
function budget.merged(totals)
  local declared, computed, differences, sources = {}, {}, {}, {}
  for i, total in ipairs(totals) do
    computed[i] = total.computed
    declared[i] = r.is_missing(total.declared) and total.computed or total.declared
    differences[#differences + 1] = total.difference
    sources[#sources + 1] = source_difference(total)
  end
  return {
    declared = r.sum(declared),
    computed = r.sum(computed),
    difference = #differences > 0 and r.sum(differences) or nil,
    source_difference = #sources > 0 and r.sum(sources) or nil,
  }
end

-- What is printed for each year of a budget: { [year id] = money }.
function budget.amounts(of, years, declared_first)
  local amounts = {}
  for _, year in ipairs(years) do
    amounts[year.id] = budget.printed_total(of.by_period[year.id], {}, declared_first)
  end
  return amounts
end

-- All nodes below `node` that carry a budget row, at any depth, in the order of the plan: those with
-- lines of their own, and those that nothing hangs below. `level`: only nodes of this level count as
-- ends of a branch, so that results and objectives without amounts make no empty rows.
function budget.activities(node, found, level)
  for _, child in ipairs(node.children) do
    local ends = level == nil or r.is_missing(child.level) or child.level.id == level
    if #child.lines > 0 or (#child.children == 0 and ends) then
      found[#found + 1] = child
    end
    budget.activities(child, found, level)
  end
  return found
end

-- The row of one activity, the sum of its lines, most often one:
-- { code, title, amounts = { [year id] = money }, total }; and the totals that it adds up.
function budget.activity_row(node, years, books, declared_first)
  local totals, costed = {}, {} -- a memo or blank line adds nothing, so it prints no amount either
  for _, line in ipairs(node.lines) do
    if line.kind == "amount" then
      costed[#costed + 1] = books.amounts(line)
      totals[#totals + 1] = books.total(line)
    end
  end
  local amounts = {}
  for _, year in ipairs(years) do
    local cells = {}
    for i, of_line in ipairs(costed) do
      cells[i] = of_line[year.id]
    end
    amounts[year.id] = #cells == 1 and cells[1] or (r.sum(cells))
  end
  local total = budget.printed_total(#totals == 1 and totals[1] or budget.merged(totals), {}, declared_first)
  return { code = node.code, title = node.title, amounts = amounts, total = total }, totals
end

-- The budget by axis (root), activity and year:
-- { { label, code, title, activities = { row … }, subtotal = { amounts, total } } … }, and the grand
-- total { amounts, total }.
function budget.by_axis(plan, years, books, declared_first)
  local axes, axis_budgets = {}, {}
  local levels = plan.levels
  local lowest = #levels > 2 and levels[#levels].id or nil
  for i, root in ipairs(plan.roots) do
    local activities, line_totals = {}, {}
    for j, node in ipairs(budget.activities(root, #root.lines > 0 and { root } or {}, lowest)) do
      local row, totals = budget.activity_row(node, years, books, declared_first)
      activities[j] = row
      table.move(totals, 1, #totals, #line_totals + 1, line_totals)
    end
    axis_budgets[i] = books.budget(root)
    axes[i] = {
      label = budget.axis_label(root),
      code = root.code,
      title = root.title,
      activities = activities,
      subtotal = {
        amounts = budget.amounts(axis_budgets[i], years, declared_first),
        total = budget.printed_total(axis_budgets[i], line_totals, declared_first),
      },
    }
  end
  local whole = books.budget(plan)
  return axes, {
    amounts = budget.amounts(whole, years, declared_first),
    total = budget.printed_total(whole, axis_budgets, declared_first),
  }
end

-- "Axe prioritaire I : Prévention"; the bare title of a node without a code.
function budget.axis_label(node)
  if node.code == "" then
    return node.title
  end
  local level = r.is_missing(node.level) and r.missing() or node.level.label
  local name = r.is_missing(level) and r.t("axis") or level
  return name .. " " .. node.code .. r.t("colon") .. node.title
end

-- "Budget (en F CFA)".
function budget.heading(currency)
  local franc = currency == "XOF" or currency == "XAF"
  return r.t(franc and "budget_in_cfa" or "budget_in", { currency = currency })
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

-- The share of each axis in the printed totals, with one decimal; each column adds up to exactly 100:
-- { rows = { { label, shares = { [year id] = percent }, total } … }, total = { the same } }.
function budget.shares(axes, years)
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

return budget
