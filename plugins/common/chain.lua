-- The results chain as tables read it: activities below results, results below
-- objectives or axes. One activity is one record, whatever table it stands in.

local r = require "rapporteur"

local chain = {}

function chain.level(node)
  return r.is_missing(node.level) and "" or node.level.id
end

-- Nodes of `level` below `node`, at any depth, in the order of the plan.
function chain.below(node, level, found)
  found = found or {}
  for _, child in ipairs(node.children) do
    if chain.level(child) == level then
      found[#found + 1] = child
    end
    chain.below(child, level, found)
  end
  return found
end

local function fields(nodes, name)
  local found = {}
  for i, node in ipairs(nodes) do
    found[i] = node[name]
  end
  return found
end

function chain.titles(nodes)
  return fields(nodes, "title")
end

-- Their rows in the table nodes, for all other columns.
function chain.records(nodes)
  return fields(nodes, "row")
end

-- Results below `node` as logical rows { results, activities, indicators }. A result without children
-- that links to activities is a second result of the row of these.
function chain.rows(plan, node)
  local row_of, partner, rows = {}, {}, {}
  for _, link in ipairs(plan.tables.links) do
    if not r.is_missing(link.from) and r.is_missing(link.kind) then
      partner[link.from] = link.to
    end
  end
  local results = chain.below(node, "result")
  for _, result in ipairs(results) do
    if not partner[result.id] then
      local row = { results = { result }, activities = result.children, indicators = result.indicators }
      rows[#rows + 1] = row
      for _, activity in ipairs(result.children) do
        row_of[activity.id] = row
      end
    end
  end
  for _, result in ipairs(results) do
    local row = row_of[partner[result.id]]
    if row then
      table.insert(row.results, result)
    end
  end
  return rows
end

-- "1.1.2" or "R 1.1.2.": the title with its code, or the bare title.
function chain.coded(node)
  return node.code == "" and node.title or node.code .. r.t("code_gap") .. node.title
end

-- Marked periods of a node: { [period id] = true, false or missing (not known) }.
function chain.marked(node)
  local marks = {}
  for id, mark in pairs(node.row.when) do
    marks[id] = mark
  end
  return marks
end

-- The cell of one period: a mark that the eye and a screen reader find, a blank, or "not known".
function chain.mark(value)
  if value == true then
    return { value = r.t("mark"), class = "marked" }
  end
  local unknown = r.is_missing(value) and tostring(value) ~= tostring(r.missing())
  return unknown and r.t("mark_unknown") or ""
end

return chain
