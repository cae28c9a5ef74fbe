local r = require "rapporteur"

return function(plan, context)
  return { title = "x", costs = r.table { columns = { { id = "a", label = "A", format = "mony" } },
    rows = { { cells = { a = r.money(5, "XOF") } } } } }
end
