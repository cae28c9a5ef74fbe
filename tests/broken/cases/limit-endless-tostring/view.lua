local r = require "rapporteur"

return function(plan, context)
  error(setmetatable({}, { __tostring = function()
    while true do end
  end }))
end
