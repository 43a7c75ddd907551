"""Every sheet of a panel is read on a laptop and on paper: nothing too wide, too small or cut."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from builder.book.book_plan import BookPlan
from builder.book.sheet import SheetPlan, Visibility
from builder.book.style import Style
from builder.book.text_height import HIGHEST_ROW, text_lines
from builder.kit.planning import scheme_identity
from builder.load.lint import lint_scheme
from builder.model.office import Office
from builder.model.panel.material import Material, Told
from builder.model.panel.progress import MISSING, Progress, SeatProgress
from builder.model.panel.rules import PanelRules
from builder.model.panel.task import Opinion, SiteVisit
from builder.model.points import effective_points, is_leaf
from builder.panel.consensus.consensus_book import plan_consensus
from builder.panel.consensus.merged_words import MERGED_LENGTH
from builder.panel.narrow import WIDEST
from builder.panel.progress_book import plan_progress
from builder.panel.review.review_book import plan_review
from builder.panel.review.rows import GOES_ON, WORDS_LENGTH
from tests.support.workbooks import SCHEME_IDS, SUIHUA, shipped_scheme

# A character of the body font in pixels and in points, what a screen and a page have room for.
PIXELS, POINTS = 7, 5.25
SCREEN = 1366 - 32 - 18
PORTRAIT, LANDSCAPE = 595.3 - 72, 841.9 - 72
BODY, SMALLEST = 10.0, 8.0
LONG = "企业按年度识别关键过程，确定指标，检查、改进，近三年结果持续向好，"


def applicant(kit: str, *, long: bool = False) -> Material:
    """An applicant of a kit; a ``long`` one wrote as much as it may."""
    scheme = shipped_scheme(kit)
    notes = {node.code: (LONG * 99)[:2000] for node in scheme.walk} if long else {}
    return Material(
        code="C01",
        applicant="甲公司",
        file="甲.xlsx",
        digest="0" * 64,
        identity=scheme_identity(scheme, Office()),
        notes=notes,
        overview=(Told(heading="组织概况", text=LONG * 80),) if long else (),
        report=(Told(heading="组织概况", text=LONG * 80),) if long else (),
    )


def opinions(kit: str, count: int, words: str = "有办法") -> tuple[Opinion, ...]:
    """What so many reviewers said of the first applicant."""
    scheme = shipped_scheme(kit)
    leaves = [node for node in scheme.walk if is_leaf(scheme, node)]
    points = {node.code: effective_points(scheme, node) or Decimal(0) for node in leaves}
    codes = dict.fromkeys(points, words)
    return tuple(
        Opinion(
            reviewer=f"R{place}",
            applicant="C01",
            file=f"R{place}.xlsx",
            digest="0" * 64,
            points={code: round(most * Decimal("0.85"), 1) for code, most in points.items()},
            cells=dict.fromkeys(points, "A1"),
            strengths={code: f"{text}{place}"[-WORDS_LENGTH:] for code, text in codes.items()},
            improvements=codes,
            questions=codes,
            overall=words,
        )
        for place in range(1, count + 1)
    )


@cache
def review(kit: str, *, long: bool = False) -> BookPlan:
    """A review workbook."""
    material = applicant(kit, long=long)
    return plan_review(shipped_scheme(kit), Office(), material, "R1", "review/1/R1-C01")


FOUR_LEVELS = """\
---
编号: siji
标题: 某区政府质量奖评审细则
奖项: 某区政府质量奖
版次: 第1版
出处: 附件1
总分: 1000
计分方式: 直接打分
步长: "0.05"
---
# 1 领导（500分）

## 1.1 高层领导的作用（500分）

### 1.1.1 组织治理和社会责任（500分）

#### 1.1.1.1 确定方向和营造环境（300分）

怎样确定方向。

#### 1.1.1.2 社会责任（200分）

怎样履行责任。

# 2 结果（500分）

