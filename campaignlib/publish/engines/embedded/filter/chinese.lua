-- Chinese text: no gap inside dates, none after full-width punctuation.

local c = require 'common'
local print_out, extend, aroundi = c.print_out, c.extend, c.aroundi

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

return { dates = dates, dates_in_html = dates_in_html, no_gap = no_gap }
