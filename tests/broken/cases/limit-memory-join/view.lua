local r = require "rapporteur"

return function(plan, context)
  local t = {}
  for i = 1, 200 do t[i] = ("x"):rep(1 << 18) end
  return { title = table.concat(t) .. table.concat(t) }
end
