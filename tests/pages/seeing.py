"""Questions to a page in the browser, as JavaScript; each gives a list that says what is wrong, and where."""

WHERE = """
const where = el => {
  const section = el.closest('section, header, .lead, nav');
  const name = section ? section.querySelector('h1, h2')?.textContent ?? section.tagName : 'page';
  return `${name.trim()}: <${el.tagName.toLowerCase()} ${el.getAttribute('class') ?? ''}> ` +
    `${el.textContent.trim().replace(/\\s+/g, ' ').slice(0, 60)}`;
};
const shown = el => el.checkVisibility({contentVisibilityAuto: true, visibilityProperty: true, opacityProperty: true});
const texts = () => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node; (node = walker.nextNode());) {
    const el = node.parentElement;
    if (!node.data.trim() || !shown(el) || el.closest('title, desc, style, .skip')) continue;
    found.push([node, el]);
  }
  return found;
};
"""

OVERFLOWING = (
    "() => {"
    + WHERE
    + """
  const wide = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= wide && document.body.scrollWidth <= wide) return [];
  const out = [...document.body.querySelectorAll('*')].filter(el => shown(el) &&
    el.getBoundingClientRect().right > wide + 1 && !el.closest('.cl-table, .scroll'));
  return [`document ${document.documentElement.scrollWidth} > ${wide}`, ...out.slice(0, 8).map(where)];
}"""
)
"""The document is wider than its window."""

SIDEWAYS = (
    "() => {"
    + WHERE
    + """
  return [...document.body.querySelectorAll('*')].filter(el => shown(el) && !(el instanceof SVGElement) &&
    el.scrollWidth > el.clientWidth + 1 &&
    ['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(el).overflowX) &&
    !el.matches('.cl-table, .scroll, .skip') && el.clientWidth > 1).map(where);
}"""
)
"""Something other than a table scrolls inside itself, or hides what does not fit."""

UNREACHABLE = (
    "() => {"
    + WHERE
    + """
  return [...document.querySelectorAll('.cl-table, .scroll')].filter(el => el.scrollWidth > el.clientWidth + 1 &&
    !(el.tabIndex >= 0 && (el.getAttribute('aria-label') || el.getAttribute('aria-labelledby')))).map(where);
}"""
)
"""A table that scrolls but cannot be scrolled with the keyboard, or has no name."""

LINKS = """() => {
  const ids = [...document.querySelectorAll('[id]')].map(el => el.id);
  const twice = ids.filter((id, i) => ids.indexOf(id) !== i).map(id => `id twice: ${id}`);
  const named = [];
  for (const el of document.querySelectorAll('a[href^="#"]')) named.push(decodeURIComponent(el.hash.slice(1)));
  for (const key of ['popovertarget', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'for', 'headers'])
    for (const el of document.querySelectorAll(`[${key}]`)) named.push(...el.getAttribute(key).split(/\\s+/));
  return [...twice, ...named.filter(id => !document.getElementById(id)).map(id => `no target: ${id}`)];
}"""

HEADINGS = """() => [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(
  el => [Number(el.tagName[1]), el.textContent.trim()])"""

TABLES_WITHOUT_CAPTION = (
    "() => {"
    + WHERE
    + "return [...document.querySelectorAll('table')].filter(t => !t.caption?.textContent.trim()).map(where); }"
)

UNDESCRIBED = (
    "() => {"
    + WHERE
    + """
  const bad = [];
  for (const svg of document.querySelectorAll('svg')) {
    if (svg.closest('[aria-hidden="true"]') || svg.parentElement.closest('[role="img"]')) continue;
    const title = svg.getAttribute('aria-label')?.trim() || svg.querySelector(':scope > title')?.textContent.trim();
    const desc = svg.querySelector(':scope > desc')?.textContent.trim();
    if (svg.getAttribute('role') !== 'img') bad.push('no role: ' + where(svg));
    if (!title) bad.push('no title: ' + where(svg));
    if (!desc && !svg.closest('td, th')) bad.push('no desc: ' + where(svg));
  }
  for (const img of document.querySelectorAll('img'))
    if (!img.alt.trim()) bad.push('no alt: ' + where(img));
  for (const el of document.querySelectorAll('[role="img"]:not(svg, img)'))
    if (!el.getAttribute('aria-label')?.trim()) bad.push('no label: ' + where(el));
  return bad;
}"""
)
"""A drawing without role, title or description. A bar in a table has its percent as name and the number beside."""

