local r = require "rapporteur"

return function(plan, context)
  local name
  return { title = "Pays : " .. name }
end
