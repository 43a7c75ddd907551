"""问题明细 and 问题统计: every finding of a run as a row, and how often each code occurs."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from builder.book.canvas import Canvas
from builder.book.cell_text import fitting
from builder.book.sheet import SheetPlan
from builder.book.style import Style
from builder.findings.catalogue import RULES_BY_CODE
from builder.formula.expression import Area, Cell, Expression
from builder.formula.words import COUNTIF, COUNTIFS
from builder.model.verdict import Verdict

DETAILS, COUNTS = "问题明细", "问题统计"
_DETAIL_HEADINGS = (
    *("序号", "文件号", "申报组织", "程度", "代码", "位置", "指标", "问题", "办法", "文件"),
)
_DETAIL_WIDTHS = (7.0, 8.0, 26.0, 8.0, 9.0, 18.0, 10.0, 52.0, 46.0, 34.0)
_COUNT_HEADINGS = ("代码", "名称", "程度", "次数")
_COUNT_WIDTHS = (10.0, 30.0, 10.0, 10.0)
_HEADER_ROW = 2
_FIRST_ROW = _HEADER_ROW + 1
_FILE_COLUMN, _SEVERITY_COLUMN, _CODE_COLUMN = 2, 4, 5


@dataclass(frozen=True, kw_only=True)
class ProblemRows:
    """The sheet of details, and the columns in which others count; ``None`` without any finding."""

    sheet: SheetPlan
    files: Area | None
    severities: Area | None
    codes: Area | None

    def count(self, file: Cell, severity: str) -> Expression | None:
        """How many findings of a severity the file with this number has."""
        if self.files is None or self.severities is None:
            return None
        return COUNTIFS(self.files, file, self.severities, severity)


def plan_details(verdicts: Sequence[Verdict]) -> ProblemRows:
    """One row for every finding; files are numbered from 1 in the order they were verified."""
    canvas = Canvas(DETAILS, _DETAIL_WIDTHS)
    canvas.title("问题明细")
    canvas.headings(_HEADER_ROW, _DETAIL_HEADINGS)
    row = _HEADER_ROW
    for file, verdict in enumerate(verdicts, start=1):
        for finding in verdict.findings:
            row += 1
            place = finding.place
            canvas.put(row, 1, Style.NUMBER, Decimal(row - _HEADER_ROW))
            canvas.put(row, _FILE_COLUMN, Style.NUMBER, Decimal(file))
            words = (
                *(verdict.applicant or "（未填）", finding.rule.severity.label, finding.code),
                *(place.within("　"), place.indicator, finding.message, finding.fix),
                verdict.path,
            )
            held = tuple(map(fitting, words))
            canvas.texts(row, 3, held)
    sheet = replace(canvas.sheet, head_rows=_HEADER_ROW, landscape=True)
    columns = [_column(column, row) for column in (_FILE_COLUMN, _SEVERITY_COLUMN, _CODE_COLUMN)]
    return ProblemRows(sheet=sheet, files=columns[0], severities=columns[1], codes=columns[2])


def plan_counts(verdicts: Sequence[Verdict], rows: ProblemRows) -> SheetPlan:
    """How often each code occurs, counted in the details."""
    canvas = Canvas(COUNTS, _COUNT_WIDTHS)
    canvas.title("问题统计")
    canvas.headings(_HEADER_ROW, _COUNT_HEADINGS)
    found = {finding.code for verdict in verdicts for finding in verdict.findings}
    for row, code in enumerate(sorted(found), start=_FIRST_ROW):
        rule = RULES_BY_CODE[code]
        written = canvas.put(row, 1, Style.NUMBER, code)
        canvas.put(row, 2, Style.NAME, rule.name)
        canvas.put(row, 3, Style.NUMBER, rule.severity.label)
        if rows.codes is not None:
            canvas.compute(row, 4, Style.COMPUTED_COUNT, COUNTIF(rows.codes, written))
        canvas.fit(row, (), least=22)
    return replace(canvas.sheet, head_rows=_HEADER_ROW)


def _column(column: int, last: int) -> Area | None:
    if last < _FIRST_ROW:
        return None
    return Area(sheet=DETAILS, column=column, first_row=_FIRST_ROW, last_row=last)
