local r = require "rapporteur"

return function(plan, context)
  local function again(text)
    return (text:gsub(".", again))
  end
  return { title = again("x") }
end
