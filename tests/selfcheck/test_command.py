"""``builder selfcheck`` and ``build --selfcheck`` make the page of an office, or say why not."""

import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from builder.cli.main import root
from builder.selfcheck.kept_base import kept_path
from builder.selfcheck.runtime import pinned_runtime
from tests.selfcheck.bases import facts_in, put_base
from tests.support.workbooks import MINHANG, PENGJIANG


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A user without a base page, whose folder this is."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)


def said(*words: str) -> Result:
    done = CliRunner().invoke(root, list(words), standalone_mode=False)
    assert done.exception is None, done.output
    return done


def keep_base(folder: Path) -> Path:
    path = kept_path()
    path.parent.mkdir(parents=True)
    return put_base(folder).rename(path)


def test_a_page_is_made_from_the_base_page_that_is_given(tmp_path: Path) -> None:
    done = said("selfcheck", PENGJIANG, "--base", str(put_base(tmp_path)))
    assert (done.return_value, done.output) == (0, "已写入 自查.html\n")
    facts = facts_in((tmp_path / "自查.html").read_text("utf-8"))
    assert [one["id"] for one in facts["awards"]] == [PENGJIANG]  # type: ignore[attr-defined] # JSON


def test_without_one_the_base_page_in_the_users_cache_is_taken(tmp_path: Path) -> None:
    keep_base(tmp_path)
    assert said("selfcheck", PENGJIANG, "-o", "页/自查.html").output == "已写入 页/自查.html\n"


def test_without_any_it_says_where_base_pages_come_from(tmp_path: Path) -> None:
    done = said("selfcheck", PENGJIANG)
    assert done.return_value == 2
    assert "QA881" in done.output
    assert "builder selfcheck --prepare" in done.output
    assert not (tmp_path / "自查.html").exists()


def test_several_editions_come_from_a_folder(tmp_path: Path) -> None:
    keep_base(tmp_path)
    folder = tmp_path / "方案"
    folder.mkdir()
    source = Path(__file__).parents[2] / "schemes" / f"{MINHANG}.md"
    for edition in ("2025年版", "2026年版"):
        text = source.read_text("utf-8").replace("edition: 依据原文件", f"edition: {edition}")
        (folder / f"{edition}.md").write_text(text, encoding="utf-8")
    said("selfcheck", "--schemes", "方案")
    facts = facts_in((tmp_path / "自查.html").read_text("utf-8"))
    assert [one["edition"] for one in facts["awards"]] == ["2025年版", "2026年版"]  # type: ignore[attr-defined] # JSON


def test_an_unknown_scheme_is_told_as_everywhere(tmp_path: Path) -> None:
    keep_base(tmp_path)
    done = said("selfcheck", "pengjiang-manufactoring")
    assert done.return_value == 2
    assert "QA106" in done.output


def test_a_file_that_somebody_else_wrote_is_kept(tmp_path: Path) -> None:
    keep_base(tmp_path)
    (tmp_path / "自查.html").write_text("别人的", encoding="utf-8")
    done = said("selfcheck", PENGJIANG)
    assert done.return_value == 3
    assert "QA892" in done.output
    assert (tmp_path / "自查.html").read_text("utf-8") == "别人的"


def test_its_own_page_is_made_anew(tmp_path: Path) -> None:
    keep_base(tmp_path)
    said("selfcheck", PENGJIANG)
    assert said("selfcheck", MINHANG).return_value == 0
    assert MINHANG in str(facts_in((tmp_path / "自查.html").read_text("utf-8"))["awards"])


def test_without_npm_preparing_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    done = said("selfcheck", "--prepare")
    assert done.return_value == 2
    assert "QA883" in done.output
    assert "npm" in done.output


def test_the_wrong_file_as_runtime_is_refused_before_anything_is_run(tmp_path: Path) -> None:
    wrong = tmp_path / pinned_runtime().file
    wrong.write_bytes(b"x")
    done = said("selfcheck", "--prepare", "--runtime", str(wrong))
    assert done.return_value == 3
    assert "QA882" in done.output
    assert not kept_path().exists()


def test_a_kit_goes_out_with_the_page_of_its_award(tmp_path: Path) -> None:
    keep_base(tmp_path)
    done = said("build", PENGJIANG, "--only", "xlsx", "-o", "下发", "--selfcheck")
    assert done.return_value == 0
    with zipfile.ZipFile(tmp_path / "下发" / "蓬江区政府质量奖（制造业）-自查.zip") as archive:
        facts = facts_in(archive.read("自查.html").decode())
    assert [one["id"] for one in facts["awards"]] == [PENGJIANG]  # type: ignore[attr-defined] # JSON


def test_without_a_base_page_no_kit_is_written_that_should_have_one(tmp_path: Path) -> None:
    done = said("build", PENGJIANG, "--only", "xlsx", "-o", "下发", "--selfcheck")
    assert "QA881" in done.output
    assert not (tmp_path / "下发").exists()
