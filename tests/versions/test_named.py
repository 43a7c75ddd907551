"""What is run on other Pythons is what there is, and the whole proof runs it."""

import re
from pathlib import Path

from tests.read import test_refused_files

_ROOT = Path(__file__).parents[2]
_RUN = (_ROOT / "tests" / "versions" / "run").read_text(encoding="utf-8")


def test_the_tests_left_out_are_tests() -> None:
    names = re.findall(r"test_refused_files\.py::(\w+)", _RUN)
    assert len(names) == 2
    assert all(callable(getattr(test_refused_files, name)) for name in names)


def test_the_whole_proof_runs_the_reader_on_three_more_pythons() -> None:
    assert len(re.findall(r"pyodide@[\d.]+", _RUN)) == 3
    assert "tests/versions/run " in (_ROOT / ".ci" / "run").read_text(encoding="utf-8")
