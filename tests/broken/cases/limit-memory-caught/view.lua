local r = require "rapporteur"

return function(plan, context)
  pcall(string.rep, "x", 1 << 30)
  return {}
end
