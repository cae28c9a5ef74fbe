return function(plan)
  if plan.title then
    return {}
  end end
end
