local r = require "rapporteur"

return function(plan, context)
  local t = { title = "x" }
  t.again = t
  return t
end
