local r = require "rapporteur"

return function(plan, context)
  return { title = ("x"):rep(1 << 30) }
end
