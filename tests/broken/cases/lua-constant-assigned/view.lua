local rate <const> = 655

return function()
  rate = 656
  return {}
end
