local r = require "rapporteur"

local function activities(axis)
  local found = {}
  for i, node in ipairs(axis.children) do
    found[i] = {
      axis = axis.code .. ". " .. axis.title, title = node.title,
      amounts = node.budget.by_period, total = node.budget.computed,
    }
  end
  return found
end

-- The same budget as a table value: Lua says which columns and rows there are, the look how they look.
local function costs(axes)
  local rows = {}
  for _, axis in ipairs(axes) do
    rows[#rows + 1] = { kind = "band", label = axis.title }
    for _, activity in ipairs(axis.activities) do
      rows[#rows + 1] = { cells = { what = activity.title, total = activity.total } }
    end
  end
  return r.table {
    columns = {
      { id = "what", label = r.t("activity"), class = "text" },
      { id = "total", label = r.t("total"), class = "figure" },
    },
    rows = rows,
  }
end

return function(plan)
  local axes, rows, years = {}, {}, {}
  for i, axis in ipairs(plan.roots) do
    axes[i] = { title = axis.title, activities = activities(axis), total = axis.budget.computed }
    for _, activity in ipairs(axes[i].activities) do
      local amounts = {}
      for id, total in pairs(activity.amounts) do
        amounts[id] = total.computed
      end
      activity.amounts = amounts
      rows[#rows + 1] = activity
    end
  end
  for i, period in ipairs(plan.periods) do
    years[i] = { id = period.id, label = period.label }
  end
  local photo = plan.tables.photos[1]
  return {
    title = plan.title, country = plan.country, date = plan.date,
    total = plan.budget.computed, share = r.percent(axes[1].total, plan.budget.computed, 1),
    introduction = plan.narratives.introduction,
    remark = r.missing(),
    axes = axes, rows = rows, years = years, costs = costs(axes),
    photo = { image = r.image(photo.file, photo.alt), caption = photo.caption },
    motto = r.with_language("fr", function() return plan.title end),
  }
end
