"""What is said of one returned file in the end."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from builder.findings.finding import Finding


class Status(StrEnum):
    """Whether a file is in order; the value is what JSON carries. Hints leave a file clean."""

    CLEAN = "clean"
    FINDINGS = "findings"
    UNREADABLE = "unreadable"

    @property
    def label(self) -> str:
        """The word a reader sees."""
        return {"clean": "通过", "findings": "有问题", "unreadable": "无法核验"}[self.value]


@dataclass(frozen=True, kw_only=True)
class Score:
    """Exact points: the total after its cap, the most attainable, and each indicator's."""

    total: Decimal
    maximum: Decimal
    by_indicator: Mapping[str, Decimal]


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """One file: where it is, which award, whose, its exact score, and everything found.

    ``trace`` says in words which cap, rule or agreement changed a number.
    """

    path: str
    status: Status
    scheme: str = ""
    organisation: str = ""
    score: Score | None = None
    findings: tuple[Finding, ...] = ()
    trace: tuple[str, ...] = ()
