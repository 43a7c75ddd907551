"""One verifier judges many files, each by its own award."""

from pathlib import Path

from builder.model.verdict import Status
from builder.pipeline.verify import Verifier
from tests.support.answers import complete_answers
from tests.support.workbooks import SCHEME_IDS, shipped_plan, write_filled


def test_files_of_several_awards_are_each_judged_by_their_own(tmp_path: Path) -> None:
    verifier = Verifier()
    for scheme_id in (*SCHEME_IDS, *SCHEME_IDS):
        plan = shipped_plan(scheme_id)
        path = write_filled(tmp_path / "表.xlsx", plan, complete_answers(plan))
        verdict = verifier.verify(path)
        assert (verdict.scheme, verdict.status) == (scheme_id, Status.CLEAN)
        assert verdict.path == str(path)


def test_a_file_does_not_change_by_being_verified(tmp_path: Path) -> None:
    plan = shipped_plan(SCHEME_IDS[0])
    path = write_filled(tmp_path / "表.xlsx", plan, {})
    before = path.read_bytes()
    Verifier().verify(path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_missing_file_is_unreadable_with_one_finding(tmp_path: Path) -> None:
    verdict = Verifier().verify(tmp_path / "没有.xlsx")
    assert verdict.status is Status.UNREADABLE
    assert [finding.code for finding in verdict.findings] == ["QA201"]
    assert verdict.score is None
