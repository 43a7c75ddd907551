"""Whose a file is: by its name, else by the folder it lies in."""

from builder.model.verdict import Status, Verdict
from builder.show.units import units_of


def verdict(path: str, name: str = "") -> Verdict:
    return Verdict(path=path, status=Status.CLEAN, applicant=name)


def told(*verdicts: Verdict) -> list[tuple[str, tuple[int, ...]]]:
    return [(unit.name, unit.places) for unit in units_of(verdicts)]


def test_the_files_of_one_name_are_of_one_unit_wherever_they_lie() -> None:
    files = (
        verdict("甲.xlsx", "甲公司"),
        verdict("乙.xlsx", "乙公司"),
        verdict("稿/a.docx", "甲 公司"),
    )
    assert told(*files) == [("甲公司", (0, 2)), ("乙公司", (1,))]


def test_a_file_without_a_name_belongs_to_the_one_unit_of_its_folder() -> None:
    files = (verdict("收件/甲/a.xlsx"), verdict("收件/甲/b.docx", "甲公司"))
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
    assert told(*files)[0] == ("联系人.xlsx", (0,))
