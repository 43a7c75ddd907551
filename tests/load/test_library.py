"""How a person names a scheme."""

from pathlib import Path

import pytest

from builder.load.library import called, find_scheme, shipped_folder, shipped_schemes
from builder.load.scheme_file import load_scheme


def test_every_shipped_scheme_is_found_by_its_id() -> None:
    names = [path.stem for path in shipped_schemes()]
    assert names == sorted(names)
    assert {"pengjiang-manufacturing", "xinhui-service"} <= set(names)
    assert "README" not in names
    assert [find_scheme(name) for name in names] == [(path, ()) for path in shipped_schemes()]


def test_a_shipped_scheme_is_found_by_its_title_as_it_is_listed() -> None:
    path, _ = find_scheme("武汉市市长质量奖个人奖评定标准（试行）")
    assert path is not None
    assert called(str(path)) == "wuhan-individual"
    assert called("我的/方案.md") == "我的/方案.md"


def test_schemes_templates_and_examples_are_found_beside_the_source() -> None:
    assert shipped_folder("schemes").is_dir()
    assert shipped_folder("templates").is_dir()
    assert shipped_folder("examples").is_dir()


def test_a_word_that_looks_like_a_path_or_is_a_file_is_taken_as_a_path(tmp_path: Path) -> None:
    file = tmp_path / "scheme"
    file.write_text("", encoding="utf-8")
    for word in ("mine.md", "folder/mine", "folder\\mine", str(file)):
        assert find_scheme(word) == (Path(word), ())


def test_a_folder_is_taken_as_a_path_unless_it_is_called_like_a_scheme(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("方案", "xinhui-service"):
        Path(name).mkdir()
    assert find_scheme("方案") == (Path("方案"), ())
    assert load_scheme(Path("方案")).findings[0].code == "QA102"
    assert find_scheme("xinhui-service")[0] in shipped_schemes()


def test_an_unknown_id_is_told_with_the_id_that_was_meant() -> None:
    for word in ("xinhui-servce", "x" * 5000):
        path, (found,) = find_scheme(word)
        assert path is None
        assert found.code == "QA106"
    assert "xinhui-service" in find_scheme("xinhui-servce")[1][0].message
