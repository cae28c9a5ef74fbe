-- Lists of texts as Markdown: real lists of the document, numbered from 1 each.

local r = require "rapporteur"
local tables = require "common.tables"

local lists = {}

local function listed(texts, mark)
  if #texts == 0 then
    return r.missing()
  end
  local source = ""
  for i, text in ipairs(texts) do
    source = source .. mark(i) .. text .. "\n"
  end
  return r.markdown(source)
end

function lists.numbered(texts)
  return listed(texts, function(i) return i .. ". " end)
end

function lists.bulleted(texts)
  return listed(texts, function() return "- " end)
end

-- `field` of each row that has it.
function lists.of(rows, field)
  local texts = {}
  for _, row in ipairs(rows) do
    if not r.is_missing(row[field]) then
      texts[#texts + 1] = row[field]
    end
  end
  return texts
end

-- The texts in one line, as a form has it; missing when there is none.
function lists.line(texts, separator)
  return #texts > 0 and tables.joined(texts, separator or ", ") or r.missing()
end

-- Rows of a table as a view can hold them: only these columns.
function lists.rows(rows, columns)
  local records = {}
  for i, row in ipairs(rows) do
    records[i] = {}
    for _, column in ipairs(columns) do
      records[i][column] = row[column]
    end
  end
  return records
end

-- The same texts in one cell of a table: bullets where there are several, `empty` for none.
function lists.cell(texts, empty)
  if #texts > 1 then
    return { value = texts, class = "bullet" }
  end
  return texts[1] or empty
end

-- Numbered paragraphs of one cell: plain text, so that no number is left behind when it is copied.
function lists.numbered_cell(texts)
  local paragraphs = {}
  for i, text in ipairs(texts) do
    paragraphs[i] = i .. ". " .. text
  end
  return #paragraphs > 0 and paragraphs or ""
end

return lists
