local function down(node)
  return 1 + down(node)
end

return function(plan)
  local depth = down(plan)
  return { depth = depth }
end
