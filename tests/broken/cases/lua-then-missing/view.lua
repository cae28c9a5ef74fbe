return function(plan)
  if plan.title
    return {}
  end
end
