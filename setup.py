"""Puts the notebooks, the brand and the Quarto settings, which live at the top of the repository, into the wheel."""

from pathlib import Path
from shutil import copyfile

from setuptools import setup
from setuptools.command.build_py import build_py

HERE = Path(__file__).parent
CARRIED = (
    "notebooks/*.ipynb",
    "_brand.yml",
    "_quarto.yml",
    *(f"reports/*.{x}" for x in ("qmd", "scss", "svg", "typ")),
)


class BuildWithProject(build_py):
    """build_py, and then campaignlib/publish/project/; a checkout or editable install uses the files in place."""

    def run(self):
        super().run()
        if self.editable_mode:
            return
        home = Path(self.build_lib) / "campaignlib" / "publish" / "project"
        for source in (path for pattern in CARRIED for path in sorted(HERE.glob(pattern))):
            target = home / source.relative_to(HERE)
            target.parent.mkdir(parents=True, exist_ok=True)
            copyfile(source, target)


setup(cmdclass={"build_py": BuildWithProject})
