"""The four pages of the reference campaign, rendered once per session and shared by xdist's workers."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from campaignlib.publish import site
from tests.pages.hostile import hostile_campaign

WEEKLY, RETROSPECTIVE = ("weekly", "2024-08-02"), ("retrospective", "2024-08-16")
HOSTILE_WEEKLY, HOSTILE_RETROSPECTIVE = ("weekly", "2026-01-04"), ("retrospective", "2026-02-04")
PAGES = [(kind, as_of, lang) for kind, as_of in (WEEKLY, RETROSPECTIVE) for lang in ("zh", "en")]
CHROMIUM = "chromium"
DPI = 40


@dataclass(frozen=True)
class Page:
    """One report: where its page and its PDF lie."""

    kind: str
    lang: str
    html: Path

    @property
    def pdf(self) -> Path:
        return self.html.with_suffix(".pdf")

    @property
    def text(self) -> str:
        return self.html.read_text(encoding="utf-8")


@dataclass
class Opened:
    """A page in the browser, with what it asked for and complained about."""

    page: Page
    tab: Any
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def at(self, width: int, *, unfold: bool = True) -> Any:
        """The tab at a width, on a light screen, with every fold open or every fold closed."""
        self.tab.set_viewport_size({"width": width, "height": 900})
        self.tab.emulate_media(media="screen", color_scheme="light")
        self.tab.evaluate(
            "open => { for (const d of document.querySelectorAll('details')) d.open = open;"
            " for (const t of document.querySelectorAll('.toggle')) t.checked = open; }",
            unfold,
        )
        return self.tab


def render(root: Path, *arguments: str | Path) -> None:
    """tests/pages/render.py in a process of its own."""
    command = [sys.executable, "-m", "tests.pages.render", *map(str, arguments)]
    done = subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr.strip().splitlines()[-1]


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Callable[..., Path]:
    """`once(name, make)`: the folder `name`, filled by `make(folder)` in whichever worker comes first."""
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent

    def made(name: str, make: Callable[[Path], None]) -> Path:
        folder = shared / name
        with FileLock(f"{folder}.lock"):
            if not folder.is_dir():
                scratch = folder.with_name(f"{name}-unfinished")
                shutil.rmtree(scratch, ignore_errors=True)
                scratch.mkdir()
                make(scratch)
                scratch.rename(folder)
        return folder

    return made


@pytest.fixture(scope="session")
def worker_id(request: pytest.FixtureRequest) -> str:
    """`master` without xdist, whose fixture of this name this stands in for."""
    given = getattr(request.config, "workerinput", None)
    return given["workerid"] if given else "master"


@pytest.fixture(scope="session")
def jobs(
    request: pytest.FixtureRequest, root: Path, case: Path, once: Callable[..., Path]
) -> Iterator[Callable[[str], Path]]:
    """`jobs(name)`: the folder of a job, when it is done. Two run at a time, also while tests look at the first."""

    def reference(kind: str, as_of: str, *langs: str) -> Callable[[Path], None]:
        return lambda folder: render(root, folder, "-", case, as_of, *(f"{kind}:{lang}" for lang in langs))

    def attack(kind: str, as_of: str) -> Callable[[Path], None]:
        return lambda folder: render(
            root, folder / "site", folder / "prepared", hostile_campaign(folder), as_of, f"{kind}:zh"
        )

    every: dict[str, tuple[str, Callable[[Path], None]]] = {
        "weekly": ("rendered", reference(*WEEKLY, "zh", "en")),
        "retrospective": ("rendered", reference(*RETROSPECTIVE, "zh", "en")),
        "hostile-weekly": ("hostile", attack(*HOSTILE_WEEKLY)),
        "hostile-retrospective": ("hostile", attack(*HOSTILE_RETROSPECTIVE)),
        "again": ("again", reference(*WEEKLY, "zh")),
    }
    needed = {name for item in request.session.items for name in getattr(item, "fixturenames", ())}
    with ThreadPoolExecutor(2) as pool:
        begun = {
            name: pool.submit(once, name, make)
            for name, (fixture, make) in every.items()
            if fixture in needed
        }
        yield lambda name: begun[name].result()
        pool.shutdown(cancel_futures=True)


@pytest.fixture(scope="session")
def rendered(jobs: Callable[[str], Path], once: Callable[..., Path]) -> Path:
    """A site with both reports of the reference campaign in both languages, by the embedded engine."""
    parts = [jobs("weekly"), jobs("retrospective")]
    return once("pages", lambda folder: together(parts, folder))


@pytest.fixture(scope="session")
def hostile(jobs: Callable[[str], Path], once: Callable[..., Path]) -> Path:
    """The hostile campaign's reports under `site`, the engine's inputs under `prepared`."""
    parts = [jobs("hostile-weekly"), jobs("hostile-retrospective")]

    def make(folder: Path) -> None:
        together([part / "site" for part in parts], folder / "site")
        for part in parts:
            shutil.copytree(part / "prepared", folder / "prepared", dirs_exist_ok=True)

    return once("hostile", make)


@pytest.fixture(scope="session")
def again(jobs: Callable[[str], Path]) -> Path:
    """A site with the Chinese weekly, rendered a second time."""
    return jobs("again")


def together(parts: list[Path], folder: Path) -> None:
    """One site of several."""
    for part in parts:
        shutil.copytree(part, folder, dirs_exist_ok=True)
    site.refresh(folder)


def page_of(site_folder: Path, kind: str, as_of: str, lang: str, campaign: str) -> Page:
    return Page(kind, lang, site_folder / lang / campaign / f"{kind}-{as_of}.html")


@pytest.fixture(params=PAGES, ids=lambda p: f"{p[0]}-{p[2]}", scope="session")
def page(request: pytest.FixtureRequest, rendered: Path) -> Page:
    """Each of the four reports."""
    kind, as_of, lang = request.param
    return page_of(rendered, kind, as_of, lang, "back-to-school-2024")


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        started = driver.chromium.launch(
            executable_path=shutil.which(CHROMIUM), args=["--no-sandbox", "--disable-gpu"]
        )
        yield started
        started.close()


def open_page(browser: Any, page: Page) -> Opened:
    opened = Opened(page, browser.new_page(viewport={"width": 1200, "height": 900}))
    opened.tab.on("request", lambda request: opened.requests.append(request.url))
    opened.tab.on("console", lambda message: opened.complaints.append(f"{message.type}: {message.text}"))
    opened.tab.on("pageerror", lambda error: opened.complaints.append(f"error: {error}"))
    opened.tab.on("dialog", lambda dialog: (opened.complaints.append("dialog"), dialog.dismiss()))
    opened.tab.goto(page.html.as_uri())
    return opened


@pytest.fixture(scope="session")
def opened(browser: Any, page: Page) -> Iterator[Opened]:
    """Each of the four reports, in one tab for all tests of it."""
    one = open_page(browser, page)
    yield one
    one.tab.close()


def pictures(pdf: Path, folder: Path) -> list[tuple[int, int, bytes]]:
    """Width, height and grey levels of every sheet."""
    subprocess.run(
        ["pdftoppm", "-gray", "-r", str(DPI), str(pdf), str(folder / "sheet")],
        check=True,
        capture_output=True,
    )
    made = []
    for file in sorted(folder.glob("sheet-*.pgm")):
        _, size, _, grey = file.read_bytes().split(b"\n", 3)
        width, height = map(int, size.split())
        made.append((width, height, grey))
    return made
