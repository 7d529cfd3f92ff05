"""The house keeps its promises: mirrored tests, labels in both languages, the README's map, clean notebooks."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path

import pytest

from campaignlib.checks.everything import CHECKS
from campaignlib.cli.show import FIGURES
from campaignlib.cli.show import FORMS as SHOWN
from campaignlib.forms import DAILY, FORMS
from campaignlib.publish.catalogue import REPORTS

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "campaignlib"
MODULES = sorted(p for p in PACKAGE.rglob("*.py") if p.name not in ("__init__.py", "__main__.py"))
README = (ROOT / "README.md").read_text(encoding="utf-8")
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))

# Figures of the reference case; they belong to data, tests and docstrings.
CASE = {77000, 68000, 549, 1530, 6200000, 500000, 5.49, 5000000, 2480, 1200, 7700000, 6800000}


def names(paths: list[Path]) -> list[str]:
    return [p.relative_to(ROOT).as_posix() for p in paths]


@pytest.mark.parametrize("module", MODULES, ids=names(MODULES))
def test_each_module_has_a_mirrored_test(module: Path) -> None:
    inside = module.relative_to(PACKAGE)
    mirrored = ROOT / "tests" / inside.parent / f"test_{inside.name}"
    assert mirrored.exists(), f"{mirrored.relative_to(ROOT)} is missing"


@pytest.mark.parametrize("module", MODULES, ids=names(MODULES))
def test_no_figure_of_the_case_stands_in_code(module: Path) -> None:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    found = [
        n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, int | float)
    ]
    assert not [v for v in found if v in CASE and not isinstance(v, bool)]


def test_every_code_has_one_severity_and_a_rule_in_both_languages() -> None:
    severities: dict[str, set[str]] = {}
    for check in CHECKS:
        severities.setdefault(check.code, set()).add(check.severity.value)
        assert check.label.zh
        assert check.label.en
        assert check.label.zh != check.label.en
    assert not {code: s for code, s in severities.items() if len(s) > 1}


def test_every_check_stands_in_the_readme_map_and_has_a_test_that_names_it() -> None:
    tests = "".join(p.read_text(encoding="utf-8") for p in (ROOT / "tests" / "checks").glob("test_*.py"))
    for code in {c.code for c in CHECKS}:
        assert f"`{code}`" in README, code
        assert code in tests, code


def test_the_map_names_only_checks_and_metrics_there_are() -> None:
    table = README.split("## Form → checks")[1].split("\n## ")[0]
    codes = set(re.findall(r"`([FX]\d*-[A-Z-]+)`", table))
    assert codes == {c.code for c in CHECKS}
    metrics = set(re.findall(r"`([a-z]+)`", table))
    assert metrics == set(FIGURES)


def test_every_form_can_be_shown_and_has_headings_in_both_languages() -> None:
    assert {name.replace("-", "_") for name in SHOWN} == {form.name for form in (*FORMS, DAILY)}
    for form in (*FORMS, DAILY):
        assert form.title.zh
        assert form.title.en
        for field in form.fields:
            assert field.label.zh
            assert field.label.en


def test_every_report_has_its_notebook() -> None:
    assert {r.notebook for r in REPORTS} == {p.name for p in NOTEBOOKS}


@pytest.mark.parametrize("path", NOTEBOOKS, ids=names(NOTEBOOKS))
def test_notebooks_tell_and_do_not_compute(path: Path) -> None:
    book = json.loads(path.read_text(encoding="utf-8"))
    tags = [tag for cell in book["cells"] for tag in cell["metadata"].get("tags", [])]
    assert tags.count("parameters") == 1
    for cell in book["cells"]:
        assert isinstance(cell["source"], list)
        if cell["cell_type"] != "code":
            continue
        assert cell["outputs"] == []
        assert cell["execution_count"] is None
        source = "".join(cell["source"])
        tree = ast.parse("\n".join(line for line in source.splitlines() if not line.startswith("%")))
        told = (ast.FunctionDef, ast.ClassDef, ast.For, ast.While, ast.BinOp, ast.Lambda)
        assert not [n for n in ast.walk(tree) if isinstance(n, told)], source


def test_nothing_in_git_names_a_machine_or_a_registry() -> None:
    texts = {
        ".py",
        ".md",
        ".toml",
        ".yml",
        ".txt",
        ".ipynb",
        ".qmd",
        ".scss",
        ".css",
        ".lua",
        ".typ",
        ".html",
        ".csv",
    }
    folders = [ROOT / name for name in ("campaignlib", "notebooks", "data", "tests")]
    kept = [
        *(p for folder in folders for p in folder.rglob("*") if p.suffix in texts),
        *(p for p in (*ROOT.glob("*"), *(ROOT / "reports").glob("*")) if p.suffix in texts),
        ROOT / "Makefile",
    ]
    words = re.compile(r"/(?:home|root|tmp|work)/\w|pypi\.org|files\.pythonhosted|registry\.npmjs")
    for path in kept:
        if path.name != Path(__file__).name:
            assert not words.search(path.read_text(encoding="utf-8")), path


def test_constraints_pin_names_and_versions_only() -> None:
    for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines():
        assert re.fullmatch(r"[A-Za-z0-9_.-]+==[A-Za-z0-9_.+!-]+", line), line
