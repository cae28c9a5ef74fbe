return function(plan)
  return { title = plan.title, motto = "x", axes = { { title = "a", code = "I" } } }
end
