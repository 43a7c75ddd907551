"""问题明细 and 问题统计: every finding of a run as a row, and how often each code occurs."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from builder.book.canvas import Canvas
from builder.book.cell_text import fitting
from builder.book.sheet import SheetPlan
from builder.book.style import Style
from builder.findings.catalogue import RULES_BY_CODE
from builder.formula.expression import Area, Cell, Expression, constant
from builder.formula.words import COUNTIF, COUNTIFS
from builder.frozen import frozen
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


@frozen
class ProblemRows:
    """The sheet of details, in which others count, and its last row."""

    sheet: SheetPlan
    last: int

    def count(self, file: Cell, severity: str) -> Expression:
        """How many findings of a severity the file with this number has."""
        if self.last < _FIRST_ROW:
            return constant(0)
        files, severities = self._column(_FILE_COLUMN), self._column(_SEVERITY_COLUMN)
        return COUNTIFS(files, file, severities, severity)

    def occurrences(self, code: Cell) -> Expression:
        """How many findings have a code, which one has."""
        return COUNTIF(self._column(_CODE_COLUMN), code)

    def _column(self, column: int) -> Area:
        return Area(DETAILS, column, _FIRST_ROW, self.last)


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
    return ProblemRows(sheet=sheet, last=row)


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
        canvas.compute(row, 4, Style.COMPUTED_COUNT, rows.occurrences(written))
        canvas.fit(row, (), least=22)
    return replace(canvas.sheet, head_rows=_HEADER_ROW)
