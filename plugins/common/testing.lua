-- What tests of a format say: rapporteur test. Each function raises an error, at the caller's line,
-- that tells what was expected and what there is.
local r = require "rapporteur"

local M = {}

local function written(value)
  if r.kind(value) == "string" then
    return '"' .. value .. '"'
  end
  return r.kind(value) == "table" and "a table" or tostring(value) .. " (" .. r.kind(value) .. ")"
end

-- U+00A0 and U+202F look like a space, and are what French numbers and signs need.
local function plain(text)
  return (text:gsub("\u{A0}", " "):gsub("\u{202F}", " "))
end

local function at(path)
  return path == "" and "" or " at " .. path:gsub("^%.", "")
end

-- The first difference in words, or nil. Tables are compared by their members, all other values as
-- `==` compares them: a text of the plan equals a string of the same letters.
local function difference(actual, expected, path)
  if type(actual) == "table" and type(expected) == "table" then
    for key in pairs(expected) do
      local step = type(key) == "number" and "[" .. key .. "]" or "." .. key
      local found = difference(actual[key], expected[key], path .. step)
      if found then
        return found
      end
    end
    for key in pairs(actual) do
      if expected[key] == nil then
        local step = type(key) == "number" and "[" .. key .. "]" or "." .. key
        return "nothing expected" .. at(path .. step) .. ", got " .. written(actual[key])
      end
    end
    return nil
  end
  local same = actual == expected
  if r.kind(actual) == "text" and type(expected) == "string" then
    same = tostring(actual) == expected
  end
  if same then
    return nil
  end
  local text = "expected " .. written(expected) .. at(path) .. ", got " .. written(actual)
  local alike = type(expected) == "string" and plain(tostring(actual)) == plain(expected)
  return alike and text .. ": they differ in a no-break space (U+00A0 or U+202F)" or text
end

-- check.equal(view.axes[1], { label = "Axe I", total = r.money("12", "XOF") })
function M.equal(actual, expected)
  local found = difference(actual, expected, "")
  if found then
    error(found, 2)
  end
end

function M.is_true(value)
  if value ~= true then
    error("expected true, got " .. written(value), 2)
  end
end

function M.is_missing(value)
  if not r.is_missing(value) then
    error("expected a missing value, got " .. written(value), 2)
  end
end

-- The error that the function raises, without its place, must contain the text.
function M.fails(work, text)
  local ok, message = pcall(work)
  if ok then
    error("expected an error with \"" .. text .. "\", but there was none", 2)
  end
  if not tostring(message):find(text, 1, true) then
    error("expected an error with \"" .. text .. "\", got \"" .. tostring(message) .. "\"", 2)
  end
end

return M
