"""What every page must say about a scheme's contradictions, corrections and office settings."""

from builder.formula.render import plain_number
from builder.model.scheme import Correction, Discrepancy, Scheme

TOTAL = "total"


def banner_lines(scheme: Scheme) -> tuple[str, ...]:
    """One sentence for each acknowledged discrepancy and each signed correction, in that order."""
    return (
        *(discrepancy_line(scheme, item) for item in scheme.discrepancies),
        *(correction_line(scheme, item) for item in scheme.corrections),
    )


def discrepancy_line(scheme: Scheme, item: Discrepancy) -> str:
    """What the notice states, what its parts sum to, and how the scheme treats it."""
    place = "总分" if item.where == TOTAL else f"“{_label(scheme, item.where)}”"
    return (
        f"原文分值不一致：{place}标 {plain_number(item.stated)} 分，"
        f"所属各项之和为 {plain_number(item.actual)} 分。{item.treatment}"
    )


def correction_line(scheme: Scheme, item: Correction) -> str:
    """Which number was changed, on what basis, by whom and when."""
    return (
        f"更正：“{_label(scheme, item.where)}”按 {plain_number(item.value)} 分计。"
        f"依据：{item.basis}；批准：{item.approver}；日期：{item.date}。"
    )


def _label(scheme: Scheme, code: str) -> str:
    return next((node.label for node in scheme.walk if node.code == code), code)
