return function()
  return { title = "Titre }
end
