-- Functions: what a whole expected file would hide among other lines.
local check = require "common.testing"
local view = require "view"
local r = require "rapporteur"

local M = {}

function M.test_a_total_that_its_years_contradict_has_a_note(plan, context)
  local law = view(plan, context).axes[1].activities[2]
  check.equal(law.total, r.money("300000", "XOF"))
  check.is_missing(law.amounts["2020"])
end

function M.test_shares_of_a_column_add_up_to_100(plan, context)
  local shares = view(plan, context).shares
  local sum = shares.rows[1].total + shares.rows[2].total
  check.equal(sum, shares.total.total)
  check.equal(tostring(sum), "100,0\u{A0}%")
end

return M
