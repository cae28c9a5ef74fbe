local r = require "rapporteur"

return function(plan, context)
  getmetatable("").__index = nil
  return {}
end
