"""Sections of a report that all say the same."""

from collections.abc import Iterator

from builder.findings.finding import Finding
from builder.verify.checks.unlikely_answers import stock_text
from builder.verify.word.returned import ReturnedReport, place_of

# So many characters are no heading or remark that may well repeat itself.
_FEWEST = 10


def check_stock(report: ReturnedReport, path: str) -> Iterator[Finding]:
    """A hint where nearly every section answers with one and the same text."""
    if report.plan.accept_unusual:
        return
    answered = [one for one in report.sections if one.section.answer is not None and one.text]
    stock = stock_text([one.text for one in answered])
    if len(stock) < _FEWEST:
        return
    alike = [one for one in answered if one.text == stock]
    yield Finding(
        code="QA537",
        place=place_of(alike[0], path),
        actual=str(len(alike)),
        details={"heading": alike[0].section.heading},
    )