SMALL_TEXT = (
    "() => {"
    + WHERE
    + """
  const small = {};
  for (const [node, el] of texts()) {
    let size = parseFloat(getComputedStyle(el).fontSize);
    if (el instanceof SVGElement && el.getScreenCTM) size *= Math.abs(el.getScreenCTM().a);
    if (size < 10.99) small[where(el)] = size.toFixed(1);
  }
  return Object.entries(small).map(([place, size]) => `${size} px ${place}`);
}"""
)

FAINT = (
    "() => {"
    + WHERE
    + """
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const pen = canvas.getContext('2d', {willReadFrequently: true});
  const rgba = color => {
    pen.clearRect(0, 0, 1, 1); pen.fillStyle = color; pen.fillRect(0, 0, 1, 1);
    return [...pen.getImageData(0, 0, 1, 1).data];
  };
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map(v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const behind = el => {
    for (let e = el; e; e = e.parentElement) {
      const color = rgba(getComputedStyle(e).backgroundColor);
      if (color[3] === 255) return color;
    }
    return [255, 255, 255, 255];
  };
  const faint = {};
  for (const [node, el] of texts()) {
    const style = getComputedStyle(el);
    const [a, b] = [light(rgba(el instanceof SVGElement ? style.fill : style.color)), light(behind(el))];
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (contrast < 4.5) faint[where(el)] = contrast.toFixed(2);
  }
  return Object.entries(faint).map(([place, contrast]) => `${contrast} ${place}`);
}"""
)
"""Text under a contrast of 4.5 with what lies behind it (WCAG 2.2, 1.4.3); charts against the paper."""

TOUCHING = (
    "() => {"
    + WHERE
    + """
  const bad = [];
  for (const svg of document.querySelectorAll('svg')) {
    if (!shown(svg)) continue;
    const frame = svg.getBoundingClientRect();
    const labels = [...svg.querySelectorAll('text')].filter(t => t.textContent.trim() && shown(t))
      .map(t => {
        const box = t.getBoundingClientRect();
        const em = parseFloat(getComputedStyle(t).fontSize) * Math.abs(t.getScreenCTM().a);
        const air = Math.max(0, (box.height - em) / 2);
        return [t.textContent.trim(),
          {left: box.left, right: box.right, top: box.top + air, bottom: box.bottom - air}];
      });
    labels.forEach(([name, a], i) => {
      if (a.left < frame.left - 1 || a.right > frame.right + 1 || a.top < frame.top - 1 || a.bottom > frame.bottom + 1)
        bad.push(`${svg.getAttribute('aria-labelledby')}: cut off: ${name}`);
      for (const [other, b] of labels.slice(i + 1)) {
        const x = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const y = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (x > 1 && y > 1 && !(name === other && Math.abs(a.left - b.left) < 1 && Math.abs(a.top - b.top) < 1))
          bad.push(`${svg.getAttribute('aria-labelledby')}: ${name} / ${other} by ${x.toFixed(1)} x ${y.toFixed(1)}`);
      }
    });
  }
  return bad;
}"""
)
"""Labels of a chart that touch each other or leave it; a halo is the same text at the same place. Labels are as high
as their letters: a Chinese font puts half as much again around them."""

FOREIGN_WITHOUT_LANG = (
    "() => {"
    + WHERE
    + """
  const bad = new Set();
  for (const [node, el] of texts())
    if (/[\\u3400-\\u9fff]/.test(node.data) && !el.closest('[lang]').getAttribute('lang').startsWith('zh')) bad.add(where(el));
  return [...bad];
}"""
)
"""Chinese text that a screen reader would read out in another language."""

BROKEN_NUMBERS = (
    "() => {"
    + WHERE
    + """
  const bad = new Set();
  const whole = /\\d[\\d,.]*[ \\u00a0]?(?:[%万亿元条次分天件处]|个百分点)|\\d[\\d,.]*%?[～–][\\d,.]+%?/g;
  for (const [node, el] of texts()) {
    if (el instanceof SVGElement || el.closest('[data-quoted], code, td, th, .trace, .sources')) continue;
    for (const hit of node.data.matchAll(whole)) {
      const range = document.createRange();
      range.setStart(node, hit.index); range.setEnd(node, hit.index + hit[0].length);
      const tops = [...range.getClientRects()].filter(r => r.width > 0.5).map(r => r.top);
      if (Math.max(...tops) - Math.min(...tops) > 8) bad.add(`${hit[0]} in ${where(el)}`);
    }
  }
  return [...bad];
}"""
)
"""Numbers that part from their unit, or ranges that part, at the end of a line."""
