-- Numbers of figures and tables, and references to them.

local c = require 'common'
local print_out, has, raw, quoted, extend, aroundi = c.print_out, c.has, c.raw, c.quoted, c.extend, c.aroundi

local numbers = {}

local function number(el)
  local kind = el.identifier:match '^(%a+)%-'
  if (kind ~= 'fig' and kind ~= 'tbl') or numbers[el.identifier] then return nil end
  c.settings.count[kind] = (c.settings.count[kind] or 0) + 1
  local gap = c.settings.lang == 'zh' and '' or ' '
  numbers[el.identifier] = c.words[kind] .. gap .. c.settings.count[kind]
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
    if i > 1 then out:insert(pandoc.Str(c.settings.lang == 'zh' and '、' or ', ')) end
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
      extend(caption, c.settings.lang == 'zh' and { pandoc.Str '　' } or { pandoc.Str '.', pandoc.Space() })
      extend(caption, pandoc.utils.blocks_to_inlines(block.content))
    else
      content:insert(block)
    end
  end
  local table_kind, panels = has(el, 'tbl'), false
  for _, block in ipairs(content) do panels = panels or block.t == 'Div' and has(block, 'panels') end
  if print_out then
    local place = table_kind and 'top' or 'bottom'
    local open = '#ours-figure(' .. quoted(table_kind and 'table' or panels and 'panels' or 'image') .. ', ' .. place .. ', ['
    local blocks = pandoc.Blocks { pandoc.Plain(aroundi(open, caption, '])[')) }
    return extend(blocks, content) .. pandoc.Blocks { raw('] <' .. el.identifier .. '>') }
  end
  local below = pandoc.Div({ pandoc.Plain(caption) }, pandoc.Attr('', { 'figcaption' }))
  if table_kind then content:insert(1, below) else content:insert(below) end
  -- A list of pairs: the order of a table's keys changes from run to run.
  local said = { { 'role', 'figure' }, { 'aria-label', pandoc.utils.stringify(caption) } }
  return pandoc.Div(content, pandoc.Attr(el.identifier, { 'numbered', table_kind and 'tbl' or 'fig' }, said))
end

return { number = number, reference = reference, numbered = numbered }
