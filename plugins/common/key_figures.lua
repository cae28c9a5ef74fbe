local r = require "rapporteur"

-- A value as typed, as a number where it is nothing but digits in groups: "1 113".
local function number(value)
  local digits = tostring(value):gsub("\u{A0}", ""):gsub("\u{202F}", ""):gsub(" ", "")
  return not r.is_missing(value) and digits:match("^%d+$") and r.decimal(digits) or value
end

-- Key figures in pairs, two a row: never a sum, for their populations differ.
return function(plan)
  local pairs_of = {}
  for i, row in ipairs(plan.tables.key_figures) do
    local figure = { value = number(row.value), unit = row.unit, theme = row.band, text = row.text }
    if i % 2 == 1 then
      pairs_of[#pairs_of + 1] = { left = figure, right = { value = r.missing(), unit = "", theme = "", text = "" } }
    else
      pairs_of[#pairs_of].right = figure
    end
  end
  return pairs_of
end
