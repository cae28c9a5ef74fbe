local part = require "part"

local function axes(plan)
  return part.first(plan.nodes)
end

return function(plan)
  local made = axes(plan)
  return made
end
