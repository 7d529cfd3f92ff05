import re
from pathlib import Path
from typing import Any

import pytest

from campaignlib.publish.emitted import parse
from campaignlib.publish.site import published, refresh
from tests.publish.test_emitted import RECORD

PAGE = '<title>x</title><nav class="pathbar"><!-- bar -->old<!-- /bar --></nav><main>body</main>'


def put(out: Path, *, pdf: bool = True, **changes: Any) -> Path:
    """A report as it lies in a site."""
    emitted = parse(RECORD | changes)
    folder = out / emitted.lang / emitted.campaign
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{emitted.stem}.json").write_text(emitted.text(), encoding="utf-8")
    if pdf:
        (folder / f"{emitted.stem}.pdf").write_bytes(b"%PDF")
    page = folder / f"{emitted.stem}.html"
    page.write_text(PAGE, encoding="utf-8")
    return page


def links(text: str) -> list[tuple[str, str]]:
    return [(href, label) for href, label in re.findall(r'<a[^>]*href="([^"]*)"[^>]*>([^<]*)</a>', text)]


def bar(page: Path) -> str:
    text = page.read_text(encoding="utf-8")
    return text.split("<!-- bar -->")[1].split("<!-- /bar -->")[0]


def test_the_path_bar_leads_to_neighbours_the_other_language_and_the_pdf(tmp_path: Path) -> None:
    put(tmp_path, as_of="2025-02-28")
    page = put(tmp_path)
    put(tmp_path, lang="en")
    put(tmp_path, as_of="2025-03-16", kind="retrospective")
    refresh(tmp_path)
    assert links(bar(page)) == [
        ("../index.html", "营销活动报告"),
        ("weekly-2025-02-28.html", "← 2月28日"),
        ("retrospective-2025-03-16.html", "复盘 3月16日 →"),
        ("../../en/spring/weekly-2025-03-07.html", "English"),
        ("weekly-2025-03-07.pdf", "PDF"),
    ]
    assert page.read_text(encoding="utf-8").endswith("<main>body</main>")


def test_every_link_of_the_site_leads_to_a_file(tmp_path: Path) -> None:
    put(tmp_path)
    put(tmp_path, lang="en", pdf=False)
    put(tmp_path, campaign="autumn", as_of="2024-09-01")
    made = refresh(tmp_path)
    assert [p.relative_to(tmp_path).as_posix() for p in made] == [
        "index.html",
        "zh/index.html",
        "en/index.html",
    ]
    for page in tmp_path.rglob("*.html"):
        for href, _ in links(page.read_text(encoding="utf-8")):
            if not href.startswith("#"):
                assert (page.parent / href).is_file(), (page, href)


def test_reports_stand_newest_first_by_campaign(tmp_path: Path) -> None:
    for day in ("2025-02-28", "2025-03-07", "2025-02-21"):
        put(tmp_path, as_of=day)
    put(tmp_path, campaign="autumn", as_of="2024-09-01")
    found = [(r.emitted.campaign, str(r.emitted.as_of)) for r in published(tmp_path)]
    assert found == [
        ("autumn", "2024-09-01"),
        ("spring", "2025-03-07"),
        ("spring", "2025-02-28"),
        ("spring", "2025-02-21"),
    ]


def test_files_that_are_no_reports_are_passed_over(tmp_path: Path) -> None:
    page = put(tmp_path)
    (page.parent / "other.json").write_text("{}")
    (page.parent / "broken.json").write_text("{")
    (page.parent / "list.json").write_text("[]")
    assert len(published(tmp_path)) == 1


def test_a_site_without_reports_says_so(tmp_path: Path) -> None:
    refresh(tmp_path)
    assert "还没有报告" in (tmp_path / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_index_starts_in_the_language_that_has_reports(tmp_path: Path, lang: str) -> None:
    put(tmp_path, lang=lang)
    refresh(tmp_path)
    wanted = {"zh": '<html lang="zh-Hans">', "en": '<html lang="en-GB">'}[lang]
    assert wanted in (tmp_path / "index.html").read_text(encoding="utf-8")


def test_writing_twice_changes_nothing(tmp_path: Path) -> None:
    page = put(tmp_path)
    refresh(tmp_path)
    before = {p: (p.stat().st_mtime_ns, p.read_bytes()) for p in tmp_path.rglob("*.html")}
    refresh(tmp_path)
    assert {p: (p.stat().st_mtime_ns, p.read_bytes()) for p in tmp_path.rglob("*.html")} == before
    assert page in before
