"""What a finding can be: its code, severity, wording and remedy."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs; the value is what JSON carries."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"

    @property
    def label(self) -> str:
        """The word a reader sees."""
        return {"error": "错误", "warning": "警告", "hint": "提示"}[self.value]


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One catalogue entry: everything a reader can ever be told under one code.

    ``message`` and ``fix`` are ``str.format`` templates over the details of a finding.
    """

    code: str
    name: str
    severity: Severity
    message: str
    why: str
    fix: str
