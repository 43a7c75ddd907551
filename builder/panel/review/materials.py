"""What reviewers read beside the scores: the report's text, the evidence, the figures."""

from collections.abc import Iterator, Mapping

from builder.book.sheet import SheetPlan
from builder.book.style import Style
from builder.kit.rating_guide_rows import FEWEST_COLUMNS, GuideRows
from builder.model.panel.material import EvidenceTold, Material, MetricTold, Told
from builder.panel.input_names import COMPANY_FIGURES, COMPANY_PROOFS, REPORT_TEXT
from builder.panel.review.tables import text_table

# Longer paragraphs are shown in pieces, because no row can be as high as they need.
_LONGEST_PIECE = 900
_PROOF_HEADINGS = ("编号", "证据名称", "证明的指标", "类型", "出具单位", "报告页码")
_PROOF_WIDTHS = (8.0, 44.0, 40.0, 12.0, 24.0, 12.0)
_FIGURE_WIDTHS = (24.0, 30.0, 12.0, 11.0, 11.0, 11.0, 18.0, 26.0)
_FIGURE_HEADINGS = (
    *("指标", "测量项目", "单位", "申报前第3年", "申报前第2年", "申报前第1年"),
    *("对比值", "数据来源"),
)


def material_sheets(material: Material) -> tuple[SheetPlan, ...]:
    """A sheet for each kind of material that the applicant handed in."""
    sheets = (
        _report(material.report) if material.report else None,
        _proofs(material.evidence) if material.evidence else None,
        _figures(material.metrics) if material.metrics else None,
    )
    return tuple(sheet for sheet in sheets if sheet is not None)


def proofs_by_label(material: Material) -> Mapping[str, str]:
    """Number and name of every piece of evidence, by the label of the indicators it proves."""
    found: dict[str, list[str]] = {}
    for piece in material.evidence:
        for label in piece.indicators:
            found.setdefault(label, []).append(f"{piece.number} {piece.name}")
    return {label: "\n".join(lines) for label, lines in found.items()}


def _report(parts: tuple[Told, ...]) -> SheetPlan:
    rows = GuideRows(REPORT_TEXT, widest=FEWEST_COLUMNS, stretch=1.0)
    rows.line(Style.HEADER, f"{REPORT_TEXT}（摘自申报材料，只供阅读）")
    for part in parts:
        rows.line(Style.LABEL, part.heading)
        for piece in _pieces(part.text or "（没有写）"):
            rows.line(Style.OFFICIAL, piece)
    return rows.sheet


def _pieces(text: str) -> Iterator[str]:
    """The paragraphs of a text, long ones cut where a piece is full; nothing is left out."""
    for line in text.split("\n"):
        for start in range(0, max(len(line), 1), _LONGEST_PIECE):
            piece = line[start : start + _LONGEST_PIECE]
            if piece.strip():
                yield piece


def _proofs(proofs: tuple[EvidenceTold, ...]) -> SheetPlan:
    rows = (
        (one.number, one.name, "\n".join(one.indicators), one.kind, one.issuer, one.page)
        for one in proofs
    )
    return text_table(COMPANY_PROOFS, _PROOF_HEADINGS, _PROOF_WIDTHS, rows)


def _figures(figures: tuple[MetricTold, ...]) -> SheetPlan:
    rows = (
        (one.indicator, one.name, one.unit, *one.years, one.benchmark, one.source)
        for one in figures
    )
    return text_table(COMPANY_FIGURES, _FIGURE_HEADINGS, _FIGURE_WIDTHS, rows)
