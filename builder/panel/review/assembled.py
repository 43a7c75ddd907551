"""What review and consensus workbooks have in common once their scoring sheet is laid out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from builder.book.book_plan import InputPlan, NamePlan
from builder.book.canvas import Canvas
from builder.book.sheet import SheetPlan, ValidationPlan
from builder.book.style import Style
from builder.formula.expression import Cell
from builder.formula.render import SHOWN_PLACES
from builder.frozen import frozen
from builder.kit.guide_blocks import block
from builder.kit.guide_rules import remark_lines
from builder.kit.kit_plan import ScoredPlan
from builder.kit.scoring.layout import Layout
from builder.kit.scoring.scoring_plan import ScoringPlan
from builder.model.identity import Identity
from builder.model.panel.material import Material
from builder.model.points import maximum, said_places, whole_of
from builder.model.scheme import Scheme
from builder.panel.review.summary import ReviewSummary

# What the files of a panel are called by the kind that their task begins with.
_CALLED = {"review": "评审表", "site": "现场评审表", "consensus": "合议表"}


@frozen
class PanelGuide:
    """The first sheet and its inputs."""

    sheet: SheetPlan
    inputs: tuple[InputPlan, ...]


def declared_block(canvas: Canvas, row: int, scheme: Scheme, material: Material) -> int:
    """Write what is required and what rules out, in the notice's words, with the answers given."""
    lines = tuple(_declared(scheme, material))
    if not lines:
        return row
    return block(canvas, row, "参评资格和否决事项（原文和申报者的回答）", lines)


def _declared(scheme: Scheme, material: Material) -> Iterator[tuple[str, str]]:
    for condition in (*scheme.eligibility, *scheme.vetoes):
        answers = (
            f"{one.asked}：{one.answer or '未答'}"
            for one in material.declarations
            if one.condition == condition.code
        )
        yield condition.code, "\n".join((condition.text, *answers))


def end_guide(
    canvas: Canvas,
    row: int,
    scheme: Scheme,
    identity: Identity,
    inputs: Sequence[InputPlan],
    validations: tuple[ValidationPlan, ...] = (),
    *,
    number: str = "五",
) -> PanelGuide:
    """The first sheet as it is laid out, after what the notice leaves open and what the file is."""
    remarks = remark_lines(scheme)
    if remarks:
        row = block(canvas, row, "原文的说明和主办单位的设定", remarks)
    place = (_CALLED.get(one, one) for one in identity.task.split("/"))
    told = "／".join((identity.scheme, identity.fingerprint, *place))
    block(canvas, row, f"{number}、文件标识", (("奖项", scheme.award), ("文件编号", told)))
    sheet = replace(canvas.sheet, validations=validations, tab_style=Style.INPUT_POINTS)
    return PanelGuide(sheet=sheet, inputs=tuple(inputs))


def own_totals(layout: Layout, column: int, total: Cell, material: Material) -> None:
    """Write the applicant's own subtotals and total beside the panel's."""
    canvas = layout.canvas
    for group in layout.groups:
        own = material.scores.get(group.code)
        canvas.put(group.score.row, column, Style.SUBTOTAL_POINTS, own)
    canvas.put(total.row, column, Style.TOTAL_POINTS, material.total)


def panel_workbook(
    scheme: Scheme,
    identity: Identity,
    scoring: ScoringPlan,
    summary: ReviewSummary,
    lists: tuple[NamePlan, ...],
    sheets: Sequence[SheetPlan],
    inputs: Sequence[InputPlan],
    *,
    shortened: bool | None = None,
) -> ScoredPlan:
    """The workbook of a panel: scored and added up like an applicant's, without its fields.

    ``summary`` is one of its sheets, ``lists`` are the names of the hidden lists. Points are
    shown ``shortened`` where the notice divides, unless that is said.
    """
    asked = (NamePlan.of(item.name, item.cell) for item in inputs)
    return ScoredPlan(
        title=scheme.title,
        page_note=scheme.page_note,
        identity=identity,
        award=scheme.award,
        sheets=tuple(sheets),
        inputs=tuple(inputs),
        shortened=said_places(scheme) == SHOWN_PLACES if shortened is None else shortened,
        names=(*asked, *scoring.names, *lists),
        leaves=scoring.leaves,
        groups=scoring.groups,
        parts=scoring.parts(scheme),
        bases=scoring.bases,
        total=scoring.total,
        attainable=summary.limit,
        conclusion=summary.conclusion,
        whole=whole_of(scheme),
        maximum=maximum(scheme),
    )
