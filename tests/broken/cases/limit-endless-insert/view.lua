local r = require "rapporteur"

return function(plan, context)
  local t = setmetatable({}, { __len = function() return 1 << 53 end, __index = {}, __newindex = {} })
  table.insert(t, 1, "x")
  return {}
end
