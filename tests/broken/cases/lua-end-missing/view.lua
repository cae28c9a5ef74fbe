return function(plan)
  for _, node in ipairs(plan.nodes) do
    print(node.title)
  return {}
end
