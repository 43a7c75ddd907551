"""Texts of up to ten thousand characters are laid out whole, in rows that Excel can show."""

from pathlib import Path

import pytest

from builder.book.sheet import SheetPlan
from builder.book.text_height import HIGHEST_ROW
from builder.book.text_pieces import pieces
from builder.kit.limits import check_limits
from builder.kit.planning import LAYOUT, NO_OFFICE, plan_workbook
from builder.load.lint import lint_scheme
from builder.model.identity import Identity
from builder.model.panel.material import Material
from builder.model.resolution import resolve
from builder.model.scheme import Scheme
from builder.panel.review.review_book import plan_review
from tests.load.samples import head, save

SENTENCE = "如何引领组织发展，推动全员参与质量文化建设并持续改进。"
LONG = "".join(f"第{place}句{SENTENCE}" for place in range(330))[:10_000]
BANDS = (
    "bands:",
    "  - {name: 0%或5%, low: 0%, high: 5%}",
    "  - {name: 10%至100%, low: 10%, high: 100%}",
)
MATURITY = {"scale": "maturity", "step": "5%"}
TABLE = "| 分数 | 描述 |\n| - | - |\n| 0%或5% | {} |\n| 10%至100% | 乙 |\n"
BODIES: dict[str, str] = {
    "criterion": head() + "# 1 领导（60分）\n\na.{}\n",
    "scored criterion": head() + "# 1 领导（60分）\n\n（1）{}（30分）\n\n（2）乙。（30分）\n",
    "note": head() + "# 1 领导（60分）\n\n甲\n\n> 注：{}\n",
    "text above parts": head() + "# 1 领导（60分）\n\n{}\n\n## 1.1 甲（60分）\n\n乙\n",
    "unscored": head() + "# 1 领导（60分）\n\n甲\n\n# 2 环境 {{unscored}}\n\n{}\n",
    "reference": head() + "# 1 领导（60分）\n\n甲\n\n# 附 {{reference}}\n\n{}\n",
    "description of a band": head(*BANDS, **MATURITY).replace("{", "{{").replace("}", "}}")
    + "# 1 领导（60分）\n\n甲\n\n"
    + TABLE,
    "clause": head(*BANDS, **MATURITY).replace("{", "{{").replace("}", "}}")
    + "# 1 领导（60分）\n\n## 1.1 概述 {{process}}\n\n{}\n\n## 1.2 结果 {{result}}\n\n乙\n",
    "condition": head("vetoes:", "  - {{code: V1, text: {}}}") + "# 1 领导（60分）\n\n甲\n",
    "condition of parts": head("vetoes:", "  - {{code: V1, text: {}, circumstances: [甲, 乙]}}")
    + "# 1 领导（60分）\n\n甲\n",
}


def kit_of(folder: Path, shape: str, text: str) -> Scheme:
    """The only kit of a scheme with this text at this place."""
    loaded = lint_scheme(save(folder, BODIES[shape].format(text)))
    assert loaded.findings == ()
    assert loaded.scheme is not None
    return resolve(loaded.scheme, {})


def words_of(sheets: tuple[SheetPlan, ...]) -> str:
    """Everything that the sheets say, column by column, without white space."""
    cells = (
        cell.content
        for sheet in sheets
        for cell in sorted(sheet.cells, key=lambda cell: (cell.column, cell.row))
    )
    return "".join("".join(text.split()) for text in cells if isinstance(text, str))


@pytest.mark.parametrize("length", [1_000, 10_000])
@pytest.mark.parametrize("shape", BODIES)
def test_a_long_text_is_whole_and_no_row_is_higher_than_excel_can_show(
    shape: str, length: int, tmp_path: Path
) -> None:
    kit = kit_of(tmp_path, shape, LONG[:length])
    plan = plan_workbook(kit)
    assert check_limits(plan, kit) == ()
    assert max(height for sheet in plan.sheets for _, height in sheet.heights) <= HIGHEST_ROW
    assert LONG[:length] in words_of(plan.sheets)


@pytest.mark.parametrize("width", [20.0, 46.0, 250.0])
@pytest.mark.parametrize("text", [LONG, LONG.replace("。", "\n"), "字" * 10_000, "", "一行"])
def test_pieces_put_together_are_the_text(text: str, width: float) -> None:
    found = pieces(text, width)
    assert "".join(found).replace("\n", "") == text.replace("\n", "")
    assert all(found) or not text


def test_a_text_is_cut_behind_a_sentence() -> None:
    assert all(piece.endswith("。") for piece in pieces(LONG, 46.0)[:-1])


@pytest.mark.parametrize("shape", BODIES)
def test_a_review_shows_them_whole_as_well(shape: str, tmp_path: Path) -> None:
    kit = kit_of(tmp_path, shape, LONG)
    own = LONG[:2_000]
    identity = Identity(
        scheme=kit.id,
        edition=kit.edition,
        fingerprint=kit.fingerprint,
        layout=LAYOUT,
        choice="",
        scale=kit.scale,
    )
    notes = dict.fromkeys(("1", "1.1", "1.2", "2"), own)
    material = Material(
        code="C01", file="甲.xlsx", digest="", applicant="甲", identity=identity, notes=notes
    )
    plan = plan_review(kit, NO_OFFICE, material, "张三", "试评")
    assert max(height for sheet in plan.sheets for _, height in sheet.heights) <= HIGHEST_ROW
    words = words_of(plan.sheets)
    assert LONG in words
    assert own in words
