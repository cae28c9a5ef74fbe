local part = {}

function part.first(nodes)
  local title = nodes.first.title
  return { title = title }
end

return part
