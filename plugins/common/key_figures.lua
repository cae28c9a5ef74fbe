local r = require "rapporteur"

-- Key figures in pairs, two a row: never a sum, for their populations differ.
return function(plan)
  local pairs_of = {}
  for i, row in ipairs(plan.tables.key_figures) do
    local figure = { value = row.value, unit = row.unit, theme = row.band, text = row.text }
    if i % 2 == 1 then
      pairs_of[#pairs_of + 1] = { left = figure, right = { value = r.missing(), unit = "", theme = "", text = "" } }
    else
      pairs_of[#pairs_of].right = figure
    end
  end
  return pairs_of
end
