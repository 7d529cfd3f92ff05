-- What Quarto does for a page, done by one filter: conditional content, callouts, cross references, our division
-- classes, and for print raw HTML, tables and images as Typst. Settings come as JSON in the metadata.

local print_out = FORMAT:match 'typst' ~= nil
local settings, words, folder, tokens
local PX = 0.75 -- a CSS pixel in points
local CELL = 504.57 / 920 -- in a table cell: the page is 178 mm wide where the body on screen is 920 px

local function has(el, class) return el.classes ~= nil and el.classes:includes(class) end
local function raw(text) return pandoc.RawBlock('typst', text) end
local function rawi(text) return pandoc.RawInline('typst', text) end
local function quoted(text) return '"' .. text:gsub('[\\"]', '\\%0'):gsub('%s+', ' ') .. '"' end
local function extend(list, more) for _, x in ipairs(more) do list:insert(x) end return list end
local function around(before, blocks, after)
  return extend(pandoc.Blocks { raw(before) }, blocks) .. pandoc.Blocks { raw(after) }
end
local function aroundi(before, inlines, after)
  return extend(pandoc.Inlines { rawi(before) }, inlines) .. pandoc.Inlines { rawi(after) }
end

-- ---- content that one format shows

local function named(value) return value == 'html' and not print_out or value ~= 'html' and print_out end

local function conditional(el)
  local visible = has(el, 'content-visible')
  if not visible and not has(el, 'content-hidden') then return nil end
  local when, unless = el.attributes['when-format'], el.attributes['unless-format']
  local applies = true
  if when then applies = named(when) elseif unless then applies = not named(unless) end
  if applies ~= visible then return {} end
  return el.content
end

-- ---- raw HTML for print

local function to_image(svg)
  local ours = svg:gsub('var%(%-%-(%w+)[^)]*%)', function(name) return tokens[name] or 'black' end)
  ours = ours:gsub('currentColor', tokens.ink)
  if not ours:match '^<svg[^>]*xmlns=' then
    ours = ours:gsub('^<svg', '<svg xmlns="http://www.w3.org/2000/svg"', 1)
  end
  local title = svg:match '<title[^>]*>(.-)</title>' or svg:match '^<svg[^>]-aria%-label="([^"]*)"' or ''
  local name = pandoc.utils.sha1(ours):sub(1, 16) .. '.svg'
  local file = assert(io.open(folder .. '/' .. name, 'wb'))
  file:write(ours)
  file:close()
  return '<img src="' .. name .. '" alt="' .. title:gsub('"', '&quot;') .. '">'
end

local function from_html(text)
  local plain = text:gsub('<style[^>]*>.-</style>', ''):gsub('<svg[^>]*>.-</svg>', to_image)
  return pandoc.read(plain, 'html').blocks
end

local function html_block(el)
  if el.format ~= 'html' then return nil end
  return from_html(el.text)
end

local function html_inline(el)
  if el.format ~= 'html' then return nil end
  if el.text:match '^<br' then return pandoc.LineBreak() end
  return {}
end

-- ---- images for print

local function length(value, px)
  local number, unit = (value or ''):match '^([%d.]+)%s*(%a*%%?)$'
  if not number then return nil end
  if unit == '' or unit == 'px' then return ('%.2fpt'):format(tonumber(number) * px) end
  return number .. unit
end

local function natural(svg)
  local head = svg:match '<svg[^>]*>' or ''
  local width = head:match '%swidth="([%d.]+)[px]*"'
  local box = head:match 'viewBox="[%d.-]+[ ,]+[%d.-]+[ ,]+([%d.]+)'
  return tonumber(width or box)
end

local alone = {}

