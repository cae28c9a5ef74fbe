-- pick(rows, fields): rows of the plan as maps of a view, with these fields only.
return function(rows, fields)
  local found = {}
  for i, row in ipairs(rows) do
    found[i] = {}
    for _, field in ipairs(fields) do
      found[i][field] = row[field]
    end
  end
  return found
end
