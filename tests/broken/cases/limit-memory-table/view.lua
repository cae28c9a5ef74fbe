local r = require "rapporteur"

return function(plan, context)
  local t = {}
  for i = 1, math.maxinteger do
    t[i] = { i }
  end
  return t
end
