-- People reached, directly and indirectly, with the share of each group, of women and girls, and totals.
--
-- Words used: beneficiaries.*, total; format share.

local r = require "rapporteur"
local tables = require "common.tables"

-- Missing when the plan has no such rows.
return function(plan)
  local rows, direct, indirect, women = {}, {}, {}, { direct = {}, indirect = {} }
  for i, row in ipairs(plan.tables.beneficiaries) do
    direct[i], indirect[i] = row.direct, row.indirect
    if row.sex == "female" then
      table.insert(women.direct, row.direct)
      table.insert(women.indirect, row.indirect)
    end
  end
  local of_direct, of_indirect = r.shares(direct, 1), r.shares(indirect, 1)
  for i, row in ipairs(plan.tables.beneficiaries) do
    rows[i] = { cells = { group = row.group, direct = row.direct, direct_share = of_direct[i], indirect = row.indirect,
      indirect_share = of_indirect[i], note = tables.once(row.note, i == 1 or not r.is_missing(row.note)) } }
  end
  if #rows > 0 then
    local all = { direct = (r.sum(direct)), indirect = (r.sum(indirect)) }
    local female = { direct = (r.sum(women.direct)), indirect = (r.sum(women.indirect)) }
    rows[#rows + 1] = { kind = "subtotal", label = r.t("beneficiaries.women"), cells = { direct = female.direct,
      direct_share = r.percent(female.direct, all.direct, 1), indirect = female.indirect,
      indirect_share = r.percent(female.indirect, all.indirect, 1) } }
    rows[#rows + 1] = { kind = "total", label = r.t("total"), cells = { direct = all.direct,
      direct_share = r.percent(1, 1), indirect = all.indirect, indirect_share = r.percent(1, 1) } }
  end
  local share = r.t("beneficiaries.share")
  return tables.of({
    { id = "group", label = r.t("beneficiaries.group"), class = "strong" },
    { id = "direct", label = { r.t("beneficiaries.direct"), r.t("beneficiaries.number") }, class = "figure" },
    { id = "direct_share", label = { r.t("beneficiaries.direct"), share }, class = "figure", format = "share" },
    { id = "indirect", label = { r.t("beneficiaries.indirect"), r.t("beneficiaries.number") }, class = "figure" },
    { id = "indirect_share", label = { r.t("beneficiaries.indirect"), share }, class = "figure", format = "share" },
    { id = "note", label = r.t("beneficiaries.note"), format = "cell", weight = 4 },
  }, rows)
end
