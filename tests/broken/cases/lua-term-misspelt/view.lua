local r = require "rapporteur"

return function(plan, context)
  return { title = r.t("totla") }
end
