"""Two editions compared, and old kits carried over: what a person has to look at."""

from pathlib import Path

from tests.editions.pairs import PAIRS
from tests.findings.cases.said import Case, put, said
from tests.support.answers import complete_answers
from tests.support.reports import complete_workbook
from tests.support.workbooks import PENGJIANG, XINHUI, filled_bytes, shipped_plan

_BY_NAME = {pair.name: pair for pair in PAIRS}


def _edition(folder: Path, name: str) -> Path:
    return put(folder / "新方案.md", _BY_NAME[name].text.encode())


def _carried(folder: Path, *words: object) -> list[str]:
    old = put(folder / "旧评分表.xlsx", complete_workbook(PENGJIANG))
    return said("carry", old, *words, "-o", folder / "新")


def _doubtful(folder: Path) -> list[str]:
    newer = _edition(folder, "two in the place of one, and one half rewritten")
    return said("diff", PENGJIANG, newer)


def _of_another_edition(folder: Path) -> list[str]:
    changed = (folder / "改过.md", _BY_NAME["points moved"].text.encode())
    newer = put(*changed)
    made = said("build", newer, "-o", folder / "材料")
    assert made == []
    old = next((folder / "材料").glob("*.xlsx"))
    return said("carry", old, "--to", PENGJIANG, "-o", folder / "新")


def _broken_report(folder: Path) -> list[str]:
    old = put(folder / "甲-评分表.xlsx", complete_workbook(PENGJIANG))
    report = put(folder / "甲-申报材料.docx", b"PK")
    return said("carry", old, report, "--to", PENGJIANG, "-o", folder / "新")


def _amended(folder: Path, *returned: Path) -> list[str]:
    newer = _edition(folder, "points moved")
    words = [word for path in returned for word in ("--returned", path)]
    return said("build", newer, "--amend", PENGJIANG, *words, "-o", folder / "更正")


def _nothing_returned(folder: Path) -> list[str]:
    (folder / "收件").mkdir()
    return _amended(folder, folder / "收件")


def _returned_of_the_new(folder: Path) -> list[str]:
    newer = _edition(folder, "points moved")
    assert said("build", newer, "-o", folder / "收件") == []
    return _amended(folder, next((folder / "收件").glob("*.xlsx")))


def _same_edition(folder: Path) -> list[str]:
    plan = shipped_plan(PENGJIANG)
    old = put(folder / "旧评分表.xlsx", filled_bytes(plan, complete_answers(plan)))
    return said("carry", old, "--to", PENGJIANG, "-o", folder / "新")


EDITION_CASES: dict[str, Case] = {
    "QA1230": _doubtful,
    "QA1231": lambda _: said("diff", PENGJIANG, XINHUI),
    "QA1240": _of_another_edition,
    "QA1241": lambda folder: said("carry", folder, "--to", PENGJIANG, "-o", folder / "新"),
    "QA1242": lambda folder: _carried(folder, "--to", _edition(folder, "points moved")),
    "QA1243": _broken_report,
    "QA1244": _nothing_returned,
    "QA1245": _returned_of_the_new,
}
CLEAN: dict[str, Case] = {
    "the same scheme twice": lambda _: said("diff", PENGJIANG, PENGJIANG),
    "into the same edition": _same_edition,
}
