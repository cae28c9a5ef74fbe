local r = require "rapporteur"

return function(plan, context)
  pcall(function()
    while true do end
  end)
  return {}
end
