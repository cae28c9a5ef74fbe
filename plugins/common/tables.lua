-- Small things that tables of every format need.

local r = require "rapporteur"

local tables = {}

-- A value, or "" (a deliberate blank) where it is missing.
function tables.blank(value)
  return r.is_missing(value) and "" or value
end

-- A table for a slot; missing when it has no rows, so that {{#if}} leaves its section out. A column
-- with `optional = true` is left out when no row fills it.
function tables.of(columns, rows)
  if #rows == 0 then
    return r.missing()
  end
  local kept = {}
  for _, column in ipairs(columns) do
    local filled = not column.optional
    for _, row in ipairs(rows) do
      local cell = row.cells and row.cells[column.id]
      filled = filled or not (cell == nil or cell == "" or r.is_missing(cell))
    end
    if filled then
      local copy = {}
      for field, value in pairs(column) do
        copy[field] = field ~= "optional" and value or nil
      end
      kept[#kept + 1] = copy
    end
  end
  return r.table { columns = kept, rows = rows }
end

-- The format for the plan's amounts: "amount", without decimals, or "exact" where one of them has cents.
function tables.amount_format(plan)
  local function has_cents(amount)
    local printed = tostring(amount)
    return printed:find("[.,]%d%d%D*$") and not printed:find("[.,]00%D*$")
  end
  for _, line in ipairs(plan.lines) do
    for _, amount in pairs(line.amounts) do
      if not r.is_missing(amount) and has_cents(amount) then
        return "exact"
      end
    end
  end
  return "amount"
end

-- A cell among figures: they stand right, a share in the format `rate`; words stand left and wrap.
function tables.figure(value)
  local kind = r.kind(value)
  local is_words = kind == "text" or kind == "string" or kind == "list" or type(value) == "table"
  if kind == "percent" then
    return { value = value, format = "rate" }
  end
  return is_words and { value = value, class = "text" } or value
end

-- Records that all have these fields (names with blanks between), missing where there is none. Without a
-- record there is one whose fields are all missing: a donor's table stays on its page, marked.
function tables.complete(records, fields)
  if #records == 0 then
    records[1] = {}
  end
  for _, record in ipairs(records) do
    for field in fields:gmatch("%S+") do
      if record[field] == nil then
        record[field] = r.missing()
      end
    end
  end
  return records
end

-- A first cell that goes on: value in the first row of a group, r.above in the others.
function tables.once(value, is_first)
  return is_first and value or r.above
end

-- The lines of a text as a list of texts.
function tables.lines(text)
  if r.is_missing(text) then
    return r.missing()
  end
  local lines = {}
  for line in tostring(text):gmatch("[^\n]+") do
    lines[#lines + 1] = line
  end
  return #lines > 1 and lines or text
end

-- A word of registers, register.<key> of the terms.
function tables.word(key)
  return r.t("register." .. key)
end

-- A column of text headed by such a word; `more` are further fields of the column.
function tables.text(id, label, more)
  local column = { id = id, label = tables.word(label), format = "cell" }
  for field, value in pairs(more or {}) do
    column[field] = value
  end
  return column
end

-- Rows with a band before each group: `band_of(row)` names the group, missing for none. A single group
-- needs no band: its heading names it.
function tables.banded(source, band_of, cells_of)
  local rows, current, several = {}, "", false
  for _, row in ipairs(source) do
    several = several or tostring(band_of(row)) ~= tostring(band_of(source[1]))
  end
  for i, row in ipairs(source) do
    local band = band_of(row)
    if several and not r.is_missing(band) and tostring(band) ~= current then
      rows[#rows + 1] = { kind = "band", label = band }
      current = tostring(band)
    end
    rows[#rows + 1] = { cells = cells_of(row, i) }
  end
  return rows
end

-- The texts of a list as one.
function tables.joined(list, separator)
  local whole = list[1] or ""
  for i = 2, #list do
    whole = whole .. separator .. list[i]
  end
  return whole
end

-- A list of those values that are there.
function tables.list_of(...)
  local found = {}
  for i = 1, select("#", ...) do
    local value = (select(i, ...))
    if not r.is_missing(value) and value ~= "" then
      found[#found + 1] = value
    end
  end
  return found
end

return tables
