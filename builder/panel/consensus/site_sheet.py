"""现场评审: what the examiners gave and found on the site, and what their points come to."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from builder.book.sheet import SheetPlan
from builder.book.style import Style
from builder.book.text_pieces import pieces
from builder.formula.expression import Cell
from builder.frozen import frozen
from builder.model.panel.rules import PanelRules
from builder.model.panel.task import SiteVisit
from builder.model.scheme import Scheme
from builder.panel.consensus.joining import joined
from builder.panel.input_names import CONSENSUS_SITE
from builder.panel.narrow import WIDEST
from builder.panel.review.tables import HEADER_ROW, begun, ended

_LABEL_WIDTH, _JOINED_WIDTH, _GIVEN_WIDTH = 34.0, 9.0, 7.0
_FOUND_WIDTH, _LEAST_FOUND_WIDTH = 70.0, 40.0
_JOINED = 2


@frozen
class SitePlan:
    """The sheet, and the cells of what the examiners' points come to, by indicator."""

    sheet: SheetPlan
    joined: Mapping[str, Cell]


def plan_site(
    scheme: Scheme, visits: Sequence[SiteVisit], roles: Sequence[str], rules: PanelRules
) -> SitePlan:
    """The whole sheet; ``roles`` are those of the examiners, in their order."""
    codes = tuple(one.examiner for one in visits)
    headings = ("指标", "现场\n合成分", *codes, "核查发现和结论")
    before = (_LABEL_WIDTH, _JOINED_WIDTH, *(_GIVEN_WIDTH for _ in codes))
    wide = max(_LEAST_FOUND_WIDTH, min(_FOUND_WIDTH, WIDEST - sum(before)))
    widths = (*before, wide)
    canvas = begun(CONSENSUS_SITE, headings, widths)
    row, cells = HEADER_ROW, dict[str, Cell]()
    for node in scheme.walk:
        if not any(node.code in one.points for one in visits):
            continue
        said = "\n".join(_said(one, node.code) for one in visits)
        for place, piece in enumerate(pieces(said, wide)):
            row += 1
            canvas.fill(row, range(_JOINED, len(widths)), Style.NOTE)
            canvas.put(row, 1, Style.NAME, node.label if not place else "（接上行）")
            canvas.put(row, len(widths), Style.OFFICIAL, piece or None)
            canvas.fit(row, ((node.label, _LABEL_WIDTH), (piece, wide)), least=24)
            if not place:
                given: list[tuple[Cell, str]] = []
                told = zip(visits, roles, strict=True)
                for column, (one, role) in enumerate(told, start=_JOINED + 1):
                    points: Decimal | None = one.points.get(node.code)
                    cell = canvas.put(row, column, Style.POINTS, points)
                    given += () if points is None else ((cell, role),)
                whole = joined(rules, given)
                cells[node.code] = canvas.compute(row, _JOINED, Style.COMPUTED_POINTS, whole)
    return SitePlan(sheet=ended(canvas), joined=cells)


def _said(visit: SiteVisit, code: str) -> str:
    conclusion, found = visit.conclusions.get(code, ""), visit.found.get(code, "")
    mark = f"（{conclusion}）" if conclusion else ""
    return f"{visit.examiner}{mark}：{found or '没有写'}"
