"""What is put aside goes back to where it was, and nowhere else."""

from pathlib import Path

from builder.desk.keeping import last_aside, put, put_back
from builder.pipeline.year.folder import Year
from builder.pipeline.year.opening import open_year


def a_year(folder: Path) -> Year:
    """A year of an award."""
    opened = open_year(folder, create=True)
    assert opened.year is not None
    return opened.year


def test_what_was_replaced_last_goes_back_and_what_stood_there_goes_aside(tmp_path: Path) -> None:
    year = a_year(tmp_path)
    path = tmp_path / "方案" / "质量奖.md"
    for content in (b"1", b"2", b"3", b"4"):
        assert put(year, path, content) is None
    assert put_back(year, path) is None
    assert path.read_bytes() == b"3"
    former = last_aside(year, path)
    assert former is not None
    assert former.read_bytes() == b"4"


def test_a_file_whose_name_ends_alike_is_another(tmp_path: Path) -> None:
    year = a_year(tmp_path)
    path, other = tmp_path / "方案" / "质量奖.md", tmp_path / "方案" / "2026-质量奖.md"
    assert put(year, path, b"A") is None
    for content in (b"B1", b"B2"):
        assert put(year, other, content) is None
    assert last_aside(year, path) is None
    assert put_back(year, path) is None
    assert path.read_bytes() == b"A"
