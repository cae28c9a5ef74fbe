-- A risk register by probability and impact: scores, bands by category, the heat map. Scales
-- `likelihood` and `impact` of the plan give the words; what a cell types is kept in a footnote
-- where its word and its digit differ: the word is what people chose, the digit a slip.
--
-- Words used: risk.* of plugins/common/terms.<language>.yaml. Looks: cells level, low, moderate,
-- high, extreme.

local r = require "rapporteur"
local names = require "common.names"
local tables = require "common.tables"

local matrix = {}

local longest_scale = 9

local function step_digit(scale, word)
  for digit = 1, longest_scale do
    if tostring(r.step(scale, digit)) == tostring(r.step(scale, word)) and tostring(r.step(scale, word)) ~= word
      or tostring(r.step(scale, digit)) == word then
      return digit
    end
  end
end

-- "Probable – 4", "Probable", "4": { digit, label, typed, doubtful }; nil when it is none of them.
local function rating(scale, typed)
  if r.is_missing(typed) then
    return nil
  end
  local text = typed:gsub("[–—]", "-")
  local word = text:match("^%s*(.-)[%s%-%d]*$")
  local digit, doubtful = word ~= "" and step_digit(scale, word) or nil, false
  for found in text:gmatch("%d+") do
    local number = math.tointeger(tonumber(found))
    doubtful = doubtful or digit ~= nil and digit ~= number
    digit = digit or number
  end
  return digit and { digit = digit, label = r.step(scale, digit), typed = typed, doubtful = doubtful }
end

local function rating_cell(rated)
  if not rated then
    return r.missing()
  end
  local label = rated.label
  return { rated.digit, rated.doubtful and r.note(label, r.t("risk.doubtful", { typed = rated.typed })) or label }
end

-- Of the product of two scales of five: low to 4, moderate to 9, high to 14, extreme from 15.
local function level_of(score)
  return score >= 15 and "extreme" or score >= 10 and "high" or score >= 5 and "moderate" or "low"
end

-- Words of the categories that forms name; another one is printed as it is typed.
local categories = {
  contextuel = "contextual", contextual = "contextual", programmatique = "programmatic",
  programmatic = "programmatic", institutionnel = "institutional", institutional = "institutional",
  fiduciaire = "fiduciary", fiduciary = "fiduciary",
}

-- { { number, row, likelihood, impact, score, level } … }; the last four are nil where unrated.
function matrix.risks(plan)
  local risks = {}
  for i, row in ipairs(plan.tables.risks) do
    local likelihood, impact = rating("likelihood", row.likelihood), rating("impact", row.impact)
    local score = likelihood and impact and likelihood.digit * impact.digit or nil
    risks[i] = { number = i, row = row, likelihood = likelihood, impact = impact, score = score,
      level = score and level_of(score) }
  end
  return risks
end

local function risk_cells(risk, name_of)
  local row = risk.row
  local owner = r.is_missing(row.owner_role) and names.list(row.owner, name_of) or row.owner_role
  return {
    number = risk.number,
    risk = row.is_new == true and { row.title, { value = r.t("risk.new"), class = "strong" } } or row.title,
    likelihood = rating_cell(risk.likelihood),
    impact = rating_cell(risk.impact),
    score = risk.score and { value = { risk.score, r.t("risk." .. risk.level) }, class = risk.level } or r.missing(),
    frequency = row.frequency,
    source = row.source,
    mitigation = tables.lines(row.mitigation),
    owner = owner,
  }
end

function matrix.table(plan, risks)
  local name_of, rows, current = names.register(plan), {}, ""
  for _, risk in ipairs(risks) do
    local category = risk.row.category
    if not r.is_missing(category) and category ~= current then
      current = category
      local known = categories[category]
      rows[#rows + 1] = { kind = "band", label = known and r.t("risk." .. known) or category }
    end
    rows[#rows + 1] = { cells = risk_cells(risk, name_of) }
  end
  local watch = r.t("risk.watch")
  return tables.of({
    { id = "number", label = r.t("risk.number"), class = "code" },
    { id = "risk", label = r.t("risk.title"), weight = 9 },
    { id = "likelihood", label = r.t("risk.likelihood"), class = "level" },
    { id = "impact", label = r.t("risk.impact"), class = "level" },
    { id = "score", label = r.t("risk.score"), class = "level" },
    { id = "frequency", label = { watch, r.t("risk.frequency") }, weight = 2 },
    { id = "source", label = { watch, r.t("risk.source") }, weight = 3 },
    { id = "mitigation", label = r.t("risk.mitigation"), weight = 9 },
    { id = "owner", label = r.t("risk.owner"), weight = 2 },
  }, rows)
end

-- "4 – Probable"; the digit alone where the plan's scale has no such step.
local function step_name(scale, digit)
  local label = r.step(scale, digit)
  return r.kind(label) == "integer" and tostring(digit) or digit .. " – " .. label
end

-- Numbers of the risks at each crossing, likelihood downwards, impact to the right.
function matrix.heat_map(risks)
  local at, any, columns, rows = {}, false, { { id = "likelihood", label = r.t("risk.axes"), class = "strong" } }, {}
  for _, risk in ipairs(risks) do
    if risk.score then
      local key = risk.likelihood.digit .. "x" .. risk.impact.digit
      any = true
      at[key] = (at[key] and at[key] .. ", " or "") .. risk.number
    end
  end
  if not any then
    return r.missing()
  end
  for impact = 1, 5 do
    columns[impact + 1] = { id = "i" .. impact, class = "mark",
      label = step_name("impact", impact) }
  end
  for likelihood = 5, 1, -1 do
    local cells = { likelihood = step_name("likelihood", likelihood) }
    for impact = 1, 5 do
      cells["i" .. impact] = { value = at[likelihood .. "x" .. impact] or "", class = level_of(likelihood * impact) }
    end
    rows[#rows + 1] = { cells = cells }
  end
  return tables.of(columns, rows)
end

-- How many risks each level has, from the highest: { { level = word, count } … }.
function matrix.levels(risks)
  local count, found = {}, {}
  for _, risk in ipairs(risks) do
    local level = risk.level or "unrated"
    count[level] = (count[level] or 0) + 1
  end
  for _, level in ipairs { "extreme", "high", "moderate", "low", "unrated" } do
    if count[level] then
      found[#found + 1] = { level = r.t("risk." .. level), count = count[level] }
    end
  end
  return found
end

return matrix
