from datetime import date
from pathlib import Path
from typing import Any

import pytest

from campaignlib.errors import RenderFailed
from campaignlib.publish.run import run_notebook
from tests.publish.notebooks import PARAMETERS, code, notebook, write

pytestmark = pytest.mark.slow


def run(folder: Path, *cells: dict[str, Any], as_of: date | None = date(2025, 3, 7)) -> dict[str, Any]:
    source = write(folder / "notebooks", "weekly.ipynb", notebook(*cells))
    scratch = folder / "scratch"
    scratch.mkdir()
    return run_notebook(source, folder / "a campaign", as_of, "en", scratch)


def test_the_parameters_arrive_as_text_and_the_source_stays_as_it_was(tmp_path: Path) -> None:
    shown = code("print(repr(campaign), repr(as_of), repr(lang))")
    done = run(tmp_path, code(PARAMETERS, "parameters"), shown)
    printed = "".join(done["cells"][-1]["outputs"][0]["text"])
    assert printed == f"{str(tmp_path / 'a campaign')!r} '2025-03-07' 'en'\n"
    assert '"outputs": []' in (tmp_path / "notebooks" / "weekly.ipynb").read_text()


def test_without_a_date_as_of_is_none(tmp_path: Path) -> None:
    done = run(tmp_path, code(PARAMETERS, "parameters"), code("print(as_of is None)"), as_of=None)
    assert "".join(done["cells"][-1]["outputs"][0]["text"]) == "True\n"


def test_a_failing_cell_is_named_with_its_error(tmp_path: Path) -> None:
    with pytest.raises(
        RenderFailed, match=r"weekly\.ipynb \(en\), cell 3 \(tbl-budget\): ValueError: 没有预算$"
    ):
        run(
            tmp_path,
            code(PARAMETERS, "parameters"),
            code("x = 1"),
            code('#| label: tbl-budget\nraise ValueError("没有预算")'),
        )


def test_a_cell_without_label_is_named_by_its_first_line(tmp_path: Path) -> None:
    with pytest.raises(RenderFailed, match=r"cell 2 \(1/0\): ZeroDivisionError"):
        run(tmp_path, code(PARAMETERS, "parameters"), code("\n1/0"))


def test_a_notebook_that_lacks_a_parameter_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RenderFailed, match="parameters cell lacks as_of, lang"):
        run(tmp_path, code('campaign = ""', "parameters"))


def test_what_is_no_notebook_is_said(tmp_path: Path) -> None:
    broken = tmp_path / "weekly.ipynb"
    broken.write_text("{", encoding="utf-8")
    with pytest.raises(RenderFailed, match="no notebook that can be read"):
        run_notebook(broken, tmp_path, None, "zh", tmp_path)
