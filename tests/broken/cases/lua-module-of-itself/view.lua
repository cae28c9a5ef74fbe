local part = require "part"

return function()
  return part
end
