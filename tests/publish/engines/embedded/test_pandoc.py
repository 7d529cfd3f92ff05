"""Pages and Typst as the filter makes them from the Markdown of a report."""

import base64
import io
import re
from pathlib import Path
from typing import Any

import pypdf
import pytest
import typst as typst_wheel

from campaignlib.errors import RenderFailed
from campaignlib.publish.engines.embedded import render
from campaignlib.publish.engines.embedded.fonts import PrintFont, brought_folders, print_font
from campaignlib.publish.engines.embedded.markdown import assemble
from campaignlib.publish.engines.embedded.pandoc import to_html, to_typst
from campaignlib.words.block import div, only_html, only_print, raw_html
from campaignlib.words.label import Lang
from tests.publish.engines.jobs import job, shown

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="130" height="14" viewBox="0 0 130 14">'
    '<title>60%</title><rect width="78" height="8" fill="var(--accent, #1F4E8C)"/></svg>'
)
PACKED = base64.b64encode(SVG.encode()).decode()


def page(folder: Path, *cells: Any, lang: Lang = "zh", title: str = "线索领先") -> str:
    made = job(folder, *cells, lang=lang, title=title)
    return to_html(assemble(made.notebook), made)


def main(folder: Path, *cells: Any, lang: Lang = "zh") -> str:
    """The page's content without its head and style."""
    return page(folder, *cells, lang=lang).split("<main")[1]


def typst(folder: Path, *cells: Any, lang: Lang = "zh") -> str:
    """The Typst body below the template's definitions."""
    made = job(folder, *cells, lang=lang)
    return to_typst(assemble(made.notebook), made, print_font()).split("\n= ")[1]


def pdf(folder: Path, *cells: Any, lang: Lang = "zh") -> pypdf.PdfReader:
    made = job(folder, *cells, lang=lang, to=("pdf",))
    render(made)
    return pypdf.PdfReader(io.BytesIO((folder / f"{made.stem}.pdf").read_bytes()))


def pdf_text(folder: Path, *cells: Any, lang: Lang = "zh") -> str:
    return "\n".join(p.extract_text() for p in pdf(folder, *cells, lang=lang).pages)


# The page


def test_a_page_loads_nothing_and_runs_nothing(tmp_path: Path) -> None:
    made = page(tmp_path, "## 进度", shown(raw_html(SVG)), "$x^2$")
    assert not re.findall(r'(?:src|href)="(?!#|data:)[^"]*"', made)
    assert "<script" not in made
    assert "@import" not in made
    assert "<math" in made


def test_the_title_is_text_and_the_language_is_said(tmp_path: Path) -> None:
    made = page(tmp_path, "x", title="张*、李* <b> ahead", lang="en")
    assert '<html lang="en-GB">' in made
    assert "<h1>张*、李* &lt;b&gt; ahead</h1>" in made
    assert "<title>张*、李* &lt;b&gt; ahead</title>" in made


def test_stars_of_people_stay(tmp_path: Path) -> None:
    cells = ("张\\*、李\\* 负责", shown(raw_html("<table><tr><td>王*、刘*</td></tr></table>")))
    for text in (main(tmp_path, *cells), pdf_text(tmp_path, *cells)):
        assert "张*、李*" in text
        assert "王*、刘*" in text
        assert "<em>" not in text


def test_the_kicker_stands_above_the_title(tmp_path: Path) -> None:
    made = main(tmp_path, div("周报　截至", "kicker"), "正文")
    assert made.index("周报") < made.index("<h1>") < made.index("正文")


def test_a_rail_stands_beside_its_section(tmp_path: Path) -> None:
    made = main(tmp_path, "## 记分卡\n\n::: rail\nF8 看板\n:::\n\n::: finding\n都在计划内。\n:::")
    side, body = re.findall(r'<div class="side">(.*?)<div class="body">(.*?)</section>', made, re.DOTALL)[0]
    assert "F8 看板" in side
    assert "<h2" in side
    assert "都在计划内" in body