怎样。
"""


@cache
def four_levels(count: int, points: str) -> BookPlan:
    """A consensus of both stages about an award of four levels, with points of so many signs."""
    with TemporaryDirectory() as name:
        path = Path(name) / "四级.md"
        path.write_text(FOUR_LEVELS, "utf-8")
        loaded = lint_scheme(path)
    scheme = loaded.scheme
    assert scheme is not None, loaded.findings
    leaves = [node.code for node in scheme.walk if is_leaf(scheme, node)]
    given = [
        Opinion(
            reviewer=f"R{place}",
            applicant="C01",
            file="",
            digest="0" * 64,
            points=dict.fromkeys(leaves, Decimal(points)),
            cells=dict.fromkeys(leaves, "A1"),
        )
        for place in range(1, count + 1)
    ]
    visits = [
        SiteVisit(
            examiner=one.reviewer,
            applicant="C01",
            file="",
            digest="0" * 64,
            points=one.points,
            cells=one.cells,
        )
        for one in given
    ]
    material = replace(applicant(SUIHUA), identity=scheme_identity(scheme, Office()))
    rules = PanelRules(material=Decimal("0.6"), site=Decimal("0.4"))
    told = [(one, "") for one in visits]
    roles = [""] * count
    return plan_consensus(
        scheme, Office(), material, given, roles, rules, "consensus/1/C01", (), told
    ).book


@cache
def consensus(kit: str, count: int, words: str = "有办法") -> BookPlan:
    """A consensus workbook of both stages."""
    rules = PanelRules(material=Decimal("0.6"), site=Decimal("0.4"))
    given = opinions(kit, count, words)
    roles = [""] * count
    place = "consensus/1/C01"
    scheme, material = shipped_scheme(kit), applicant(kit)
    return plan_consensus(scheme, Office(), material, given, roles, rules, place).book


def progress(reviewers: int, applicants: int) -> BookPlan:
    """The workbook of a round from which nothing came back."""
    people = tuple((f"R{n}", f"评审员{n}") for n in range(1, reviewers + 1))
    firms = tuple(
        (f"C{n:02d}", f"某某精密机械制造股份有限公司{n}") for n in range(1, applicants + 1)
    )
    seats = tuple(
        SeatProgress(reviewer=code, applicant=firm, states=(MISSING,))
        for code, _ in people
        for firm, _ in firms
    )
    return plan_progress(Progress(run="1", reviewers=people, applicants=firms, seats=seats))


def shown(*plans: BookPlan) -> Iterator[SheetPlan]:
    """The sheets that people see."""
    for plan in plans:
        yield from (one for one in plan.sheets if one.visibility is Visibility.VISIBLE)


def printed(sheet: SheetPlan) -> float:
    """The size of the body font on paper, in points."""
    page = LANDSCAPE if sheet.landscape else PORTRAIT
    # On pages side by side the names stand again.
    again = sum(sheet.widths[: sheet.head_columns]) * (sheet.pages_across - 1)
    whole = sum(sheet.widths) + again
    percent = int(page * sheet.pages_across / (whole * POINTS) * 100)
    return BODY * min(percent, 100) / 100


@pytest.mark.parametrize("kit", SCHEME_IDS)
def test_a_screen_and_a_page_show_every_sheet_whole(kit: str) -> None:
    """Also of nine reviewers, two stages, four levels and scores to a tenth."""
    for sheet in shown(review(kit), consensus(kit, 3), consensus(kit, 9)):
        assert sum(sheet.widths) * PIXELS <= SCREEN, sheet.name
        assert printed(sheet) >= SMALLEST, sheet.name


@pytest.mark.parametrize("count", [9, 12])
@pytest.mark.parametrize("points", ["85", "85.5", "85.25", "100.25"])
def test_four_levels_of_names_are_printed_large_enough_whoever_gives_points(
    count: int, points: str
) -> None:
    """What no page holds stands on two, side by side."""
    for sheet in shown(four_levels(count, points)):
        assert printed(sheet) >= SMALLEST, (sheet.name, sheet.widths)
    scoring = four_levels(9, "85.25").sheet("合议打分")
    assert scoring.pages_across == 1
    assert sum(scoring.widths) * PIXELS <= SCREEN


def test_the_progress_of_a_hundred_applicants_is_printed_large_enough() -> None:
    sheets = list(shown(progress(21, 100)))
    assert [sheet.name for sheet in sheets] == ["进度1", "进度2", "进度3", "明细", "催交"]
    assert min(map(printed, sheets)) >= SMALLEST


def test_what_is_as_long_as_it_may_be_goes_on_in_a_second_row() -> None:
    for sheet in shown(review(SUIHUA, long=True), consensus(SUIHUA, 5, (LONG * 40)[:WORDS_LENGTH])):
        assert max(height for _, height in sheet.heights) <= HIGHEST_ROW
    sheet = review(SUIHUA, long=True).sheet("评审打分")
    assert GOES_ON in {cell.content for cell in sheet.cells}
    notes = [str(c.content) for c in sheet.cells if str(c.content).startswith(LONG)]
    assert notes
    texts = {cell.column for cell in sheet.cells if cell.style is Style.INPUT_TEXT}
    assert len(texts) == 1


@pytest.mark.parametrize("kit", SCHEME_IDS)
def test_a_row_as_high_as_a_row_can_be_shows_all_that_may_be_typed_into_it(kit: str) -> None:
    rows = int((HIGHEST_ROW - 8) / 13.5)
    for plan in (review(kit), consensus(kit, 9)):
        asked = {item.cell: item.allowed.longest or 0 for item in plan.inputs}
        for cell, longest in asked.items():
            width = plan.sheet(cell.sheet).widths[cell.column - 1]
            assert text_lines("字" * longest, width) <= rows, (cell, longest, width)


def test_rows_for_words_grow_as_they_are_filled_in() -> None:
    plan = review("wuhan-manufacturing")
    growing = set(plan.sheet("评审打分").growing)
    words = [one for one in plan.inputs if one.name.startswith(("strengths", "improvements"))]
    assert words
    assert {one.cell.row for one in words} <= growing


def test_the_first_sheet_speaks_to_reviewers_and_tells_the_key_factors() -> None:
    sheet = review("wuhan-manufacturing", long=True).sheets[0]
    said = "\n".join(str(cell.content) for cell in sheet.cells)
    assert "企业的关键因素" in said
    assert "组织概况" in said
    assert "全文见“报告正文”" in said
    for of_applicants in ("缺证据", "自评分大于 0", "自评报告不超过"):
        assert of_applicants not in said


def test_own_scores_can_be_left_out() -> None:
    kit = "pengjiang-manufacturing"
    hidden = replace(applicant(kit), scores={}, total=Decimal(0), shows_own=False)
    plan = plan_review(shipped_scheme(kit), Office(), hidden, "R1", "review/1/R1-C01")
    joined = plan_consensus(
        shipped_scheme(kit),
        Office(),
        hidden,
        opinions(kit, 2),
        ("", ""),
        PanelRules(),
        "consensus/1/C01",
    ).book
    for sheet in shown(plan, joined):
        said = "\n".join(str(cell.content) for cell in sheet.cells)
        assert "自评得分" not in said.replace("\n", ""), sheet.name
        assert "自评总分" not in said, sheet.name


def test_the_widths_are_those_that_are_explained() -> None:
    assert printed(replace(review(SUIHUA).sheets[0], widths=(WIDEST,), landscape=True)) == SMALLEST
    assert WIDEST * PIXELS <= SCREEN
    assert MERGED_LENGTH > WORDS_LENGTH
