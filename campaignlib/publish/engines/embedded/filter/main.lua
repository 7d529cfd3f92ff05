-- What Quarto does for a page, done by one filter: conditional content, callouts, cross references, our division
-- classes, and for print raw HTML, tables and images as Typst.

package.path = PANDOC_SCRIPT_FILE:match '^(.*)[/\\]' .. '/?.lua;' .. package.path

local c = require 'common'
local chinese, images, numbers = require 'chinese', require 'images', require 'numbers'
local page, parts, tables, traces = require 'page', require 'parts', require 'tables', require 'traces'
local unbroken = require 'unbroken'

-- The steps page and paper share, in this order: later ones read what earlier ones made.
local function prepared(blocks)
  blocks = blocks:walk { Div = parts.conditional, Span = parts.conditional }
  if c.print_out then blocks = blocks:walk { RawBlock = images.html_block, RawInline = images.html_inline } end
  if c.settings.lang == 'zh' then blocks = blocks:walk { Inlines = chinese.no_gap } end
  blocks = blocks:walk { Inlines = unbroken.joined }
  blocks = blocks:walk { Str = unbroken.kept_str }
  blocks = blocks:walk { traverse = 'topdown', Div = numbers.number }
  blocks = blocks:walk { Cite = numbers.reference }
  traces.scan(blocks)
  blocks = blocks:walk { Div = traces.collect_traces }
  return blocks:walk { Link = traces.link, Image = images.image, Math = images.formula }
end

local function on_paper(blocks)
  blocks = blocks:walk { Para = images.lone_image }
  blocks = blocks:walk { Blocks = images.keep_keys }
  local kicker
  blocks, kicker = page.sections(blocks:walk { Div = parts.callout }:walk { Div = numbers.numbered })
  blocks = blocks:walk { Blocks = tables.with_notes }
  blocks = blocks:walk { Div = parts.division }
  return blocks:walk { Span = parts.span }, kicker and kicker:walk { Span = parts.span }
end

local function on_screen(blocks)
  blocks = page.own_headings(blocks)
  local kicker
  blocks, kicker = page.sections(blocks:walk { Div = parts.callout }:walk { Div = numbers.numbered })
  c.extend(blocks, traces.cards_of())
  return blocks:walk { Span = parts.span }, kicker
end

function Pandoc(doc)
  c.read(doc.meta)
  doc.meta.settings = nil
  local kicker
  doc.blocks, kicker = (c.print_out and on_paper or on_screen)(prepared(doc.blocks))
  doc.meta.heading = pandoc.MetaInlines(unbroken.heading(pandoc.utils.stringify(doc.meta.title)))
  if kicker then doc.meta.kicker = pandoc.MetaBlocks(kicker) end
  if #page.styles > 0 then
    local style = '<style>' .. table.concat(page.styles, '\n') .. '</style>'
    doc.meta.styles = pandoc.MetaBlocks { pandoc.RawBlock('html', style) }
  end
  return doc
end
