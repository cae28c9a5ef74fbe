return function()
  return { title = = 1 }
end
