local r = require "rapporteur"

return function(plan, context)
  local t = { [{}] = 1 }
  for _ in pairs(t) do end
  return {}
end
