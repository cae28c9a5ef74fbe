-- The sheets of sub-programmes, pillar by pillar.

local r = require "rapporteur"
local chain = require "common.chain"
local lists = require "common.lists"
local names = require "common.names"

local sheets = {}

local function sheet(node, results, index)
  local indicators, activities = {}, {}
  for _, result in ipairs(results) do
    table.move(result.indicators, 1, #result.indicators, #indicators + 1, indicators)
    table.move(result.children, 1, #result.children, #activities + 1, activities)
  end
  local lead = names.listed(index, node.row, { "lead" })
  return {
    label = r.t("subprogramme", { code = node.code, title = node.title }),
    introduction = node.row.description,
    lead = lead ~= "" and r.t("led_by", { lead = lead }) or r.missing(),
    results_label = r.t("results_of", { count = #results }),
    results = lists.numbered(chain.titles(results)),
    indicators = lists.bulleted(lists.of(indicators, "title")),
    activities = lists.numbered(chain.titles(activities)),
  }
end

-- { { title, statement, introduction, sheets = { … } } … }, one a pillar that has sub-programmes.
function sheets.pillars(plan, index)
  local linked, nodes, pillars = {}, {}, {}
  for _, node in ipairs(plan.nodes) do
    nodes[node.id] = node
  end
  for _, link in ipairs(plan.tables.links) do
    if not r.is_missing(link.kind) and tostring(link.kind) == "subprogramme" then
      linked[link.from] = linked[link.from] or {}
      table.insert(linked[link.from], nodes[link.to])
    end
  end
  for _, root in ipairs(plan.roots) do
    local of_pillar = {}
    for _, node in ipairs(chain.below(root, "subprogramme")) do
      of_pillar[#of_pillar + 1] = sheet(node, linked[node.id] or {}, index)
    end
    if #of_pillar > 0 then
      pillars[#pillars + 1] = {
        title = r.t("pillar_of", { number = #pillars + 1, title = root.title }),
        statement = root.row.long_title, introduction = root.row.description, sheets = of_pillar,
      }
    end
  end
  return pillars
end

return sheets