def test_glyphs_are_not_read_out(tmp_path: Path) -> None:
    made = main(tmp_path, "[▲]{.glyph .good} **领先**")
    assert re.search(r'<span class="glyph good" aria-hidden="true">▲</span>', made)


def test_a_fold_is_details_and_print_shows_it_open(tmp_path: Path) -> None:
    fold = '::: {.callout-note collapse="true" title="其余8处"}\n里面\n:::'
    made = main(tmp_path, fold)
    assert '<details class="fold"><summary>' in made
    assert "其余8处" in re.sub("<[^>]*>", "", made)
    assert "里面" in pdf_text(tmp_path, fold)


def test_content_of_one_format_is_left_out_of_the_other(tmp_path: Path) -> None:
    cells = (shown(only_html("屏幕") + "\n\n" + only_print("纸上")),)
    assert ("屏幕" in main(tmp_path, *cells), "纸上" in main(tmp_path, *cells)) == (True, False)
    assert ("屏幕" in typst(tmp_path, *cells), "纸上" in typst(tmp_path, *cells)) == (False, True)


@pytest.mark.parametrize(("lang", "figure", "table"), [("zh", "图1", "表1"), ("en", "Figure 1", "Table 1")])
def test_figures_and_tables_are_numbered_and_referred_to(
    tmp_path: Path, lang: Lang, figure: str, table: str
) -> None:
    cells = (
        "见 @fig-pace 和 @tbl-card。",
        shown("图", "#| label: fig-pace\n#| fig-cap: 节奏\nx"),
        shown("| a |\n|---|\n| 1 |", "#| label: tbl-card\n#| tbl-cap: 达成\nx"),
    )
    made = main(tmp_path, *cells, lang=lang)
    assert f'<a href="#fig-pace" class="reference">{figure}</a>' in made
    assert f'<a href="#tbl-card" class="reference">{table}</a>' in made
    assert 'id="fig-pace"' in made
    squeezed = pdf_text(tmp_path, *cells, lang=lang).replace(" ", "")
    assert figure.replace(" ", "") + ("\u3000" if lang == "zh" else ".") + "节奏" in squeezed


def test_a_reference_that_leads_nowhere_is_a_failure(tmp_path: Path) -> None:
    with pytest.raises(RenderFailed, match="Unable to resolve crossref @fig-none"):
        main(tmp_path, "见 @fig-none")


def test_an_image_from_elsewhere_is_a_failure_in_print(tmp_path: Path) -> None:
    with pytest.raises(RenderFailed, match="Could not fetch"):
        typst(tmp_path, "![x](https://example.org/a.png)")


def test_traced_figures_link_to_notes_and_are_numbered_in_print(tmp_path: Path) -> None:
    cells = (
        "[12.5%](#figure-rate){.figure} 和 [7](#figure-none){.figure}",
        div("- []{#figure-leads} 线索\n- []{#figure-rate} 转化率", "trace"),
    )
    made = main(tmp_path, *cells)
    assert '<button type="button" class="figure" popovertarget="note-figure-rate">12.5%</button>' in made
    assert re.search(r'<div class="card" id="note-figure-rate" popover>\s*转化率\s*</div>', made)
    assert "figure-none" not in made
    assert "note-figure-leads" not in made
    assert (
        made.index('<li><span id="figure-rate">') < made.index("其余 1 条") < made.index('id="figure-leads"')
    )
    printed = typst(tmp_path, *cells)
    assert "#traced(1, <figure-rate>)[12.5%]" in printed
    assert "<figure-leads>" not in printed


def test_a_table_of_html_opens_notes_too(tmp_path: Path) -> None:
    table = '<table><tr><td><a class="figure" href="#figure-a"><b>7</b></a> <a class="figure" href="#figure-b">8</a></td></tr></table>'
    made = main(tmp_path, shown(raw_html(table)), div("1.  []{#figure-a}**七**", "trace"))
    assert 'popovertarget="note-figure-a"><b>7</b></button> 8</td>' in made


