return {
  title = function(plan)
    local name = plan.titel
    return name
  end,
}
