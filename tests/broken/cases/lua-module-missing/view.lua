local parts = require "prats"

return function()
  return parts
end
