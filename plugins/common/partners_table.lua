-- Partners of one kind as a table: who they are and what they bring, under their group; project and
-- agreement where there is one.
--
-- Words used: partners.others, .partner, .brings, .project, .agreement.

local r = require "rapporteur"
local tables = require "common.tables"

-- `kind`: "government", "civil_society" … as the table partners has it.
return function(plan, kind, name_of)
  local full, rows, current = {}, {}, ""
  for _, row in ipairs(plan.tables.organisations) do
    full[row.id] = row.name
  end
  for _, row in ipairs(plan.tables.partners) do
    if row.kind == kind then
      local group = r.is_missing(row.group) and r.t("partners.others") or row.group
      if tostring(group) ~= current and (current ~= "" or not r.is_missing(row.group)) then
        rows[#rows + 1], current = { kind = "band", label = group }, tostring(group)
      end
      local brings = { row.role }
      brings[#brings + 1] = not r.is_missing(row.project) and r.t("partners.project", { title = row.project }) or nil
      if not r.is_missing(row.agreement_start) and not r.is_missing(row.agreement_end) then
        brings[#brings + 1] = r.t("partners.agreement", { first = row.agreement_start, last = row.agreement_end,
          agency = r.is_missing(row.agency) and "–" or name_of(row.agency) })
      end
      rows[#rows + 1] = { cells = { partner = full[row.organisation] or row.organisation, brings = brings } }
    end
  end
  return tables.of({
    { id = "partner", label = r.t("partners.partner"), class = "strong", weight = 6 },
    { id = "brings", label = r.t("partners.brings"), weight = 5 },
  }, rows)
end
