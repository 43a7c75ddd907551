"""The page shows each file under whoever handed it in, as the letters have it."""

import html
from pathlib import PurePath

from builder.model.verdict import Status, Verdict
from builder.pipeline.run import Verified
from builder.pipeline.units import units_of
from builder.show.owners import handed_in
from builder.show.page import verdicts_page


def verdict(path: str, name: str = "") -> Verdict:
    return Verdict(path=path, status=Status.CLEAN, applicant=name)


def told(*verdicts: Verdict) -> list[tuple[str, tuple[int, ...]]]:
    verified = [Verified(file=None, verdict=one) for one in verdicts]
    units = units_of(verified, (), (PurePath("收件"),))
    return [(unit.name, unit.places) for unit in handed_in(verdicts, units.owners)]


def test_the_files_of_one_name_are_of_one_owner_wherever_they_lie() -> None:
    files = (
        verdict("收件/甲.xlsx", "甲公司"),
        verdict("收件/乙.xlsx", "乙公司"),
        verdict("收件/稿/a.docx", "甲 公司"),
    )
    assert told(*files) == [("甲公司", (0, 2)), ("乙公司", (1,))]


def test_a_file_without_a_name_belongs_to_the_one_owner_of_its_folder() -> None:
    files = (verdict("收件/宏远/a.xlsx"), verdict("收件/宏远/b.docx", "甲公司"))
    assert told(*files) == [("甲公司", (0, 1))]


def test_two_files_that_nobody_filled_in_are_called_by_their_folder() -> None:
    files = (verdict("收件/宏远包装/a.xlsx"), verdict("收件/宏远包装/b.docx"))
    assert told(*files) == [("宏远包装", (0, 1))]


def test_a_stray_file_among_those_of_many_stands_for_itself() -> None:
    files = (
        verdict("收件/联系人.xlsx"),
        verdict("收件/甲.xlsx", "甲公司"),
        verdict("收件/乙.xlsx", "乙公司"),
    )
    assert told(*files)[0] == ("联系人", (0,))


def test_a_file_that_nobody_owns_is_on_the_page_all_the_same() -> None:
    files = (verdict("收件/a.xlsx"), verdict("收件/b.xlsx", "乙公司"))
    assert [one.name for one in handed_in(files, ())] == ["a.xlsx", "乙公司"]
    page = html.unescape(verdicts_page(files))
    assert "a.xlsx" in page
    assert "乙公司" in page