def test_sections_after_the_alerts_fold_on_a_phone_under_their_finding(tmp_path: Path) -> None:
    finding = "\n\n::: finding\n只有一项落后。\n:::\n\n正文"
    made = main(tmp_path, "## 记分卡" + finding, "## 预警\n\n没有", "## 进度" + finding, "## 排期\n\n图")
    assert re.findall(r'<input class="toggle" type="checkbox" id="([^"]*)"', made) == [
        "open-进度",
        "open-排期",
    ]
    assert re.search(r'<label class="finding" for="open-进度">\s*只有一项落后。', made)
    assert re.search(r'<label class="finding only" for="open-排期">\s*展开', made)


def test_dates_and_large_numbers_stay_whole_on_a_chinese_page(tmp_path: Path) -> None:
    cells = (
        "到2024年8月2日，窗口 7月26日—8月10日，350万 次",
        shown(raw_html("<table><tr><td>8月5日</td></tr></table>")),
    )
    made = main(tmp_path, *cells)
    for day in ("2024年8月2日", "7月26日—8月10日", "350万", "8月5日"):
        assert f'<span class="day">{day}</span>' in made
    assert "#day[8月5日]" in typst(tmp_path, *cells)


def test_full_width_punctuation_has_no_gap_behind_it(tmp_path: Path) -> None:
    assert "<strong>线索领先。</strong>全部" in main(tmp_path, "**线索领先。** 全部")
    assert "<strong>Leads are ahead.</strong> All" in main(tmp_path, "**Leads are ahead.** All", lang="en")


def test_tables_bring_their_style_once_and_scroll_inside_themselves(tmp_path: Path) -> None:
    table = raw_html(
        "<style>.t{color:red}</style><table><caption>记分卡</caption><tr><td>1</td></tr></table>"
    )
    made = page(tmp_path, "## 一", shown(table), "## 二", shown(table))
    assert made.count(".t{color:red}") == 1
    assert made.index(".t{color:red}") < made.index("<body>")
    assert made.count('<div class="scroll" tabindex="0" role="region" aria-label="记分卡">') == 2


def test_no_id_stands_twice_and_links_follow(tmp_path: Path) -> None:
    table = '<table id="facts"><caption id="facts-caption">a</caption><tr><th id="f-x">1</th><td headers="f-x">2</td></tr></table>'
    made = main(
        tmp_path,
        "## Facts {#facts}",
        shown(raw_html(table)),
        shown(raw_html(table)),
        "[up](#facts)",
        lang="en",
    )
    ids = re.findall(r' id="([^"]*)"', made)
    assert len(ids) == len(set(ids))
    assert 'href="#section-facts"' in made
    assert 'headers="f-x-1"' in made


WHOLE = {
    "zh": [
        "9,000 元",
        "3天",
        "12条",
        "10.3%～15.1%",
        "≥85 分",
        "350万次",
        "90÷720",
        "2.5 个百分点",
        "F3!C4:C11",
    ],
    "en": [
        "CNY 9,000",
        "≥CNY 500,000",
        "10.3–15.1%",
        "90 ÷ 720",
        "20–25 Jul",
        "2 Aug",
        "1.2 million",
        "50万元",
        "20 Jul–10 Aug",
        "F3!C4:C11",
    ],
}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_numbers_keep_their_units_and_ranges_their_ends(tmp_path: Path, lang: Lang) -> None:
    for whole in WHOLE[lang]:
        text = f"它是{whole}，别的" if lang == "zh" else f"It is {whole}, and more"
        made = main(tmp_path, text, shown(raw_html(f"<p>{text}</p>")), lang=lang)
        kept = [
            re.sub("<[^>]*>", "", run)
            for run in re.findall('<span class="keep">.*?</span>(?:[^<]*</span>)?', made)
        ]
        assert [run[: len(whole)] for run in kept] == [whole, whole], made
        printed = typst(tmp_path, text, lang=lang).replace("#day[", "").replace("--", "–")
        assert f"#box[{whole}" in printed.replace("]", "")


