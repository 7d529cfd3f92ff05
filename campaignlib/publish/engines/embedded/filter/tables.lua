-- Tables for print.

local c = require 'common'
local widths = require('widths').widths
local raw, quoted, extend, around = c.raw, c.quoted, c.extend, c.around

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

local function says_something(row)
  for _, cell in ipairs(row.cells) do
    if #cell.contents > 0 then return true end
  end
  return false
end

-- The place where the sum starts that ends a table; behind the last row where there is none.
local function sum_starts(lines)
  for i = #lines, math.max(2, #lines - 2), -1 do
    if row_kind(lines[i].row, false) == 'total' then return i end
  end
  return #lines + 1
end

local SMALL = 6 -- tables of so many rows stay on one page

-- A table and the note below it, which goes with its last row, as a sum does.
local function sheet(tbl, note)
  local body = pandoc.List {}
  for _, part in ipairs(tbl.bodies) do extend(extend(body, part.head), part.body) end
  extend(body, tbl.foot.rows)
  local head, rest = placed(tbl.head.rows:filter(says_something)), placed(body)
  local aligns = column_aligns(tbl, rest)
  local shares, gap = widths(tbl, head, rest, aligns)
  local out = pandoc.Blocks {}
  if #tbl.caption.long > 0 then extend(out, around('#table-title[', tbl.caption.long, ']')) end
  local small = tostring(#rest <= SMALL)
  out:insert(raw(('#sheet((%s,), (%s,), %.1fpt, small: %s,'):format(table.concat(shares, ', '), table.concat(aligns, ', '), gap, small)))
  if #head > 0 then
    out:insert(raw 'table.header(')
    extend(out, lines_out(head, aligns, true))
    out:insert(raw '),')
  end
  local sum = sum_starts(rest)
  extend(out, lines_out({ table.unpack(rest, 1, sum - 1) }, aligns, false))
  if sum <= #rest or note then
    out:insert(raw 'table.footer(repeat: false,')
    extend(out, lines_out({ table.unpack(rest, sum) }, aligns, false))
    if note then extend(out, around('note-of(' .. #tbl.colspecs .. ')[', note, '],')) end
    out:insert(raw '),')
  end
  out:insert(raw ')')
  return out
end

local function is_note(block) return block and block.t == 'Div' and block.classes:includes 'note' end

local function with_notes(blocks)
  local out, i = pandoc.Blocks {}, 1
  while blocks[i] do
    if blocks[i].t ~= 'Table' then
      out:insert(blocks[i])
    elseif is_note(blocks[i + 1]) then
      extend(out, sheet(blocks[i], blocks[i + 1].content))
      i = i + 1
    else
      extend(out, sheet(blocks[i]))
    end
    i = i + 1
  end
  return out
end

return { with_notes = with_notes }
