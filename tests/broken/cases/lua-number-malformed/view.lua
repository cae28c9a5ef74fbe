return function()
  return { n = 12abc }
end
