-- Tables for print.

local c = require 'common'
local print_out, raw, quoted, extend, around = c.print_out, c.raw, c.quoted, c.extend, c.around

local ALIGNS = { AlignRight = 'right', AlignCenter = 'center', AlignLeft = 'left' }
local RIGHT = { num = 1, right = 1, number = 1, gt_right = 1, r = 1 }
local CENTER = { center = 1, gt_center = 1, c = 1 }

local function alignment(cell)
  for _, class in ipairs(cell.attr.classes) do
    if RIGHT[class] then return 'right' end
    if CENTER[class] then return 'center' end
  end
  return ALIGNS[cell.alignment]
end

-- Each cell with the column it starts in, counting spans of rows above.
local function placed(rows)
  local busy, out = {}, {}
  for r, row in ipairs(rows) do
    local column, line = 1, { row = row, cells = {} }
    for _, cell in ipairs(row.cells) do
      while busy[r .. ',' .. column] do column = column + 1 end
      line.cells[#line.cells + 1] = { cell = cell, column = column }
      for i = 0, cell.row_span - 1 do
        for j = 0, cell.col_span - 1 do busy[(r + i) .. ',' .. (column + j)] = true end
      end
      column = column + cell.col_span
    end
    out[r] = line
  end
  return out
end

local function column_aligns(tbl, lines)
  local aligns = {}
  for i, spec in ipairs(tbl.colspecs) do aligns[i] = ALIGNS[spec[1]] end
  for _, line in ipairs(lines) do
    for _, at in ipairs(line.cells) do
      if at.cell.col_span == 1 and not aligns[at.column] then aligns[at.column] = alignment(at.cell) end
    end
  end
  for i = 1, #tbl.colspecs do aligns[i] = aligns[i] or 'left' end
  return aligns
end

local function any_class(row, pattern)
  for _, class in ipairs(row.attr.classes) do if class:match(pattern) then return true end end
  for _, cell in ipairs(row.cells) do
    for _, class in ipairs(cell.attr.classes) do if class:match(pattern) then return true end end
  end
  return false
end

local function row_kind(row, head)
  if head then return 'head' end
  if any_class(row, '^group') or any_class(row, 'group_heading') then return 'group' end
  if any_class(row, '^total') or any_class(row, 'summary_row') then return 'total' end
  return 'row'
end

local function cell_blocks(at, kind, aligns, indent)
  local options = { 'align: ' .. (alignment(at.cell) or aligns[at.column]) .. (kind == 'head' and ' + bottom' or '') }
  if at.cell.col_span > 1 then options[#options + 1] = 'colspan: ' .. at.cell.col_span end
  if at.cell.row_span > 1 then options[#options + 1] = 'rowspan: ' .. at.cell.row_span end
  if indent and at.column == 1 then options[#options + 1] = 'indent: 7pt' end
  if kind == 'total' and at.column == 1 then options[#options + 1] = 'bold: true' end
  local out = pandoc.Blocks { raw('cell-of(' .. quoted(kind) .. ', ' .. table.concat(options, ', ') .. ')[') }
  return extend(out, at.cell.contents) .. pandoc.Blocks { raw '],' }
end

local function lines_out(lines, aligns, head)
  local out = pandoc.Blocks {}
  for _, line in ipairs(lines) do
    local kind = row_kind(line.row, head)
    if kind == 'group' then out:insert(raw 'table.header(level: 2,') end
    for _, at in ipairs(line.cells) do extend(out, cell_blocks(at, kind, aligns, any_class(line.row, '^indent'))) end
    if kind == 'group' then out:insert(raw '),') end
  end
  return out
end

local function wide(text) return utf8.len(text) + utf8.len((text:gsub('[%z\1-\127]', ''))) end

-- The column of text that takes the room left over: the first, unless another says much more.
local function growing(lines, aligns)
  local longest = {}
  for _, line in ipairs(lines) do
    for _, at in ipairs(line.cells) do
      if at.cell.col_span == 1 then
        local length = wide(pandoc.utils.stringify(at.cell.contents))
        longest[at.column] = math.max(longest[at.column] or 0, length)
      end
    end
  end
  local best
  for i, side in ipairs(aligns) do
    if side == 'left' and (not best or (longest[i] or 0) > 1.5 * (longest[best] or 0)) then best = i end
  end
  return (best or 1) - 1
end

local function says_something(row)
  for _, cell in ipairs(row.cells) do
    if #cell.contents > 0 then return true end
  end
  return false
end

local function a_table(tbl)
  if not print_out then return nil end
  local body = pandoc.List {}
  for _, part in ipairs(tbl.bodies) do extend(extend(body, part.head), part.body) end
  extend(body, tbl.foot.rows)
  local head, rest = placed(tbl.head.rows:filter(says_something)), placed(body)
  local aligns = column_aligns(tbl, rest)
  local out = pandoc.Blocks {}
  if #tbl.caption.long > 0 then extend(out, around('#table-title[', tbl.caption.long, ']')) end
  out:insert(raw('#sheet(' .. #tbl.colspecs .. ', (' .. table.concat(aligns, ', ') .. ',), ' .. growing(rest, aligns) .. ','))
  if #head > 0 then
    out:insert(raw 'table.header(')
    extend(out, lines_out(head, aligns, true))
    out:insert(raw '),')
  end
  extend(out, lines_out(rest, aligns, false))
  out:insert(raw ')')
  return out
end

return { a_table = a_table }
