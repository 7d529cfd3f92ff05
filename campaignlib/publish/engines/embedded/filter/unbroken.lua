-- Numbers with their unit, ranges, dates and the names of cells stay on one line; inside Chinese dates there is no gap either.

local c = require 'common'
local print_out, extend, aroundi = c.print_out, c.extend, c.aroundi

local UNITS = { zh = { '个百分点', '元', '条', '次', '分', '天', '件', '处', '项', '个', '人', '行', '页', '单', '名',
    '份', '倍', '场', '周', '月', '年', '日', '小时' },
  en = { 'percentage point', 'million', 'billion', 'lead', 'day', 'order', 'hour', 'minute', 'min', 'Jan', 'Feb', 'Mar',
    'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec', '万元', '亿元', '万', '亿', '元', '条', '次', '分', '天' } }
local BETWEEN = { '～', '–', '—', ' ÷ ', '÷' }
local HAN = '^[\228-\233][\128-\191][\128-\191]'

local function han_before(text, at) return at > 3 and text:find(HAN, at - 3) ~= nil end
local function starts(text, at, with) return text:sub(at, at + #with - 1) == with and at + #with or nil end

-- Each of these gives the place behind what it looks for at a place of the text, or nothing.
local function day_at(text, at)
  local _, e = text:find('^%d+年%d+月%d+日', at)
  if not e then _, e = text:find('^%d+月%d+日', at) end
  if not e then return nil end
  local _, last = text:find('^—%d+月%d+日', e + 1)
  if not last then _, last = text:find('^—%d+日', e + 1) end
  return (last or e) + 1
end

local function number_at(text, at)
  local digits = text:match('^%d[%d.,:]*', at)
  if not digits then return nil end
  local e = at + #digits:gsub('[.,:]+$', '')
  return starts(text, e, '%') or e
end

local function scaled_at(text, at)
  local digits = text:match('^%d[%d.,]*', at)
  return digits and (starts(text, at + #digits, '万') or starts(text, at + #digits, '亿'))
end

local function unit_at(text, at)
  local gap = starts(text, at, ' ') or at
  for _, unit in ipairs(UNITS[c.settings.lang]) do
    local e = starts(text, gap, unit)
    if e then return (text:match('^%a*', e):len()) + e end
  end
end

local function between_at(text, at)
  for _, sign in ipairs(BETWEEN) do
    local e = starts(text, at, sign)
    if e and text:find('^%d', e) then return e end
  end
end

-- The parts of the run of numbers that starts at a place: { text, is a date }, and the place behind it.
local function run_at(text, at)
  local parts, here = {}, at
  while true do
    local e = c.settings.lang == 'zh' and (day_at(text, here) or scaled_at(text, here))
    parts[#parts + 1] = { text:sub(here, (e or number_at(text, here)) - 1), e and true or false }
    here = e or number_at(text, here)
    local unit = not (e and parts[#parts][1]:match '日$') and unit_at(text, here)
    if unit then
      parts[#parts + 1] = { text:sub(here, unit - 1), false }
      here = unit
    end
    local after = between_at(text, here)
    if not after then break end
    parts[#parts + 1] = { text:sub(here, after - 1), false }
    here = after
  end
  return parts, here
end

local SIGNS = { '≥', '≤', '<', '>', '−', '+', '±' }
local function sign_before(text)
  for _, sign in ipairs(SIGNS) do if text:sub(-#sign) == sign then return sign end end
  return ''
end

-- A text cut into what may break and runs that may not: `plain(text)`, `run(parts, gap before, gap behind)`.
local function cut(text, plain, run)
  local from, at = 1, 1
  while true do
    local s = text:find('%d', at)
    if not s then break end
    if s > 1 and text:find('^[%w!_/.%-]', s - 1) then
      local word = text:match('^%u?%d+!%u+%d+:?%u*%d*', s - 1)
      local _, e = text:find('^[%w!_:.%-]+', s)
      at = e + 1
      if word and (s == 2 or not text:find('^%w', s - 2)) then
        if s - 1 > from then plain(text:sub(from, s - 2)) end
        from = s - 1 + #word
        at = from
        run({ { word, false }, { '', false } }, han_before(text, s - 1), text:find(HAN, at) ~= nil)
      end
    else
      local coin = text:sub(from, s - 1):match '%u%u%u $'
      local start = coin and s - 4 or s
      local sign = sign_before(text:sub(from, start - 1))
      start = start - #sign
      local parts, behind = run_at(text, s)
      if coin then table.insert(parts, 1, { sign .. coin, false })
      elseif sign ~= '' then table.insert(parts, 1, { sign, false }) end
      if #parts > 1 or parts[1][2] then
        if start > from then plain(text:sub(from, start - 1)) end
        run(parts, han_before(text, start), text:find(HAN, behind) ~= nil)
        from = behind
      end
      at = behind
    end
  end
  if from <= #text then plain(text:sub(from)) end
end

local function date_inline(part)
  if not part[2] then return { pandoc.Str(part[1]) } end
  if print_out then return aroundi('#day[', { pandoc.Str(part[1]) }, ']') end
  return { pandoc.Span({ pandoc.Str(part[1]) }, pandoc.Attr('', { 'day' })) }
end

-- Typst makes no gap at the edges of a box.
local function kept_inlines(parts, before, behind)
  local inside = pandoc.Inlines {}
  for _, part in ipairs(parts) do extend(inside, date_inline(part)) end
  if #parts == 1 then return inside end
  if not print_out then return { pandoc.Span(inside, pandoc.Attr('', { 'keep' })) } end
  local open, close = before and '#h(0.25em, weak: true)#box[' or '#box[', ']'
  if behind and (parts[#parts][1] == '' or parts[#parts][1]:match '[%w%%]$') then close = ']#h(0.25em, weak: true)' end
  return aroundi(open, inside, close)
end

-- One text with its runs kept whole; nothing where there are none.
local function kept(text)
  local out = pandoc.Inlines {}
  local function plain(t) out:insert(pandoc.Str(t)) end
  cut(text, plain, function(...) extend(out, kept_inlines(...)) end)
  return (#out > 1 or out[1] and out[1].t ~= 'Str') and out or nil
end

local function kept_str(el) return kept(el.text) end

-- A blank inside a run becomes part of its text, so that `kept_str` sees the run whole.
local function joined(list)
  local out = pandoc.Inlines {}
  local i = 1
  while list[i] do
    local el, gap, following = list[i], list[i + 1], list[i + 2]
    while el.t == 'Str' and gap and gap.t == 'Space' and following and following.t == 'Str' do
      local whole = el.text .. ' ' .. following.text
      local before = el.text:match '[^%w]?(%u%u%u)$' and following.text:find '^%d'
      local unit = el.text:find '%d%%?$' and unit_at(following.text, 1)
      local sum = el.text:find '%d%%?$' and following.text == '÷' or el.text:find '%d ÷$' and following.text:find '^%d'
      if not (before or unit or sum) then break end
      el, i = pandoc.Str(whole), i + 2
      gap, following = list[i + 1], list[i + 2]
    end
    out:insert(el)
    i = i + 1
  end
  return out
end

local function kept_html(text)
  local drawings = {}
  text = text:gsub('<svg.-</svg>', function(svg) drawings[#drawings + 1] = svg return '\1' .. #drawings .. '\2' end)
  text = text:gsub('>([^<]*%d[^<]*)<', function(words)
    local out = {}
    cut(words, function(t) out[#out + 1] = t end, function(parts)
      local inside = {}
      for _, part in ipairs(parts) do
        inside[#inside + 1] = part[2] and '<span class="day">' .. part[1] .. '</span>' or part[1]
      end
      local whole = table.concat(inside)
      out[#out + 1] = #parts == 1 and whole or '<span class="keep">' .. whole .. '</span>'
    end)
    return '>' .. table.concat(out) .. '<'
  end)
  return (text:gsub('\1(%d+)\2', function(n) return drawings[tonumber(n)] end))
end

-- ---- the title: in Chinese it breaks behind a clause rather than inside a word

local STOPS = { '；', '，', '。', '：' }

local function clauses(text)
  local out, from, at = pandoc.List {}, 1, 1
  while at <= #text do
    local e
    for _, sign in ipairs(STOPS) do e = e or starts(text, at, sign) end
    if e then
      out:insert { text:sub(from, at - 1), text:sub(at, e - 1) }
      from = e
    end
    at = e or at + 1
  end
  if from <= #text then out:insert { text:sub(from), '' } end
  return out
end

local function words_of(text)
  local words = pandoc.Inlines {}
  for blank, word in text:gmatch '(%s*)(%S+)' do
    if blank ~= '' then words:insert(pandoc.Space()) end
    words:insert(pandoc.Str(word))
  end
  return pandoc.Plain(words):walk { Inlines = joined }:walk { Str = kept_str }.content
end

local function heading(text)
  local parts = c.settings.lang == 'zh' and clauses(text) or {}
  if #parts < 2 then return words_of(text) end
  local out = pandoc.Inlines {}
  for _, part in ipairs(parts) do
    -- At the edge of a box Typst would cut a sign's blank half away.
    if print_out then extend(out, aroundi('#box[', words_of(part[1]), ']')):insert(pandoc.Str(part[2]))
    else out:insert(pandoc.Span(words_of(part[1] .. part[2]), pandoc.Attr('', { 'clause' }))) end
  end
  return out
end

return { joined = joined, kept_str = kept_str, kept_html = kept_html, heading = heading }
