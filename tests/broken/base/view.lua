local r = require "rapporteur"

return function(plan)
  local axes = {}
  for _, node in ipairs(plan.nodes) do
    axes[#axes + 1] = { code = node.code, title = node.title, total = r.money(1000000, "XOF") }
  end
  return {
    title = plan.title,
    day = r.date("2025-03-01"),
    axes = axes,
    none = {},
    photo = r.image("media/dot.png", "Un marché"),
    text = r.markdown("Un *texte*.\n\nEt un autre."),
    costs = r.table {
      columns = { { id = "a", label = "Axe" }, { id = "n", label = "Montant", class = "figure" } },
      rows = { { cells = { a = "Prévenir", n = r.money(5, "XOF") } } },
    },
  }
end
