-- Key figures as cards, three a row, each with what it is made of: { { a, b, c } … }, where a card is
-- { value, name, detail }; cards that fill up the last row are blank.
--
-- Words used: card_part.

local r = require "rapporteur"
local tables = require "common.tables"

return function(plan)
  local found, rows = {}, {}
  for _, row in ipairs(plan.tables.key_figures) do
    local detail = {}
    for _, part in ipairs(plan.tables.key_figures) do
      detail[#detail + 1] = part.parent == row.id and r.t("card_part", { value = part.value, name = part.name }) or nil
    end
    found[#found + 1] = r.is_missing(row.parent) and { value = row.value, name = row.name,
      detail = #detail > 0 and table.concat(detail, ", ") or tables.blank(row.text) } or nil
  end
  local blank = { value = "", name = "", detail = "" }
  for i = 1, #found, 3 do
    rows[#rows + 1] = { a = found[i], b = found[i + 1] or blank, c = found[i + 2] or blank }
  end
  return rows
end