local function image(el)
  local alt = el.attributes['fig-alt'] or el.attributes.alt or pandoc.utils.stringify(el.caption)
  if not print_out then
    el.caption = pandoc.Inlines(alt)
    el.attributes['fig-alt'] = nil
    return el
  end
  local src, content = el.src, nil
  if src:match '^data:' then
    local mime, bytes = pandoc.mediabag.fetch(src)
    local ending = mime:match 'svg' and 'svg' or mime:match '/(%w+)'
    content = bytes
    src = pandoc.utils.sha1(bytes):sub(1, 16) .. '.' .. ending
    local file = assert(io.open(folder .. '/' .. src, 'wb'))
    file:write(bytes)
    file:close()
  elseif src:match '^%x+%.svg$' then
    local file = assert(io.open(folder .. '/' .. src, 'rb'))
    content = file:read 'a'
    file:close()
  else
    io.stderr:write('Could not fetch ' .. src .. ': images are data: URIs\n')
    return {}
  end
  local px = src:match 'svg$' and natural(content)
  local width = el.attributes.width or (px and px .. 'px')
  local about = quoted(src) .. ', alt: ' .. quoted(alt ~= '' and alt or '·')
  local inline = '#box(image(' .. about .. (width and ', width: ' .. length(width, CELL) or '') .. '))'
  alone[inline] = '#picture(' .. about .. ', ' .. (length(width, PX) or 'auto') .. ')'
  return rawi(inline)
end

-- A paragraph that is one image has the width of the drawing, but not more than there is.
local function lone_image(el)
  if #el.content ~= 1 or el.content[1].t ~= 'RawInline' then return nil end
  local picture = alone[el.content[1].text]
  return picture and raw(picture) or nil
end

-- ---- cross references

local numbers = {}

local function number(el)
  local kind = el.identifier:match '^(%a+)%-'
  if (kind ~= 'fig' and kind ~= 'tbl') or numbers[el.identifier] then return nil end
  settings.count[kind] = (settings.count[kind] or 0) + 1
  local gap = settings.lang == 'zh' and '' or ' '
  numbers[el.identifier] = words[kind] .. gap .. settings.count[kind]
  if not has(el, 'numbered') then el.classes:insert 'numbered' el.classes:insert(kind) end
  return el
end

local function reference(el)
  local out = pandoc.Inlines {}
  for i, cited in ipairs(el.citations) do
    local kind = cited.id:match '^(%a+)%-'
    if kind ~= 'fig' and kind ~= 'tbl' and kind ~= 'sec' then return el.content end
    local text = numbers[cited.id]
    if not text then
      io.stderr:write('Unable to resolve crossref @' .. cited.id .. '\n')
      return el.content
    end
    if i > 1 then out:insert(pandoc.Str(settings.lang == 'zh' and '、' or ', ')) end
    out:insert(pandoc.Link({ pandoc.Str(text) }, '#' .. cited.id, '', pandoc.Attr('', { 'reference' })))
  end
  return out
end

local function numbered(el)
  local text = numbers[el.identifier]
  if not text or not has(el, 'numbered') then return nil end
  local caption, content = pandoc.Inlines { pandoc.Str(text) }, pandoc.Blocks {}
  for _, block in ipairs(el.content) do
    if block.t == 'Div' and has(block, 'caption') then
      caption:insert(pandoc.Str '　')
      extend(caption, pandoc.utils.blocks_to_inlines(block.content))
    else
      content:insert(block)
    end
  end
  local table_kind = has(el, 'tbl')
  if print_out then
    local place = table_kind and 'top' or 'bottom'
    local open = '#ours-figure(' .. quoted(table_kind and 'table' or 'image') .. ', ' .. place .. ', ['
    local blocks = pandoc.Blocks { pandoc.Plain(aroundi(open, caption, '])[')) }
    return extend(blocks, content) .. pandoc.Blocks { raw('] <' .. el.identifier .. '>') }
  end
  local below = pandoc.Div({ pandoc.Plain(caption) }, pandoc.Attr('', { 'figcaption' }))
  if table_kind then content:insert(1, below) else content:insert(below) end
  return pandoc.Div(content, pandoc.Attr(el.identifier, { 'numbered', table_kind and 'tbl' or 'fig' }, { role = 'figure', ['aria-label'] = pandoc.utils.stringify(caption) }))
end

-- ---- traced figures

local traces, notes, used, cards = {}, {}, {}, pandoc.List {}

-- Ids of traced figures in the order in which the page mentions them.
local mentioned, mentions = {}, 0
local function mention(id)
  if id and not mentioned[id] then
    mentions = mentions + 1
    mentioned[id] = mentions
  end
end

local function scan(blocks)
  blocks:walk {
    traverse = 'topdown',
    Link = function(el) mention(el.target:match '^#(figure%-.+)$') end,
    RawBlock = function(el)
      for id in el.text:gmatch '<a class="figure" href="#(figure%-[^"]*)"' do mention(id) end
    end,
  }
