"""Every returned file is held against the edition it was made from, never against another."""

from pathlib import Path

import pytest

from builder.kit.planning import plan_workbook
from builder.load.scheme_file import load_scheme
from builder.model.scheme import Scheme
from builder.model.verdict import Status, Verdict
from builder.pipeline.choosing import every_kit
from builder.pipeline.own_schemes import own_schemes
from builder.pipeline.verify import Verifier
from tests.load.samples import HEAD, TREE, save
from tests.support.answers import complete_answers
from tests.support.workbooks import write_filled

OLD, NEW = "第1版", "第2版"


def edition(folder: Path, year: str) -> Scheme:
    """The edition of a year, whose file is put into a folder."""
    text = (HEAD + TREE).replace("edition: 第1版", f"edition: {year}")
    assert year in text
    folder.mkdir(exist_ok=True)
    path = folder / f"{year}.md"
    path.write_text(text, encoding="utf-8")
    scheme = load_scheme(path).scheme
    assert scheme is not None
    return scheme


@pytest.fixture
def returned(tmp_path: Path) -> dict[str, Path]:
    """A good file of each of two editions."""
    files: dict[str, Path] = {}
    for year in (OLD, NEW):
        (kit,) = every_kit(edition(tmp_path / "方案", year))
        plan = plan_workbook(kit)
        files[year] = write_filled(tmp_path / f"{year}.xlsx", plan, complete_answers(plan))
    return files


def judged(path: Path, *files: Path, folders: tuple[Path, ...] = ()) -> Verdict:
    known, findings = own_schemes(files, folders)
    assert findings == ()
    return Verifier(known).verify(path)


def test_a_folder_of_editions_serves_the_files_of_each(
    tmp_path: Path, returned: dict[str, Path]
) -> None:
    for path in returned.values():
        verdict = judged(path, folders=(tmp_path / "方案",))
        assert (verdict.status, verdict.findings) == (Status.CLEAN, ())


def test_one_verifier_keeps_the_editions_apart(tmp_path: Path, returned: dict[str, Path]) -> None:
    verifier = Verifier(own_schemes((), (tmp_path / "方案",))[0])
    for path in (*returned.values(), *returned.values()):
        assert verifier.verify(path).status is Status.CLEAN


def test_a_file_of_an_edition_that_is_not_at_hand_is_named_as_such(
    tmp_path: Path, returned: dict[str, Path]
) -> None:
    verdict = judged(returned[OLD], tmp_path / "方案" / f"{NEW}.md")
    assert [finding.code for finding in verdict.findings] == ["QA303"]
    assert verdict.status is Status.UNREADABLE
    assert verdict.score is None


def test_schemes_are_known_by_the_id_inside_them(tmp_path: Path) -> None:
    known, findings = own_schemes((save(tmp_path, HEAD + TREE), tmp_path / "没有.md"))
    assert [(own.id, own.path) for own in known] == [("sample", tmp_path / "sample.md")]
    assert [finding.code for finding in findings] == ["QA101"]


def test_a_folder_that_cannot_be_used_is_one_finding(tmp_path: Path) -> None:
    empty = tmp_path / "空"
    empty.mkdir()
    (empty / "README.md").write_text("说明", encoding="utf-8")
    for folder in (empty, tmp_path / "没有", save(tmp_path, HEAD + TREE)):
        known, findings = own_schemes((), (folder,))
        assert known == ()
        assert [finding.code for finding in findings] == ["QA309"]
