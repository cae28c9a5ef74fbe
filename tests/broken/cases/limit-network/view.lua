local r = require "rapporteur"

return function(plan, context)
  local socket = require "socket"
  return { title = socket.gethostname() }
end