end

-- The ids a note stands under, and the note without them.
local function note_of(item)
  local ids = pandoc.List {}
  local plain = pandoc.Blocks(item):walk { Span = function(span)
    if not span.identifier:match '^figure%-' then return nil end
    ids:insert(span.identifier)
    return span.content
  end }
  return ids, plain
end

-- Notes in the order of their mention. Those nobody mentions follow folded on the page and stay off paper.
local function sorted_notes(list)
  local first, rest = pandoc.List {}, pandoc.List {}
  for i, item in ipairs(list.content) do
    local ids, plain = note_of(item)
    local rank
    for _, id in ipairs(ids) do
      notes[id] = plain
      rank = math.min(rank or mentions + 1, mentioned[id] or mentions + 1)
    end
    if rank and rank <= mentions then first:insert { rank, item, ids } else rest:insert(item) end
  end
  first:sort(function(one, other) return one[1] < other[1] end)
  for i, entry in ipairs(first) do
    for _, id in ipairs(entry[3]) do traces[id] = i end
  end
  return first:map(function(entry) return entry[2] end), rest
end

local function collect_traces(el)
  if not has(el, 'trace') then return nil end
  local out = pandoc.Blocks {}
  for _, block in ipairs(el.content) do
    if block.t == 'BulletList' or block.t == 'OrderedList' then
      local first, rest = sorted_notes(block)
      if #first > 0 then out:insert(pandoc.OrderedList(first)) end
      if #rest > 0 and #first == 0 then out:insert(pandoc.OrderedList(rest)) end
      if #rest > 0 and #first > 0 and not print_out then
        local title = words.other_notes:gsub('{n}', tostring(#rest))
        local inside = { pandoc.OrderedList(rest, pandoc.ListAttributes(#first + 1)) }
        out:insert(pandoc.Div(inside, pandoc.Attr('', { 'callout-note' }, { collapse = 'true', title = title })))
      end
    else
      out:insert(block)
    end
  end
  el.content = out
  return el
end

-- On the page a traced figure opens its note as a popover, which needs no script; without a note it is plain text.
local function opener(id)
  if not used[id] then cards:insert(id) end
  used[id] = true
  return '<button type="button" class="figure" popovertarget="note-' .. id .. '">'
end

local function card(id)
  local open = '<div class="card" id="note-' .. id .. '" popover>'
  local out = extend(pandoc.Blocks { pandoc.RawBlock('html', open) }, notes[id])
  return out .. pandoc.Blocks { pandoc.RawBlock('html', '</div>') }
end

local function traced_in_html(text)
  return (text:gsub('<a class="figure" href="#(figure%-[^"]*)">(.-)</a>', function(id, inside)
    return traces[id] and opener(id) .. inside .. '</button>' or inside
  end))
end

local function link(el)
  local id = el.target:match '^#(figure%-.+)$'
  if not id then return nil end
  if not traces[id] then return el.content end
  if not print_out then
    local made = extend(pandoc.Inlines { pandoc.RawInline('html', opener(id)) }, el.content)
    return made .. pandoc.Inlines { pandoc.RawInline('html', '</button>') }
  end
  return aroundi('#traced(' .. traces[id] .. ', <' .. id .. '>)[', el.content, ']')
end

-- ---- inline classes

local COLOURS = { 'good', 'warn', 'bad', 'ink2', 'ink3', 'accent' }
local SMALL = { small = 'small', second = 'small', sub = 'small', unit = 'unit', other = 'other', by = 'small' }

local function span(el)
  if has(el, 'glyph') and not print_out then
    el.attributes['aria-hidden'] = 'true'
    return el
  end
  if not print_out then return nil end
  local content = el.content
  if el.identifier:match '^figure%-' then
    content = extend(pandoc.Inlines { rawi('#metadata(none) <' .. el.identifier .. '>') }, content)
    el.identifier = ''
  end
  if has(el, 'standing') then content = extend(pandoc.Inlines { rawi '#h(1fr)#box[' }, content) .. pandoc.Inlines { rawi ']' } end
  if has(el, 'visually-hidden') or has(el, 'sr-only') then return {} end
  for _, class in ipairs(el.classes) do
    if SMALL[class] then content = aroundi('#' .. SMALL[class] .. '[', content, ']') end
  end
  for _, name in ipairs(COLOURS) do
    if has(el, name) then content = aroundi('#text(fill: ' .. name .. ')[', content, ']') end
  end
  return content
end

-- ---- callouts and division classes

local function callout(el)
  local kind = el.classes:find_if(function(c) return c:match '^callout%-' end)
  if not kind then return nil end
  local title, content = el.attributes.title, el.content
  local heading
  if title then
    heading = pandoc.utils.blocks_to_inlines(pandoc.read(title, 'markdown').blocks)
  elseif content[1] and content[1].t == 'Header' then
    heading = content[1].content
    content:remove(1)
  else
    heading = pandoc.Inlines { pandoc.Str(has(el, 'code-fold') and words.code or '') }
  end
  if print_out then
    local blocks = pandoc.Blocks { pandoc.Plain(aroundi('#fold([', heading, '])[')) }
    return extend(blocks, content) .. pandoc.Blocks { raw ']' }
  end
  local folded = el.attributes.collapse
  if folded then
    local open = folded == 'false' and ' open' or ''
    local out = pandoc.Blocks { pandoc.RawBlock('html', '<details class="fold"' .. open .. '><summary>') }
    out:insert(pandoc.Plain(heading))
    out:insert(pandoc.RawBlock('html', '</summary>'))
    return extend(out, content) .. pandoc.Blocks { pandoc.RawBlock('html', '</details>') }
  end
  if #heading > 0 then
    content:insert(1, pandoc.Div({ pandoc.Plain(heading) }, pandoc.Attr('', { 'callout-title' })))
  end
  return pandoc.Div(content, pandoc.Attr(el.identifier, { 'callout', kind }))
end

-- A list item's leading glyph, taken off its first paragraph.
local function split_glyph(item)
  local first = item[1]
  if not first or not first.content then return nil, item end
  local start = first.content[1]
  if not start or start.t ~= 'Span' or not has(start, 'glyph') then return nil, item end
  first.content:remove(1)
  if first.content[1] and first.content[1].t == 'Space' then first.content:remove(1) end
  return start, item
end

local function points(el)
  local out = pandoc.Blocks {}
  for _, block in ipairs(el.content) do
    if block.t == 'BulletList' then
      for _, item in ipairs(block.content) do
        local glyph, rest = split_glyph(item)
        out:insert(pandoc.Plain(aroundi('#point[', glyph and { glyph } or {}, '][')))
        extend(out, rest)
        out:insert(raw ']')
      end
    else
      out:insert(block)
    end
  end
  return out
end

local function decisions(el)
  local out = pandoc.Blocks {}
  for _, block in ipairs(el.content) do
    if block.t == 'OrderedList' then
      for i, item in ipairs(block.content) do
        out:insert(raw('#decision(' .. i .. ', last: ' .. tostring(i == #block.content) .. ')['))
        out:insert(item[1])
        out:insert(raw '][')
        for j = 2, #item do out:insert(item[j]) end
        out:insert(raw ']')
      end
    else
      out:insert(block)
    end
  end
  return out
end

local function cells(el, class, open)
  local out = pandoc.Blocks { raw(open) }
  for _, block in ipairs(el.content) do
    if block.t == 'Div' and has(block, class) then
      out:insert(raw '[')
      extend(out, block.content)
      out:insert(raw '],')
    end
  end
  out:insert(raw ')')
  return out
end

local function widths(el)
  local found, sum = {}, 0
  for _, block in ipairs(el.content) do
    if block.t == 'Div' and has(block, 'column') then
      local share = (block.attributes.width or ''):match '^([%d.]+)%%$'
      found[#found + 1] = share and share .. 'fr' or (#found == 0 and '57fr' or '43fr')
    end
  end
  return table.concat(found, ', ')
end

local PLAIN = { kicker = 'kicker', finding = 'finding', key = 'key', note = 'note', sources = 'sources',
  second = 'second', sub = 'second', strip = 'strip', trace = 'trace', missing = 'missing' }

local function division(el)
  if has(el, 'column') or has(el, 'panel') then return nil end -- their parent lays them out
  if has(el, 'columns') then return cells(el, 'column', '#columns-of((' .. widths(el) .. '),') end
  if has(el, 'panels') then return cells(el, 'panel', '#panels-of(') end
  if has(el, 'points') then return points(el) end
  if has(el, 'decisions') then return decisions(el) end
  for class, name in pairs(PLAIN) do
    if has(el, class) then return around('#' .. name .. '[', el.content, ']') end
  end
  if el.identifier ~= '' then
    return extend(pandoc.Blocks { raw('#metadata(none) <' .. el.identifier .. '>') }, el.content)
  end
  return el.content
end

-- ---- tables for print

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

-- ---- Chinese text: no gap inside dates, none after full-width punctuation

local FULL = { '。', '，', '；', '：', '、', '！', '？', '）', '”', '》' }
local function ends_full(text)
  for _, sign in ipairs(FULL) do if text:sub(-#sign) == sign then return true end end
  return false
end

-- The first date, range of dates or number with 万 or 亿 in a text: its start and end.
local function date_in(text, from)
  local s, e = text:find('%d+月%d+日', from)
  local ns, ne = text:find('%d[%d.,]*万', from)
  local hs, he = text:find('%d[%d.,]*亿', from)
  if hs and (not ns or hs < ns) then ns, ne = hs, he end
  if ns and (not s or ns < s) then return ns, ne end
  if not s then return nil end
  local year = text:sub(from, s - 1):match '%d+年$'
  if year then s = s - #year end
  local _, last = text:find('^—%d+月%d+日', e + 1)
  if not last then _, last = text:find('^—%d+日', e + 1) end
  return s, last or e
end

local function with_dates(text, plain, date)
  local from, s, e = 1, date_in(text, 1)
  while s do
    if s > from then plain(text:sub(from, s - 1)) end
    date(text:sub(s, e))
    from = e + 1
    s, e = date_in(text, from)
  end
  if from <= #text then plain(text:sub(from)) end
end

local function dates(el)
  if not date_in(el.text, 1) then return nil end
  local out = pandoc.Inlines {}
  with_dates(el.text, function(t) out:insert(pandoc.Str(t)) end, function(t)
    if print_out then extend(out, aroundi('#day[', { pandoc.Str(t) }, ']'))
    else out:insert(pandoc.Span({ pandoc.Str(t) }, pandoc.Attr('', { 'day' }))) end
  end)
  return out
end

local function dates_in_html(text)
  local kept = {}
  text = text:gsub('<svg.-</svg>', function(svg) kept[#kept + 1] = svg return '\1' .. #kept .. '\2' end)
  text = text:gsub('>([^<]+)<', function(words_between)
    local parts = {}
    local function plain(t) parts[#parts + 1] = t end
    with_dates(words_between, plain, function(t) plain('<span class="day">' .. t .. '</span>') end)
    return '>' .. table.concat(parts) .. '<'
  end)
  return (text:gsub('\1(%d+)\2', function(n) return kept[tonumber(n)] end))
end

local function no_gap(list)
  local out = pandoc.Inlines {}
  for _, el in ipairs(list) do
    local before = out[#out]
    local gap = el.t == 'Space' or el.t == 'SoftBreak'
    if not (gap and before and ends_full(pandoc.utils.stringify(before))) then out:insert(el) end
  end
  return out
end

-- A raw HTML table scrolls inside itself on a narrow screen; its name is its caption, else its section.
local section_name = ''

local styles, seen_style = pandoc.List {}, {}

-- Tables bring their style with them: once in the head is enough.
local function hoist(text)
  return (text:gsub('<style[^>]*>(.-)</style>%s*', function(style)
    if not seen_style[style] then styles:insert(style) end
    seen_style[style] = true
    return ''
  end))
end

-- ---- ids: each once on a page

local taken, copies = {}, 0
local POINTING = { 'id', 'headers', 'aria%-labelledby', 'aria%-describedby', 'for' }

-- A block of HTML that brings ids that are taken (the same kind of table twice) gets its own.
local function own_ids(text)
  local again, mine = {}, {}
  for id in text:gmatch '%sid="([^"]*)"' do
    if taken[id] then again[id] = true end
    mine[id] = true
  end
  for id in pairs(mine) do taken[id] = true end
  if not next(again) then return text end
  copies = copies + 1
  local function renamed(id) return again[id] and id .. '-' .. copies or id end
  for _, name in ipairs(POINTING) do
    text = text:gsub('(%s' .. name .. '=")([^"]*)"', function(before, ids)
      return before .. ids:gsub('%S+', renamed) .. '"'
    end)
  end
  return (text:gsub('url%(#([^)]*)%)', function(id) return 'url(#' .. renamed(id) .. ')' end))
end

-- A heading yields its id to a table of that name; links to it follow.
local function own_headings(blocks)
  local inside, moved = {}, {}
  blocks:walk { RawBlock = function(el)
    for id in el.text:gmatch '%sid="([^"]*)"' do inside[id] = true end
  end }
  blocks = blocks:walk { Header = function(el)
    if not inside[el.identifier] then return nil end
    moved['#' .. el.identifier] = '#section-' .. el.identifier
    el.identifier = 'section-' .. el.identifier
    return el
  end }
  return blocks:walk { Link = function(el)
    if not moved[el.target] then return nil end
    el.target = moved[el.target]
    return el
  end }
end

local function scrolling(el)
  if el.format ~= 'html' then return nil end
  el.text = own_ids(traced_in_html(hoist(el.text)))
  if settings.lang == 'zh' then el.text = dates_in_html(el.text) end
  if not el.text:match '<table' then return el end
  if el.text:match 'tabindex' then return el end
  local caption = el.text:match '<caption[^>]*>(.-)</caption>'
  local name = (caption and caption:gsub('<[^>]*>', '') or section_name):gsub('%s+', ' '):gsub('"', '&quot;')
  local open = '<div class="scroll" tabindex="0" role="region" aria-label="' .. name .. '">'
  return pandoc.RawBlock('html', open .. '\n' .. el.text .. '\n</div>')
end

-- ---- sections

local function without_links(blocks)
  local kept = blocks:walk { Link = function(a)
    if a.target:match '%.csv$' or a.target:match '^data:' then return {} end
  end }
  return kept:filter(function(block) return pandoc.utils.stringify(block):match '%S' end)
end

local function rail_line(rail)
  local line = pandoc.Inlines {}
  for _, block in ipairs(without_links(rail.content)) do
    if #line > 0 then line:insert(pandoc.Str '　') end
    extend(line, pandoc.utils.blocks_to_inlines { block })
  end
  return line
end

local function opening(head, rail)
  if print_out then
    local line = rail and rail_line(rail) or {}
    return pandoc.Blocks { raw '#part[', head, pandoc.Plain(aroundi('][', line, ']')) }
  end
  -- Raw tags: a Div that starts with a heading would become a section of its own and take its id.
  local side = pandoc.Blocks { pandoc.RawBlock('html', '<div class="side">'), head }
  if rail then side:insert(rail) end
  side:insert(pandoc.RawBlock('html', '</div>'))
  return side
end

-- On a phone the later sections are closed; a checkbox opens them, so that it needs no script. What is linked to
-- opens by itself (page.css).
local function folding(body, head)
  local label = pandoc.Inlines { pandoc.Str(words.open) }
  local found = body[1] and body[1].t == 'Div' and has(body[1], 'finding')
  if found then
    label = pandoc.utils.blocks_to_inlines(body[1].content)
    body:remove(1)
  end
  local id = 'open-' .. head.identifier
  local named = (words.open .. ' ' .. pandoc.utils.stringify(head.content)):gsub('"', '&quot;')
  local out = pandoc.Blocks {
    pandoc.RawBlock('html', '<input class="toggle" type="checkbox" id="' .. id .. '" aria-label="' .. named .. '">'),
    pandoc.RawBlock('html', '<label class="finding' .. (found and '' or ' only') .. '" for="' .. id .. '">'),
  }
  out:insert(pandoc.Plain(label))
  out:insert(pandoc.RawBlock('html', '</label>'))
  out:insert(pandoc.Div(body, pandoc.Attr('', { 'inside' })))
  return out
end

local function is_rail(block) return block and block.t == 'Div' and has(block, 'rail') end

-- Top-level h2 start sections; what stands before the first is the lead, its kicker belongs above the title.
local function sections(blocks)
  local out, lead, kicker, folds = pandoc.Blocks {}, pandoc.Blocks {}, nil, false
  local i = 1
  while blocks[i] and not (blocks[i].t == 'Header' and blocks[i].level == 2) do
    local block = blocks[i]
    if block.t == 'Div' and has(block, 'kicker') and not kicker then
      kicker = block.content
    elseif not (block.t == 'Header' and block.level == 1) then
      lead:insert(block)
    end
    i = i + 1
  end
  if #lead > 0 then
    if not print_out then lead = lead:walk { RawBlock = scrolling } end
    if print_out then extend(out, lead) else out:insert(pandoc.Div(lead, pandoc.Attr('', { 'lead' }))) end
  end
  while blocks[i] do
    local head, body = blocks[i], pandoc.Blocks {}
    i = i + 1
    local rail = is_rail(blocks[i]) and blocks[i] or nil
    if rail then i = i + 1 end
    while blocks[i] and not (blocks[i].t == 'Header' and blocks[i].level == 2) do
      body:insert(blocks[i])
      i = i + 1
    end
    section_name = pandoc.utils.stringify(head.content)
    if print_out then
      extend(extend(out, opening(head, rail)), body)
    else
      body = body:walk { RawBlock = scrolling }
      if folds then body = folding(body, head) end
      if section_name == words.fold_after then folds = true end
      local inner = opening(head, rail)
      inner:insert(pandoc.Div(body, pandoc.Attr('', { 'body' })))
      out:insert(pandoc.Div(inner, pandoc.Attr('', { 'section', 'part' }, { ['aria-labelledby'] = head.identifier })))
    end
  end
  return out, kicker
end

-- A key line, which print has as an image, stays with the panels or the chart below it.
local function is_image(block)
  return block and block.t == 'RawBlock' and block.text:match '^#picture'
end

local function keep_keys(blocks)
  local out = pandoc.Blocks {}
  for i, block in ipairs(blocks) do
    local following = blocks[i + 1]
    local kept = is_image(block) and following and (is_image(following) or following.t == 'Div' and has(following, 'panels'))
    if kept then extend(out, around('#keep[', { block }, ']')) else out:insert(block) end
  end
  return out
end

local function formula(el)
  if not print_out then return nil end
  local text = pandoc.write(pandoc.Pandoc { pandoc.Plain { el } }, 'typst'):gsub('%s+$', '')
  return rawi('#math.equation(alt: ' .. quoted(el.text) .. ', ' .. text .. ')')
end

local function read_settings(meta)
  local file = assert(io.open(pandoc.utils.stringify(meta.settings), 'rb'))
  settings = pandoc.json.decode(file:read 'a', false)
  file:close()
  settings.count = {}
  words, folder, tokens = settings.words, settings.folder, settings.print
end

function Pandoc(doc)
  read_settings(doc.meta)
  doc.meta.settings = nil
  local blocks = doc.blocks:walk { Div = conditional }
  if print_out then
    blocks = blocks:walk { RawBlock = html_block, RawInline = html_inline }
  end
  if settings.lang == 'zh' then
    blocks = blocks:walk { Inlines = no_gap }
    blocks = blocks:walk { Str = dates }
  end
  blocks = blocks:walk { traverse = 'topdown', Div = number }
  blocks = blocks:walk { Cite = reference }
  scan(blocks)
  blocks = blocks:walk { Div = collect_traces }
  blocks = blocks:walk { Link = link, Image = image, Math = formula }
  if print_out then blocks = blocks:walk { Para = lone_image } else blocks = own_headings(blocks) end
  if print_out then blocks = blocks:walk { Blocks = keep_keys } end
  local kicker
  blocks = blocks:walk { Div = callout }
  blocks = blocks:walk { Div = numbered }
  blocks, kicker = sections(blocks)
  if print_out then
    blocks = blocks:walk { Table = a_table }
    blocks = blocks:walk { Div = division }
    blocks = blocks:walk { Span = span }
    if kicker then kicker = kicker:walk { Span = span } end
  else
    for _, id in ipairs(cards) do extend(blocks, card(id)) end
    blocks = blocks:walk { Span = span }
  end
  if #styles > 0 then
    doc.meta.styles = pandoc.MetaBlocks { pandoc.RawBlock('html', '<style>' .. table.concat(styles, '\n') .. '</style>') }
  end
  if kicker then doc.meta.kicker = pandoc.MetaBlocks(kicker) end
  doc.blocks = blocks
  return doc
end
