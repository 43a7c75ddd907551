"""What was mended since an applicant handed its file in before, by the results of that time."""

from dataclasses import replace
from pathlib import Path

import pytest

from builder.book.book_plan import SCORED_KINDS
from builder.book.naming import row_name
from builder.findings.finding import Finding, Place
from builder.kit.sheet_names import EVIDENCE_TABLE
from builder.ledger.changes import changes
from builder.model.verdict import Status, Verdict
from builder.pipeline.batch import Basis
from builder.pipeline.results import Results, open_results
from builder.pipeline.returned_files import ReturnedFile
from builder.pipeline.rounds import since_before
from builder.pipeline.run import Verified
from builder.show.rounds import round_lines
from tests.support.workbooks import PENGJIANG
from tests.verify.judged import case, judged


def verdict(path: Path, *cells: str, applicant: str = "甲公司") -> Verdict:
    found = tuple(
        Finding.at("QA404", Place(path=str(path), sheet="自评打分", cell=cell), actual="1", also="")
        for cell in cells
    )
    return Verdict(
        path=str(path), status=Status.FINDINGS, scheme="s", applicant=applicant, findings=found
    )


def handed_in(path: Path, content: bytes, *cells: str, applicant: str = "甲公司") -> Verified:
    path.write_bytes(content)
    return Verified(
        file=ReturnedFile(path=path), verdict=verdict(path, *cells, applicant=applicant)
    )


def kept_of(folder: Path, *files: Verified) -> Results:
    """The results that a run over these files leaves."""
    results = open_results(folder / "结果.jsonl", Basis())
    assert isinstance(results, Results)
    for one in files:
        assert one.file is not None
        results.add(results.key(one.file), one.verdict)
    again = open_results(folder / "结果.jsonl", Basis())
    assert isinstance(again, Results)
    return again


def test_what_was_mended_and_what_is_left_is_counted(tmp_path: Path) -> None:
    first = handed_in(tmp_path / "甲.xlsx", b"1", "A1", "A2", "A3")
    kept = kept_of(tmp_path, first)
    second = handed_in(tmp_path / "甲（补正）.xlsx", b"2", "A2", "B9")
    (_, line) = round_lines(since_before([second], kept))
    assert line == "  甲公司　甲（补正）.xlsx　上次 3 处，已改 2 处，还剩 1 处，新有 1 处"


def rows_without_an_indicator(rows: range) -> bytes:
    """The complete workbook with rows of evidence more, for which no indicator is chosen."""
    chosen = case(PENGJIANG, 0)
    return chosen.with_answers(
        **{row_name(EVIDENCE_TABLE, row, "name"): f"证书{row}" for row in rows}
    )


@pytest.mark.parametrize("last", [103, 104])
def test_of_rows_that_were_told_together_those_left_are_still_there(
    tmp_path: Path, last: int
) -> None:
    """Of three rows two are told one by one again, of four three together elsewhere."""
    before, after = (
        replace(judged(tmp_path, rows_without_an_indicator(range(first, last + 1))), path=name)
        for first, name in ((101, "甲.xlsx"), (102, "甲（补正）.xlsx"))
    )
    left = last - 101
    kept = Results(path=tmp_path, basis="", known={"b 1 甲.xlsx": before})
    (round_,) = since_before([Verified(file=None, verdict=after)], kept)
    assert (round_.before, round_.still, round_.more) == (left + 1, left, 0)
    told = changes(before, after)
    assert (told.gone, told.new, told.still) == ((), (), after.findings)


def test_a_file_that_was_blank_and_is_begun_has_nothing_new(tmp_path: Path) -> None:
    chosen = case(PENGJIANG, 0)
    scores = {item.name: None for item in chosen.plan.inputs if item.kind in SCORED_KINDS}
    half = dict(list(scores.items())[3:])
    evidence = {name: None for name in chosen.answers if name.startswith(f"{EVIDENCE_TABLE}_")}
    before = judged(tmp_path, chosen.with_answers(**scores, **evidence))
    after = judged(tmp_path, chosen.with_answers(**half))
    assert [one.code for one in before.findings] == ["QA512"]
    assert changes(before, after).gone == ()
    assert changes(before, after).new == ()


def test_the_same_file_again_is_no_second_round(tmp_path: Path) -> None:
    first = handed_in(tmp_path / "甲.xlsx", b"1", "A1")
    kept = kept_of(tmp_path, first)
    assert [*since_before([first], kept)] == []
    assert [*round_lines(since_before([first], kept))] == []


def test_two_versions_that_lie_there_now_are_not_each_others_before(tmp_path: Path) -> None:
    one = handed_in(tmp_path / "甲1.xlsx", b"1", "A1")
    two = handed_in(tmp_path / "甲2.xlsx", b"2", "A1")
    assert [*since_before([one, two], kept_of(tmp_path, one, two))] == []


def test_others_and_files_of_another_kind_are_not_compared(tmp_path: Path) -> None:
    first = handed_in(tmp_path / "甲.xlsx", b"1", "A1")
    kept = kept_of(tmp_path, first)
    report = handed_in(tmp_path / "甲.docx", b"2", "A1")
    other = handed_in(tmp_path / "乙.xlsx", b"3", "A1", applicant="乙公司")
    award = handed_in(tmp_path / "丙.xlsx", b"4", "A1")
    award = replace(award, verdict=replace(award.verdict, scheme="t"))
    assert [*since_before([report, other, award], kept)] == []
