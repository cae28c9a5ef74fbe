local r = require "rapporteur"

return function(plan, context)
  return { title = coroutine.wrap(function() coroutine.yield("x") end)() }
end
