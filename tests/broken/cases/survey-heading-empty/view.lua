return function(plan)
  return { title = plan.title }
end
