local r = require "rapporteur"

return function(plan, context)
  return { title = "x", list = { 1, 2, name = "y" } }
end
