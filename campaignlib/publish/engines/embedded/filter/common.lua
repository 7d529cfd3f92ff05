-- What all parts of the filter share: the settings of this run and small helpers.

local c = { print_out = FORMAT:match 'typst' ~= nil }

function c.has(el, class) return el.classes ~= nil and el.classes:includes(class) end
function c.raw(text) return pandoc.RawBlock('typst', text) end
function c.rawi(text) return pandoc.RawInline('typst', text) end
function c.quoted(text) return '"' .. text:gsub('[\\"]', '\\%0'):gsub('%s+', ' ') .. '"' end
function c.extend(list, more) for _, x in ipairs(more) do list:insert(x) end return list end
function c.around(before, blocks, after)
  return c.extend(pandoc.Blocks { c.raw(before) }, blocks) .. pandoc.Blocks { c.raw(after) }
end
function c.aroundi(before, inlines, after)
  return c.extend(pandoc.Inlines { c.rawi(before) }, inlines) .. pandoc.Inlines { c.rawi(after) }
end

-- Settings come as JSON in a file that the metadata names.
function c.read(meta)
  local file = assert(io.open(pandoc.utils.stringify(meta.settings), 'rb'))
  c.settings = pandoc.json.decode(file:read 'a', false)
  file:close()
  c.settings.count = {}
  c.words, c.folder, c.tokens = c.settings.words, c.settings.folder, c.settings.print
end

return c
