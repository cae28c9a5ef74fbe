local shared = require "common.shared"

return function(plan)
  local title = shared.title(plan)
  return { title = title }
end
