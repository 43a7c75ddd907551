"""A form that another program saved says what it said."""

from pathlib import Path

import pytest

from builder.pipeline.form import read_form
from tests.form.made import SHIPPED, put, text_of
from tests.oracles.libreoffice import save_again


@pytest.mark.needs_libreoffice
@pytest.mark.parametrize("name", ["suihua-mayor", "wuhan-individual"])
def test_a_form_saved_by_libreoffice_changes_nothing(name: str, tmp_path: Path) -> None:
    path = put(tmp_path, SHIPPED[name])
    (saved,) = save_again([tmp_path / "方案.xlsx"], tmp_path / "again", calculate=False)
    read = read_form(saved, path)
    assert (read.written, read.changes, read.findings) == (False, (), ())
    assert text_of(tmp_path) == SHIPPED[name]
