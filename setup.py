"""A wheel also carries what `cakupan init` makes a workspace of: notebooks, raw data and the example.

All else stands in pyproject.toml. An editable install carries nothing: its clone holds them.
"""

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

HERE = Path(__file__).resolve().parent
PARTS = ("notebooks", "data/raw", "examples")  # as analysis.workspace knows them
OF_NO_WHEEL = shutil.ignore_patterns(".*", "*.card.json", "__pycache__")


def carry(package: Path) -> None:
    """Copy the parts of a workspace into a built package."""
    shutil.rmtree(package / "project", ignore_errors=True)  # of an earlier build
    for part in PARTS:
        shutil.copytree(HERE / part, package / "project" / part, ignore=OF_NO_WHEEL)


class BuildWithProject(build_py):
    def run(self) -> None:
        super().run()
        if not self.editable_mode:
            carry(Path(self.build_lib, "analysis"))


if __name__ == "__main__":
    setup(cmdclass={"build_py": BuildWithProject})
