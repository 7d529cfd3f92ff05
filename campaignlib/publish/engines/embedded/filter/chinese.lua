-- Chinese text: no gap after full-width punctuation.

local FULL = { '。', '，', '；', '：', '、', '！', '？', '）', '”', '》' }
local function ends_full(text)
  for _, sign in ipairs(FULL) do if text:sub(-#sign) == sign then return true end end
  return false
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

return { no_gap = no_gap }
