return function(plan)
  return { title = plan.title, years = { { id = "a", label = "A" } }, amounts = { a = 1 } }
end
