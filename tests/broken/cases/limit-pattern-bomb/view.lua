local r = require "rapporteur"

return function(plan, context)
  local text = ("a"):rep(40000)
  return { title = text:find(("a-"):rep(9) .. "b") }
end
