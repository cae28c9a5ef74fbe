local parts = require "common.../../secret"

return function()
  return parts
end
