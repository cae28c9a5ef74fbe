-- Awards to civil society organisations, by outcome and output, with the sub-totals of each and of
-- each agency.
--
-- Words used: awards.*, total. Rows: band, band2, subtotal, subtotal2, total; format exact.

local r = require "rapporteur"
local names = require "common.names"
local tables = require "common.tables"

local function award_cells(row, name_of)
  local partner = row.new_partner == true and r.t("awards.new") or row.new_partner == false and r.t("awards.known")
    or r.missing()
  return {
    organisation = name_of(row.organisation), type = r.is_missing(row.type) and row.type or row.type:sub(1, 1):upper()
      .. row.type:sub(2):lower(), amount = row.amount,
    agency = r.is_missing(row.agency) and row.agency or name_of(row.agency), modality = row.modality,
    women = row.category, population = row.population,
    partner = r.is_missing(row.note) and partner or r.note(partner, tostring(row.note)),
  }
end

local function by_agency(sums, order, total, shares)
  local rows = {}
  for i, agency in ipairs(order) do
    rows[i] = { cells = { agency = agency == "" and r.missing() or agency, count = #sums[agency],
      amount = (r.sum(sums[agency])), share = shares[i] } }
  end
  rows[#rows + 1] = { kind = "total", label = r.t("total"), cells = total }
  return tables.of({
    { id = "agency", label = r.t("awards.agency"), class = "strong" },
    { id = "count", label = r.t("awards.count"), class = "figure" },
    { id = "amount", label = r.t("awards.amount"), class = "figure", format = "exact" },
    { id = "share", label = r.t("awards.share"), class = "figure", format = "share" },
  }, rows)
end

-- Two tables: outcome, output, awards, the management costs and the total; the agencies. Both are
-- missing when the plan has no awards.
return function(plan)
  local name_of, of_node, sums, order, all = names.register(plan), {}, {}, {}, {}
  for _, row in ipairs(plan.tables.awards) do
    of_node[row.node] = of_node[row.node] or {}
    table.insert(of_node[row.node], row)
    local agency = r.is_missing(row.agency) and "" or tostring(name_of(row.agency))
    if not sums[agency] then
      sums[agency], order[#order + 1] = {}, agency
    end
    table.insert(sums[agency], row.amount)
    all[#all + 1] = row.amount
  end
  local rows = {}
  for _, root in ipairs(plan.roots) do
    local of_outcome, label = {}, root.level.label .. " " .. root.code
    local band = { kind = "band", label = label .. " – " .. (r.is_missing(root.row.long_title) and root.title or root.row.long_title) }
    for _, output in ipairs(root.children) do
      local awards, of_output = of_node[output.id] or {}, {}
      for i, row in ipairs(awards) do
        rows[#rows + 1], band = band, nil
        rows[#rows + 1] = i == 1 and { kind = "band2", label = output.level.label .. " " .. output.code .. " – " .. output.title } or nil
        rows[#rows + 1] = { cells = award_cells(row, name_of) }
        of_output[i], of_outcome[#of_outcome + 1] = row.amount, row.amount
      end
      rows[#rows + 1] = #awards > 0 and { kind = "subtotal", cells = { amount = (r.sum(of_output)) },
        label = r.t("awards.subtotal", { title = output.level.label .. " " .. output.code }) } or nil
    end
    rows[#rows + 1] = #of_outcome > 0 and { kind = "subtotal2", cells = { amount = (r.sum(of_outcome)) },
      label = r.t("awards.subtotal", { title = label }) } or nil
  end
  if #rows == 0 then
    return r.missing(), r.missing()
  end
  local total, amounts = r.sum(all), {}
  for i, agency in ipairs(order) do
    amounts[i] = r.sum(sums[agency])
  end
  rows[#rows + 1] = { kind = "subtotal", label = r.t("awards.management"), cells = { amount = r.t("awards.not_applicable") } }
  rows[#rows + 1] = { kind = "total", label = r.t("awards.total"), cells = { amount = total } }
  return tables.of({
    { id = "organisation", label = r.t("awards.organisation"), class = "strong" },
    { id = "type", label = r.t("awards.type") },
    { id = "amount", label = r.t("awards.amount"), class = "figure", format = "exact" },
    { id = "agency", label = r.t("awards.agency") },
    { id = "modality", label = r.t("awards.modality"), format = "cell" },
    { id = "women", label = r.t("awards.women"), weight = 2, format = "cell" },
    { id = "partner", label = r.t("awards.partner"), format = "cell" },
    { id = "population", label = r.t("awards.population"), format = "cell" },
  }, rows), by_agency(sums, order, { count = #all, amount = total }, r.shares(amounts, 1))
end