@pytest.mark.parametrize(
    "text", ["2024-08-02", "SHA-256 3c1a", "C12", "7 次曝光之外的 campaign.toml", "v1.2.3"]
)
def test_what_is_no_number_is_left_alone(tmp_path: Path, text: str) -> None:
    plain = re.sub("<[^>]*>", "", main(tmp_path, text))
    assert text.replace(" ", "") in plain.replace(" ", "")


def test_a_chinese_title_breaks_behind_its_clauses(tmp_path: Path) -> None:
    made = page(tmp_path, "x", title="线索落后，其余按计划；转化率还差 2.5 个百分点")
    heading = made.split("<h1>")[1].split("</h1>")[0]
    assert [re.sub("<[^>]*>", "", part) for part in heading.split('<span class="clause">')[1:]] == [
        "线索落后，",
        "其余按计划；",
        "转化率还差 2.5 个百分点",
    ]
    assert '<span class="keep">2.5 个百分点</span>' in heading
    assert "<title>线索落后，其余按计划；转化率还差 2.5 个百分点</title>" in made


def test_spans_of_one_format_are_left_out_of_the_other(tmp_path: Path) -> None:
    text = (
        '数字[带点线]{.content-visible when-format="html"}[带小号]{.content-hidden when-format="html"}的有注'
    )
    assert "数字带点线的有注" in main(tmp_path, text)
    assert "数字带小号的有注" in typst(tmp_path, text)


def test_quotes_are_narrow_on_an_english_page_only(tmp_path: Path) -> None:
    for lang, wanted in (("zh", False), ("en", True)):
        made = job(tmp_path, "items’ “sum”", lang=lang)  # type: ignore[arg-type]
        markdown = assemble(made.notebook)
        assert ("'pwid'" in to_html(markdown, made)) == wanted
        assert ('("pwid",)' in to_typst(markdown, made, print_font())) == wanted


def test_a_narrow_drawing_scrolls_under_its_own_name(tmp_path: Path) -> None:
    drawing = SVG.replace("<svg ", '<svg class="drawing narrow" ')
    made = main(tmp_path, "## 预算", shown(raw_html(f"<figure>{drawing}</figure>")))
    assert (
        '<div class="scroll narrow" tabindex="0" role="region" aria-label="60%"><svg class="drawing narrow"'
        in made
    )


# Print


def rows(*names: str, classes: str = "") -> str:
    return "".join(f'<tr class="{classes}"><td>{name}</td><td>1</td></tr>' for name in names)


def test_small_tables_stay_on_one_page(tmp_path: Path) -> None:
    small, large = (raw_html(f"<table>{rows(*'abcdefgh'[:n])}</table>") for n in (6, 7))
    assert "small: true" in typst(tmp_path, shown(small))
    assert "small: false" in typst(tmp_path, shown(large))


def test_a_sum_and_the_note_below_stay_with_the_last_row(tmp_path: Path) -> None:
    table = f"<table>{rows(*'abcdefgh')}{rows('合计', classes='total')}{rows('表上')}</table>"
    made = typst(tmp_path, shown(raw_html(table) + "\n\n" + div("备用金", "note")))
    foot = made.split("table.footer(repeat: false,")[1]
    assert [word in foot for word in ("合计", "表上", "备用金", "\nh\n")] == [True, True, True, False]
    assert "#note[" not in made


def test_widths_a_table_asks_for_are_kept(tmp_path: Path) -> None:
    columns = '<colgroup><col style="width:20%"/><col style="width:80%"/></colgroup>'
    assert "#sheet((20fr, 80fr,)," in typst(tmp_path, shown(raw_html(f"<table>{columns}{rows('a')}</table>")))


