-- Traced figures: popovers on the page, raised numbers and endnotes on paper.

local c = require 'common'
local print_out, has, extend, aroundi = c.print_out, c.has, c.extend, c.aroundi

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
        local title = c.words.other_notes:gsub('{n}', tostring(#rest))
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

-- The popovers of all notes that are linked to.
local function cards_of()
  local out = pandoc.Blocks {}
  for _, id in ipairs(cards) do extend(out, card(id)) end
  return out
end

return { scan = scan, collect_traces = collect_traces, link = link, traced_in_html = traced_in_html, cards_of = cards_of }
