"""Which fault a finding is, whatever words tell of it: the same one is known again next time."""

from builder.findings.finding import Finding

# Code, sheet, cell, indicator, bookmark.
Fault = tuple[str, str, str, str, str]


def fault_of(finding: Finding) -> Fault:
    """What is found, and where a person repairs it."""
    place = finding.place
    return (finding.code, place.sheet, place.cell, place.indicator, place.bookmark)