def test_a_column_of_prose_gets_the_room_that_short_ones_leave(tmp_path: Path) -> None:
    cells = f"<td>短</td><td>{'很长的说明' * 30}</td><td>{'中等' * 30}</td><td class='num'>1,000</td>"
    made = typst(tmp_path, shown(raw_html(f"<table><tr>{cells}</tr></table>")))
    found = re.search(r"#sheet\(\(auto, (\d+)fr, (\d+)fr, auto,\)", made)
    assert found
    assert int(found[1]) > int(found[2])


def test_english_heads_of_numbers_break_where_room_is_scarce_and_drawings_keep_theirs(tmp_path: Path) -> None:
    head = "<thead><tr><th>What</th><th></th><th class='num'>Cost per qualified lead</th><th>Why</th></tr></thead>"
    prose = "a cause with many words " * 12
    cells = f"<td>{prose}</td><td>{SVG}</td><td class='num'>50.33</td><td>{prose}</td>"
    made = typst(tmp_path, shown(raw_html(f"<table>{head}<tr>{cells}</tr></table>")), lang="en")
    assert re.search(r"#sheet\(\(\d+fr, auto, auto, \d+fr,\)", made)
    assert "Cost per \\\nqualified" in re.sub(r" *\\\n", r" \\\n", made)


def test_a_long_running_title_is_cut_to_one_line(tmp_path: Path) -> None:
    made = job(tmp_path, *(["正文\n\n" * 40] * 3), title="很长的标题" * 30, to=("pdf",))
    render(made)
    second = pypdf.PdfReader(tmp_path / f"{made.stem}.pdf").pages[1].extract_text()
    assert second.splitlines()[0].endswith("…")


TABLE = """<table>
<caption>达成</caption>
<thead><tr><th>指标</th><th class="gt_right">实际</th></tr></thead>
<tbody>
<tr class="gt_group_heading_row"><th class="gt_group_heading" colspan="2">品牌</th></tr>
<tr class="indent"><td>抖音<br/><span class="second">F8!D4</span></td><td class="gt_right"><b>850</b></td></tr>
<tr class="total"><td>合计</td><td class="gt_right">1,200 <img alt="60%" width="130" src="data:image/svg+xml;base64,{packed}"></td></tr>
<tr><td>{svg}</td><td class="gt_right"><span class="bad">落后</span></td></tr>
</tbody></table>"""


def test_an_html_table_becomes_a_typst_table(tmp_path: Path) -> None:
    made = typst(tmp_path, shown(raw_html(TABLE.format(packed=PACKED, svg=SVG))))
    assert "#sheet((1fr, auto,), (left, right,), 18.0pt, small: true," in made
    assert "table.header(" in made
    assert 'cell-of("group", align: left, colspan: 2)' in made
    assert 'cell-of("total", align: left, bold: true)' in made
    assert "indent: 7pt" in made
    assert "#small[#box[F8!D4]]" in made
    assert "#text(fill: bad)[落后]" in made


def test_images_and_inline_svg_in_cells_are_files_with_print_colours(tmp_path: Path) -> None:
    made = typst(tmp_path, shown(raw_html(TABLE.format(packed=PACKED, svg=SVG))))
    names = re.findall(r'#box\(image\("(\w+\.svg)", alt: "60%", width: [\d.]+pt\)\)', made)
    assert len(names) == 2
    inline = (tmp_path / names[1]).read_text(encoding="utf-8")
    assert "var(" not in inline
    assert "#1A437A" in inline
    assert 'viewBox="0 0 130 14"' in inline


def test_a_long_table_keeps_all_rows_and_repeats_its_head(tmp_path: Path) -> None:
    rows = "".join(f"<tr><td>行{i}号</td><td>{i}</td></tr>" for i in range(150))
    table = f"<table><thead><tr><th>名称头</th><th>数</th></tr></thead><tbody>{rows}</tbody></table>"
    made = pdf(tmp_path, shown(raw_html(table), "#| label: tbl-long\n#| tbl-cap: 长表\nx"))
    texts = [p.extract_text() for p in made.pages]
    assert len(texts) > 2
    assert all("名称头" in text for text in texts)
    found = re.findall(r"行\s*(\d+)\s*号", "".join(texts))
    assert [int(n) for n in found] == list(range(150))


