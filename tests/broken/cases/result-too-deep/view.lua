local r = require "rapporteur"

return function(plan, context)
  local t = {}
  for _ = 1, 80 do t = { t } end
  return { title = t }
end
