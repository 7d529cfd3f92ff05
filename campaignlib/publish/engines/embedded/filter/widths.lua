-- How wide the columns of a table are on paper.

local c = require 'common'
local extend = c.extend

local PAGE, TEXT, SECOND = 504.57, 8.3, 7.2 -- in points: the width of the text, of a table's letters and of the smaller ones

-- Letters differ most in these; bold ones and capitals are a little wider than the rest.
local NARROW, WIDE = {}, {}
for sign in (".,:;'il !|"):gmatch '.' do NARROW[sign:byte()] = 0.29 end
for sign in ('%CNYMWmw−≥≤+'):gmatch(utf8.charpattern) do WIDE[utf8.codepoint(sign)] = 0.84 end

local function ems(text)
  local wide = 0
  for _, code in utf8.codes(text) do wide = wide + (code > 0x2e7f and 1 or NARROW[code] or WIDE[code] or 0.56) end
  return wide
end

-- How wide a cell is when none of its lines breaks, in points.
local function natural(cell)
  local widest, line = 0, 0
  local function add(inlines, size)
    for _, el in ipairs(inlines) do
      local image = el.t == 'RawInline' and el.text:match 'width: ([%d.]+)pt'
      if el.t == 'LineBreak' then
        widest, line = math.max(widest, line), 0
      elseif image then
        line = line + tonumber(image)
      elseif el.content then
        local small = el.t == 'Span' and (el.classes:includes 'second' or el.classes:includes 'other')
        add(el.content, small and SECOND or size)
      elseif el.t ~= 'RawInline' then
        line = line + ems(pandoc.utils.stringify(el)) * size
      end
    end
  end
  add(pandoc.utils.blocks_to_inlines(cell.contents), TEXT)
  return math.max(widest, line)
end

local function naturals(lines, count)
  local widest = {}
  for i = 1, count do widest[i] = 0 end
  for _, line in ipairs(lines) do
    for _, at in ipairs(line.cells) do
      if at.cell.col_span == 1 then widest[at.column] = math.max(widest[at.column], natural(at.cell)) end
    end
  end
  return widest
end

-- The columns that hold drawings, which do not get narrower.
local function drawings(lines)
  local found = {}
  for _, line in ipairs(lines) do
    for _, at in ipairs(line.cells) do
      pandoc.Blocks(at.cell.contents):walk { RawInline = function(el)
        if el.text:match '^#box%(image' then found[at.column] = true end
      end }
    end
  end
  return found
end

-- Inlines with lines no longer than a width, where words allow it.
local function filled(inlines, width, size)
  local out, line = pandoc.Inlines {}, 0
  for i, el in ipairs(inlines) do
    local following = inlines[i + 1]
    if el.t == 'Space' and following and line + ems(' ' .. pandoc.utils.stringify(following)) * size > width then
      out:insert(pandoc.LineBreak())
      line = 0
    else
      if el.t == 'Span' then el.content = filled(el.content, width, SECOND) end
      out:insert(el)
      line = el.t == 'LineBreak' and 0 or line + ems(pandoc.utils.stringify(el)) * size
    end
  end
  return out
end

-- Where room is scarce, heads of numbers are as narrow as the numbers.
local function break_heads(head, needed, aligns)
  for _, line in ipairs(head) do
    for _, at in ipairs(line.cells) do
      if at.cell.col_span == 1 and aligns[at.column] == 'right' then
        local words = pandoc.utils.blocks_to_inlines(at.cell.contents)
        at.cell.contents = { pandoc.Plain(filled(words, math.max(needed[at.column] + 12, 46), TEXT)) }
      end
    end
  end
end

-- Pandoc reads equal widths where a table says none.
local function asks_for_widths(tbl)
  local differ = false
  for _, spec in ipairs(tbl.colspecs) do
    if not spec[2] or spec[2] == 0 then return false end
    differ = differ or math.abs(spec[2] - tbl.colspecs[1][2]) > 0.001
  end
  return differ
end

-- Columns that fit take what they need; the room left over goes to the first, unless another says much more. Where not
-- all fit, short columns and numbers do, and the others share the rest by the root of what they say.
local function widths(tbl, head, body, aligns)
  local count, out = #tbl.colspecs, {}
  if asks_for_widths(tbl) then
    for i, spec in ipairs(tbl.colspecs) do out[i] = ('%.0ffr'):format(spec[2] * 100) end
    return out, 8
  end
  local lines = extend(pandoc.List {}, head) .. body
  local needed = naturals(lines, count)
  local sum = 0
  for i = 1, count do sum = sum + needed[i] out[i] = 'auto' end
  local spare = PAGE - sum - 8 * (count - 1)
  if spare >= 0 then
    local best
    for i = 1, count do
      if aligns[i] == 'left' and (not best or needed[i] > 1.5 * needed[best]) then best = i end
    end
    out[best or 1] = '1fr'
    return out, 8 + math.min(spare / count, 10)
  end
  local sharing, drawn, left = {}, drawings(body), PAGE - 8 * (count - 1)
  if c.settings.lang == 'en' then
    break_heads(head, naturals(body, count), aligns)
    needed = naturals(lines, count)
  end
  for i = 1, count do
    if aligns[i] == 'left' and not drawn[i] then
      sharing[i] = true
    else
      left = left - needed[i]
    end
  end
  local again = true
  while again do
    again = false
    local number = 0
    for _ in pairs(sharing) do number = number + 1 end
    for i = 1, count do
      if sharing[i] and number > 1 and needed[i] <= 0.9 * left / number then
        sharing[i], left, number, again = nil, left - needed[i], number - 1, true
      end
    end
  end
  for i in pairs(sharing) do out[i] = ('%.0ffr'):format(10 * math.sqrt(needed[i])) end
  return out, 8
end

return { widths = widths }
