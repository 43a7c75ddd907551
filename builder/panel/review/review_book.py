"""One reviewer's workbook about one applicant."""

from dataclasses import replace

from builder.book.canvas import Canvas
from builder.book.naming import indicator_name
from builder.book.sheet import Merge, SheetPlan, ValidationPlan
from builder.book.style import Style
from builder.kit.identity_sheet import plan_identity
from builder.kit.kit_plan import ScoredPlan
from builder.kit.planning import scheme_identity
from builder.kit.rating_guide_sheet import plan_rating_guide
from builder.kit.scoring.layout import Layout
from builder.kit.scoring.rules import status_conditions, typed_validations
from builder.kit.scoring.tree import lay_out, levels_of
from builder.model.office import Office
from builder.model.panel.material import Material
from builder.model.points import divides
from builder.model.scheme import Scheme
from builder.model.scoring_ways import has_rules
from builder.panel.input_names import REVIEW_SCORING
from builder.panel.narrow import make_room
from builder.panel.review.assembled import own_totals, panel_workbook
from builder.panel.review.columns import ReviewColumns
from builder.panel.review.guide import plan_review_guide
from builder.panel.review.materials import material_sheets, proofs_by_label
from builder.panel.review.rows import WORDS, WORDS_LENGTH, ReviewRows
from builder.panel.review.summary import plan_review_summary

# Raised whenever sheets, columns or names of a review change.
LAYOUT = "R3"


def plan_review(
    scheme: Scheme, office: Office, material: Material, reviewer: str, task: str
) -> ScoredPlan:
    """The whole workbook; ``task`` is what the file says of its place in the panel."""
    identity = replace(scheme_identity(scheme, office), layout=LAYOUT, task=task)
    hidden = plan_identity(scheme, identity, office)
    guide = plan_review_guide(scheme, identity, office, material, reviewer)
    columns = ReviewColumns(
        levels=levels_of(scheme),
        banded=hidden.bands is not None,
        ruled=has_rules(scheme),
        divided=divides(scheme),
        shows_own=material.shows_own,
    )
    canvas = Canvas(REVIEW_SCORING, columns.widths)
    layout = Layout(
        scheme=scheme,
        columns=columns,
        canvas=canvas,
        bands=hidden.bands,
        removed=frozenset(material.removed),
        options=hidden.options,
        rows=ReviewRows(columns=columns, material=material, proofs=proofs_by_label(material)),
    )
    head_rows, total = lay_out(layout, "评审打分表", "评审总分")
    if material.shows_own:
        own_totals(layout, columns.own, total, material)
        canvas.put(head_rows - 1, columns.own, Style.LABEL)
    make_room(canvas)
    canvas.fit(head_rows, tuple(zip(columns.headings, columns.widths, strict=True)), least=26)
    rating = plan_rating_guide(scheme)
    scoring = layout.plan(
        total,
        head_rows,
        status_conditions(layout),
        (*typed_validations(layout, "评审分"), *_words_validations(layout)),
    )
    scoring = replace(scoring, sheet=_narrowed(scoring.sheet, columns))
    summary = plan_review_summary(scheme, scoring, material)
    sheets = (
        guide.sheet,
        scoring.sheet,
        *material_sheets(material),
        summary.sheet,
        *(() if rating is None else (rating,)),
        hidden.sheet,
    )
    inputs = (*guide.inputs, *scoring.inputs)
    return panel_workbook(scheme, identity, scoring, summary, hidden.names, sheets, inputs)


def _narrowed(sheet: SheetPlan, columns: ReviewColumns) -> SheetPlan:
    """The sheet with a filter that keeps whole blocks: by the indicators under no other alone."""
    if sheet.filter is None:
        return sheet
    return replace(sheet, filter=replace(sheet.filter, buttons=(columns.top,)))


def _words_validations(layout: Layout) -> tuple[ValidationPlan, ...]:
    """The validation of each kind of words."""
    return tuple(
        ValidationPlan.text(
            WORDS_LENGTH,
            Merge.each(
                item.cell
                for item in layout.inputs
                if item.name == indicator_name(kind, item.indicator)
            ),
            title=title,
            prompt=f"每行一条，不超过 {WORDS_LENGTH} 字；没有的留空。行会随文字变高，没有变高的，"
            "拖动行号下边。",
        )
        for kind, title in WORDS
    )
