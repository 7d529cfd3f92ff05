-- Raw HTML, images and formulas for print.

local c = require 'common'
local print_out, has, raw, rawi, quoted, extend, around = c.print_out, c.has, c.raw, c.rawi, c.quoted, c.extend, c.around

local PX = 0.75 -- a CSS pixel in points
local CELL = 504.57 / 920 -- in a table cell: the page is 178 mm wide where the body on screen is 920 px

-- ---- raw HTML for print

local function to_image(svg)
  local ours = svg:gsub('var%(%-%-(%w+)[^)]*%)', function(name) return c.tokens[name] or 'black' end)
  ours = ours:gsub('currentColor', c.tokens.ink)
  if not ours:match '^<svg[^>]*xmlns=' then
    ours = ours:gsub('^<svg', '<svg xmlns="http://www.w3.org/2000/svg"', 1)
  end
  local title = svg:match '<title[^>]*>(.-)</title>' or svg:match '^<svg[^>]-aria%-label="([^"]*)"' or ''
  local name = pandoc.utils.sha1(ours):sub(1, 16) .. '.svg'
  local file = assert(io.open(c.folder .. '/' .. name, 'wb'))
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
    local file = assert(io.open(c.folder .. '/' .. src, 'wb'))
    file:write(bytes)
    file:close()
  elseif src:match '^%x+%.svg$' then
    local file = assert(io.open(c.folder .. '/' .. src, 'rb'))
    content = file:read 'a'
    file:close()
  else
    io.stderr:write('Could not fetch ' .. src .. ': images are data: URIs\n')
    return {}
  end
  local px = src:match 'svg$' and natural(content)
  local width = el.attributes.width or (px and px .. 'px')
  local about = quoted(src) .. ', alt: ' .. quoted(alt ~= '' and alt or '·')
  local inline = '#box(image(' .. about .. (length(width, CELL) and ', width: ' .. length(width, CELL) or '') .. '))'
  alone[inline] = '#picture(' .. about .. ', ' .. (length(width, PX) or 'auto') .. ')'
  return rawi(inline)
end

-- A paragraph that is one image has the width of the drawing, but not more than there is.
local function lone_image(el)
  if #el.content ~= 1 or el.content[1].t ~= 'RawInline' then return nil end
  local picture = alone[el.content[1].text]
  return picture and raw(picture) or nil
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

return { html_block = html_block, html_inline = html_inline, image = image, lone_image = lone_image, keep_keys = keep_keys, formula = formula }
