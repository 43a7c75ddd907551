"""Bands, the tables that describe them, and the tables that list indicators."""

from pathlib import Path

import pytest

from builder.load.lint import lint_scheme
from tests.load.samples import head, save

FULL = (("0%或5%", "0%", "5%"), ("10%至100%", "10%", "100%"))
Bands = tuple[tuple[str, str, str], ...]


def scheme(
    bands: Bands, *table: str, scale: str = "maturity", remarks: tuple[str, ...] = ()
) -> str:
    """A scheme with these bands and, beneath an appendix, this table."""
    step = "5%" if scale == "maturity" else '"0.5"'
    lines = [f'  - {{name: "{name}", low: {low}, high: {high}}}' for name, low, high in bands]
    first, *rows = table or ("",)
    columns = first.count("|") - 1
    body = ("# 1 领导（60分）", "", "甲", "", "# 附录 {reference}", "")
    printed = (first, "|" + " - |" * columns, *rows) if columns > 0 else ("乙",)
    return head("bands:", *lines, *remarks, scale=scale, step=step) + "\n".join(
        (*body, *printed, "")
    )


def told(folder: Path, text: str) -> list[tuple[str, str]]:
    """Code and actual of every finding."""
    return [(one.code, one.actual) for one in lint_scheme(save(folder, text)).findings]


@pytest.mark.parametrize(
    ("bands", "found"),
    [
        (FULL, []),
        (FULL[1:], []),
        ((("甲", "0%", "10%"), ("乙", "10%", "100%")), [("QA158", "乙")]),
        ((("甲", "0%", "5%"), ("乙", "15%", "100%")), [("QA158", "乙")]),
        ((("甲", "0%", "5%"), ("乙", "10%", "12%"), ("丙", "17%", "100%")),
         [("QA158", "乙"), ("QA158", "丙")]),
        ((("甲", "5%", "0%"), ("乙", "5%", "100%")), [("QA158", "甲")]),
        ((("甲", "0%", "5%"), ("乙", "10%", "95%")), [("QA168", "乙")]),
        ((("甲", "0%", "5%"), ("甲", "10%", "100%")), [("QA169", "甲")]),
        ((("0%", "0%", "5%"), FULL[1]), [("QA166", "0%")]),
        ((("5%以下", "0%", "5%"), ("10%以上", "10%", "100%")), []),
        ((("5%以上", "0%", "5%"), FULL[1]), [("QA166", "5%以上")]),
    ],
)  # fmt: skip
def test_bands_join_without_overlap_or_gap_up_to_the_whole(
    bands: Bands, found: list[tuple[str, str]], tmp_path: Path
) -> None:
    assert told(tmp_path, scheme(bands)) == found


def test_on_a_direct_scale_bands_may_leave_gaps_but_not_overlap(tmp_path: Path) -> None:
    gap = (("甲", "0%", "59%"), ("乙", "60%", "100%"))
    overlap = (("甲", "0%", "60%"), ("乙", "60%", "100%"))
    assert told(tmp_path, scheme(gap, scale="direct")) == []
    assert told(tmp_path, scheme(overlap, scale="direct")) == [("QA158", "乙")]


@pytest.mark.parametrize(
    ("table", "found"),
    [
        (("| 分数 | 描述 |", "| 0%或5% | 甲 |", "| 10%~100% | 乙 |"), []),
        (("| 0%，5% | 10%－100% |", "| 甲 | 乙 |"), []),
        (("| 分数 | 描述 |", "| 低 | 甲 |", "| 高 | 乙 |"), []),
        (("| 分数 | 描述 |", "| 0% | 甲 |", "| 10%至100% | 乙 |"), [("QA166", "0%")]),
        (("| 分数 | 描述 |", "| 0%或5% | 甲 |", "| 其他 | 乙 |"), [("QA166", "其他")]),
        (("| 分数 | 描述 |", "| 10%至100% | 乙 |"), [("QA167", "0%或5%")]),
        (
            ("| 0%或5% | 10%至100% | 0%或5% |", "| 甲 | 乙 | 丙 |"),
            [("QA167", "0%或5%")],
        ),
    ],
)
def test_a_table_of_percents_describes_every_band_once_with_all_its_steps(
    table: tuple[str, ...], found: list[tuple[str, str]], tmp_path: Path
) -> None:
    assert told(tmp_path, scheme(FULL, *table)) == found


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("| 1 领导（60分） | 总分 |", []),
        ("| 1  领导 | 2022年 |", []),
        ("| 1 领导 | 1.1战略 |", [("QA170", "1.1战略")]),
        ("| 1 领导（50分） | 60 |", [("QA170", "1 领导（50分）")]),
        ("| 1 领到 | 1 领导 |", [("QA170", "1 领到")]),
        ("| 2 效益 | 3 其他 |", []),
    ],
)
def test_a_table_that_lists_indicators_lists_them_as_the_headings_do(
    row: str, found: list[tuple[str, str]], tmp_path: Path
) -> None:
    assert told(tmp_path, scheme(FULL, "| 条目 | 备注 |", row)) == found


def test_a_remark_on_the_section_settles_a_table_at_odds_with_its_notice(tmp_path: Path) -> None:
    rows = ("| 条目 | 备注 |", "| 1 领导（50分） | 60 |")
    remarks = ("remarks:", "  - {where: 附录, text: 表中印作50分，标题印作60分。}")
    assert told(tmp_path, scheme(FULL, *rows, remarks=remarks)) == []
