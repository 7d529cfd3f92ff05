-- The page: sections with their rail, styles once in the head, ids once each, tables that scroll.

local c = require 'common'
local kept_html = require('unbroken').kept_html
local traced_in_html = require('traces').traced_in_html
local print_out, has, raw, rawi, extend, aroundi = c.print_out, c.has, c.raw, c.rawi, c.extend, c.aroundi

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

-- On the narrowest screens a drawing keeps its size, so that its text can be read.
local function scrolling_drawing(svg)
  local name = (svg:match '<title[^>]*>(.-)</title>' or section_name):gsub('"', '&quot;')
  return '<div class="scroll narrow" tabindex="0" role="region" aria-label="' .. name .. '">' .. svg .. '</div>'
end

local function scrolling(el)
  if el.format ~= 'html' then return nil end
  el.text = own_ids(traced_in_html(hoist(el.text)))
  el.text = kept_html(el.text)
  if not el.text:match '<table' then
    el.text = el.text:gsub('<svg[^>]*class="drawing narrow".-</svg>', scrolling_drawing)
    return el
  end
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
    if #line > 0 then line:insert(rawi '#h(9pt)') end
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
  local label = pandoc.Inlines { pandoc.Str(c.words.open) }
  local found = body[1] and body[1].t == 'Div' and has(body[1], 'finding')
  if found then
    label = pandoc.utils.blocks_to_inlines(body[1].content)
    body:remove(1)
  end
  local id = 'open-' .. head.identifier
  local named = (c.words.open .. ' ' .. pandoc.utils.stringify(head.content)):gsub('"', '&quot;')
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
      if section_name == c.words.fold_after then folds = true end
      local inner = opening(head, rail)
      inner:insert(pandoc.Div(body, pandoc.Attr('', { 'body' })))
      out:insert(pandoc.Div(inner, pandoc.Attr('', { 'section', 'part' }, { ['aria-labelledby'] = head.identifier })))
    end
  end
  return out, kicker
end

return { sections = sections, own_headings = own_headings, styles = styles }
