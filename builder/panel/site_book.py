"""One examiner's workbook about one applicant on its site: scores, found facts, conclusions."""

from collections.abc import Iterator
from dataclasses import replace

from builder.book.book_plan import Allowed, InputPlan
from builder.book.canvas import Canvas
from builder.book.naming import indicator_name
from builder.book.sheet import Merge, ValidationPlan
from builder.book.style import Style
from builder.kit.guide_blocks import banners, block, guide_head
from builder.kit.identity_sheet import plan_identity
from builder.kit.kit_plan import ScoredPlan
from builder.kit.planning import scheme_identity
from builder.kit.scoring.layout import Layout
from builder.kit.scoring.rules import status_conditions, typed_validations
from builder.kit.scoring.tree import lay_out, levels_of
from builder.model.identity import Identity
from builder.model.office import Office
from builder.model.panel.material import Material
from builder.model.points import divides
from builder.model.scheme import Scheme
from builder.panel import input_names as names
from builder.panel.narrow import make_room
from builder.panel.review.assembled import PanelGuide, end_guide, own_totals, panel_workbook
from builder.panel.review.columns import ReviewColumns
from builder.panel.review.materials import proofs_by_label
from builder.panel.review.rows import WORDS_LENGTH, ReviewRows
from builder.panel.review.summary import plan_review_summary
from builder.panel.review.tables import answer_line

# Raised whenever sheets, columns or names of a site visit change.
LAYOUT = "S1"
FACTS, CONCLUSION = ("found", "核查发现"), ("conclusion", "结论")
_NOUN = "现场评审分"
CONCLUSIONS = ("属实", "部分属实", "不属实", "没有核查")
_ASKED = (
    (*FACTS, "看到什么，问过谁", Allowed(longest=WORDS_LENGTH)),
    (*CONCLUSION, "从列表选", Allowed(options=CONCLUSIONS)),
)
_WIDTHS = (18.0, 90.0)
_LINE = Allowed(longest=200)
_STEPS = (
    ("带上", "与现场核查单一起带到现场；要核实的问题在核查单上。"),
    (
        "逐项",
        (
            f"在“{names.SITE_SCORING}”每项写下核查发现（事实和证据），从列表选结论，"
            "填现场评审分（0 到本项分值）。"
        ),
    ),
    ("交回", "状态全部为“完成”后签名、写日期，原样交回；没有去现场的，不填，不必交。"),
)


def plan_site_visit(
    scheme: Scheme, office: Office, material: Material, examiner: str, task: str
) -> ScoredPlan:
    """The whole workbook; ``task`` is what the file says of its place in the panel."""
    identity = replace(scheme_identity(scheme, office), layout=LAYOUT, task=task)
    hidden = plan_identity(scheme, identity, office)
    # On the site points are given, whatever the scale of the award: what was seen is no band.
    columns = ReviewColumns(
        levels=levels_of(scheme),
        divided=divides(scheme),
        shows_own=material.shows_own,
        noun=_NOUN,
        written="核查发现",
    )
    canvas = Canvas(names.SITE_SCORING, columns.widths)
    rows = ReviewRows(
        columns=columns,
        material=material,
        proofs=proofs_by_label(material),
        asked=_ASKED,
    )
    layout = Layout(scheme=scheme, columns=columns, canvas=canvas, bands=None, rows=rows)
    head_rows, total = lay_out(layout, "现场评审表", "现场评审总分")
    if material.shows_own:
        own_totals(layout, columns.own, total, material)
        canvas.put(head_rows - 1, columns.own, Style.LABEL)
    make_room(canvas)
    canvas.fit(head_rows, tuple(zip(columns.headings, columns.widths, strict=True)), least=26)
    validations = (*typed_validations(layout, _NOUN), *_validations(layout))
    scoring = layout.plan(total, head_rows, status_conditions(layout), validations)
    if scoring.sheet.filter is not None:
        kept = replace(scoring.sheet.filter, buttons=(columns.top,))
        scoring = replace(scoring, sheet=replace(scoring.sheet, filter=kept))
    guide = _guide(scheme, identity, material, examiner)
    summary = plan_review_summary(scheme, scoring, material)
    sheets = (guide.sheet, scoring.sheet, summary.sheet, hidden.sheet)
    inputs = (*guide.inputs, *scoring.inputs)
    return panel_workbook(scheme, identity, scoring, summary, hidden.names, sheets, inputs)


def _guide(scheme: Scheme, identity: Identity, material: Material, examiner: str) -> PanelGuide:
    canvas = guide_head(names.SITE_GUIDE, _WIDTHS, scheme, "　现场评审表")
    row = banners(canvas, 2, scheme)
    about = (("申报者", material.applicant), ("评审员", examiner))
    row = block(canvas, row, "一、评审对象", about)
    row = block(canvas, row, "二、怎样评审", _STEPS)
    canvas.line(row, Style.HEADER, "三、签名")
    inputs: list[InputPlan] = []
    for name, title in ((names.SIGNED, "签名"), (names.SIGNED_ON, "日期")):
        row += 1
        inputs.append(answer_line(canvas, row, name, title, _LINE, 28))
    return end_guide(canvas, row + 1, scheme, identity, inputs, number="四")


def _validations(layout: Layout) -> Iterator[ValidationPlan]:
    cells = {
        kind: Merge.each(
            item.cell for item in layout.inputs if item.name == indicator_name(kind, item.indicator)
        )
        for kind, _ in (FACTS, CONCLUSION)
    }
    yield ValidationPlan.text(
        WORDS_LENGTH,
        cells[FACTS[0]],
        title=FACTS[1],
        prompt=f"写看到的事实和证据，不超过 {WORDS_LENGTH} 字。",
    )
    yield ValidationPlan.choice(
        CONCLUSIONS,
        cells[CONCLUSION[0]],
        title=CONCLUSION[1],
        prompt="材料里写的在现场是否属实。",
        error="请从下拉列表中选择。",
    )
