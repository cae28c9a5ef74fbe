local r = require "rapporteur"

-- pick(rows, fields, needed): rows of the plan as maps of a view, with these fields only; those
-- without a value in the field `needed` (none when left out) are passed over.
return function(rows, fields, needed)
  local found = {}
  for _, row in ipairs(rows) do
    if not needed or not r.is_missing(row[needed]) then
      local picked = {}
      for _, field in ipairs(fields) do
        picked[field] = row[field]
      end
      found[#found + 1] = picked
    end
  end
  return found
end
