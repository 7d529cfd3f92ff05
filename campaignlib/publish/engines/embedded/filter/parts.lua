-- Content of one format, callouts, and our classes of divisions and spans.

local c = require 'common'
local print_out, has, raw, rawi, extend, around, aroundi = c.print_out, c.has, c.raw, c.rawi, c.extend, c.around, c.aroundi

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
    heading = pandoc.Inlines { pandoc.Str(has(el, 'code-fold') and c.words.code or '') }
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

-- What hangs on a decision, who and by when: on paper one paragraph.
local function one_line(item)
  local line = pandoc.Inlines {}
  for j = 2, #item do
    if j > 2 then line:insert(rawi '#h(9pt)') end
    extend(line, pandoc.utils.blocks_to_inlines { item[j] })
  end
  return line
end

local function decisions(el)
  local out = pandoc.Blocks {}
  for _, block in ipairs(el.content) do
    if block.t == 'OrderedList' then
      for i, item in ipairs(block.content) do
        out:insert(raw('#decision(' .. i .. ', last: ' .. tostring(i == #block.content) .. ')['))
        out:insert(item[1])
        out:insert(raw '][')
        out:insert(pandoc.Plain(one_line(item)))
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
  local found = {}
  for _, block in ipairs(el.content) do
    if block.t == 'Div' and has(block, 'column') then
      local share = (block.attributes.width or ''):match '^([%d.]+)%%$'
      if not share then return 'auto' end
      found[#found + 1] = share .. 'fr'
    end
  end
  return '(' .. table.concat(found, ', ') .. ',)'
end

local PLAIN = { kicker = 'kicker', finding = 'finding', key = 'key', note = 'note', sources = 'sources',
  second = 'second', sub = 'second', strip = 'strip', trace = 'trace', missing = 'missing' }

local function division(el)
  if has(el, 'column') or has(el, 'panel') then return nil end -- their parent lays them out
  if has(el, 'columns') then return cells(el, 'column', '#columns-of(' .. widths(el) .. ',') end
  if has(el, 'panels') then return cells(el, 'panel', '#panels-of(') end
  if has(el, 'points') then return points(el) end
  if has(el, 'decisions') then return decisions(el) end
  for _, class in ipairs(el.classes) do
    if PLAIN[class] then return around('#' .. PLAIN[class] .. '[', el.content, ']') end
  end
  if el.identifier ~= '' then
    return extend(pandoc.Blocks { raw('#metadata(none) <' .. el.identifier .. '>') }, el.content)
  end
  return el.content
end

return { conditional = conditional, span = span, callout = callout, division = division }
