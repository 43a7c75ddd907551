"""Which faults a finding tells of, whatever its words: the same ones are known again next time."""

import json
from collections.abc import Iterable

from builder.findings.finding import Finding

# Code, sheet, cell, indicator, bookmark.
Fault = tuple[str, str, str, str, str]
# Where a finding that stands for many keeps which they are.
_GATHERED = "faults"


def faults_of(finding: Finding) -> tuple[Fault, ...]:
    """What is found, and where a person repairs it; of what was gathered each by itself."""
    gathered = finding.details.get(_GATHERED)
    if gathered is not None:
        return tuple((code, *where) for code, *where in json.loads(gathered))
    place = finding.place
    return ((finding.code, place.sheet, place.cell, place.indicator, place.bookmark),)


def kept_faults(findings: Iterable[Finding]) -> dict[str, str]:
    """The detail by which one finding that stands for all these keeps their faults."""
    faults = [fault for one in findings for fault in faults_of(one)]
    return {_GATHERED: json.dumps(faults, ensure_ascii=False)}
