-- Annex D: the sheets of practices.

local r = require "rapporteur"
local tables = require "common.tables"

-- The twelve fields of a sheet in the order of the form; those in `optional` go with their label.
local fields = { "description", "objective", "stakeholders", "innovation", "challenges", "results",
  "adaptable", "replicable", "sustainable", "validated", "contact_role" }
local optional = { adaptable = true, replicable = true, validated = true }

return function(plan)
  local sheets = {}
  for _, row in ipairs(plan.tables.practices) do
    if not r.is_missing(row.description) then
      local rows = {}
      for _, field in ipairs(fields) do
        if not (optional[field] and r.is_missing(row[field])) then
          rows[#rows + 1] = { cells = { label = r.t("practice." .. field), value = tables.lines(row[field]) } }
        end
      end
      sheets[#sheets + 1] = { title = row.title, table = tables.of({
        { id = "label", label = r.t("practice.title"), class = "strong", weight = 5 },
        { id = "value", label = row.title, weight = 5 },
      }, rows) }
    end
  end
  return sheets
end
