local r = require "rapporteur"

return function(plan, context)
  setmetatable({}, { __gc = function() end })
  return {}
end
