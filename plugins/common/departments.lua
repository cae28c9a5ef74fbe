-- The list of departments, derived from use.

local r = require "rapporteur"
local chain = require "common.chain"
local names = require "common.names"

-- Departments in use, with the activities that they lead (or answer for) and take part in.
return function(plan, index)
  local led, joined, ids, seen = {}, {}, {}, {}
  local function count(node, columns, counts)
    local mine = {}
    for _, column in ipairs(columns) do
      names.add(index, node.row[column], {}, mine)
    end
    local counted = {}
    for _, id in ipairs(mine) do
      counts[id] = (counts[id] or 0) + (counted[id] and 0 or 1)
      counted[id] = true
    end
    names.add(index, mine, seen, ids)
  end
  for _, root in ipairs(plan.roots) do
    for _, activity in ipairs(chain.below(root, "activity")) do
      count(activity, { "lead", "responsible" }, led)
      count(activity, { "partners" }, joined)
    end
  end
  local rows, any_joined = {}, false
  for i, id in ipairs(ids) do
    any_joined = any_joined or joined[id] ~= nil
    rows[i] = { cells = {
      name = names.full(index, id), led = led[id] or 0, joined = joined[id] or 0,
    } }
  end
  local columns = {
    { id = "name", label = r.t("department") },
    { id = "led", label = r.t("activities_led"), class = "figure", format = "count" },
  }
  if any_joined then
    columns[3] = { id = "joined", label = r.t("activities_joined"), class = "figure", format = "count" }
  end
  return #rows > 0 and r.table { columns = columns, rows = rows } or r.missing()
end