def test_the_pdf_is_tagged_titled_and_in_its_language(tmp_path: Path) -> None:
    made = pdf(tmp_path, "## 进度", f'![](data:image/svg+xml;base64,{PACKED}){{fig-alt="条"}}', "$x^2$")
    root = made.trailer["/Root"].get_object()
    assert made.metadata is not None
    assert made.metadata.title == "线索领先"
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712 - a PDF boolean
    assert root["/Lang"].lower() == "zh-cn"
    assert b"pdfuaid" in root["/Metadata"].get_object().get_data()
    assert "第 1 页，共 1 页" in made.pages[0].extract_text().replace("\u00a0", " ")


def test_columns_points_decisions_and_panels_reach_print(tmp_path: Path) -> None:
    points = div("- [▲]{.glyph .good} **领先。** 值\n- [▼]{.glyph .warn} **落后。** 值", "points")
    decisions = div("1. 收摊？\n\n   今天\n\n2. 补租？\n\n   明天", "decisions")
    columns = f":::: {{.columns}}\n{div(points, 'column')}\n\n{div(decisions, 'column')}\n::::"
    panels = f":::: {{.panels}}\n{div('### 线索', 'panel')}\n\n{div('### 曝光', 'panel')}\n::::"
    made = typst(tmp_path, shown(columns), "## 进度", shown(panels))
    assert "#columns-of(auto," in made
    assert made.count("#point[") == 2
    assert made.count("#decision(") == 2
    text = pdf_text(tmp_path, shown(columns), "## 进度", shown(panels))
    for wanted in ("领先。", "落后。", "收摊？", "明天", "线索", "曝光"):
        assert wanted in text


def test_a_link_to_data_is_not_printed(tmp_path: Path) -> None:
    section = "## 记分卡\n\n::: rail\nF8 看板\n\n[下载 CSV](data.csv)\n:::\n\n正文"
    assert "下载" in main(tmp_path, section)
    assert "下载" not in typst(tmp_path, section)
    assert "F8 看板" in typst(tmp_path, section)


def test_both_are_the_same_every_time(tmp_path: Path) -> None:
    def once(name: str) -> tuple[bytes, bytes]:
        folder = tmp_path / name
        folder.mkdir()
        made = job(folder, "## 进度", shown(raw_html(TABLE.format(packed=PACKED, svg=SVG))))
        render(made)
        return tuple((folder / f"{made.stem}.{e}").read_bytes() for e in ("html", "pdf"))  # type: ignore[return-value]

    assert once("a") == once("b")


def test_what_people_wrote_cannot_run_in_print(tmp_path: Path) -> None:
    hostile = '#panic("x") $ @a <b> [c] \\ "quote" #{'
    table = raw_html(f"<table><tr><td>{hostile.replace('<', '&lt;')}</td></tr></table>")
    assert '#panic("x")' in pdf_text(tmp_path, shown(table)).replace("“", '"').replace("”", '"')


def test_signs_between_boxes_keep_their_mainland_form(tmp_path: Path) -> None:
    """The font of the extra [fonts] draws the comma of Taiwan unless told the script."""
    folders = brought_folders()
    made = job(tmp_path, "x")
    source = to_typst(assemble(made.notebook), made, PrintFont("Noto Sans CJK TC", folders))
    setting = next(line for line in source.splitlines() if line.startswith("#set text(font:"))
    setting = setting.replace("fill: ink, ", "")

    def glyphs(body: str) -> set[str]:
        (tmp_path / "t.typ").write_text(f"{setting}\n{body}\n", encoding="utf-8")
        paths = [str(folder) for folder in folders]
        svg = typst_wheel.compile(
            tmp_path / "t.typ", format="svg", font_paths=paths, ignore_system_fonts=True
        )
        return set(re.findall(r'<symbol id="([^"]+)"', svg.decode()))

    assert glyphs("#box[余]，#box[守]") == glyphs("余，守")
