"""An office's settings file: small YAML, read as strictly as the front matter of a scheme."""

from pathlib import Path

from builder.findings.finding import Finding
from builder.frozen import frozen
from builder.load.applicant_fields import read_applicant_fields
from builder.load.fields import Fields, Grammar, load_file, read_settings
from builder.load.problems import Problems
from builder.load.report_terms import OFFICE_TERMS
from builder.load.source import Source
from builder.load.values import (
    day,
    flag,
    held,
    list_of,
    number,
    record,
    text_within,
    texts_within,
    turned,
    whole,
    word_of,
)
from builder.model.office import EvidenceTerms, Office, OwnPart

# The canonical text travels in one cell, which holds 32767 characters.
LONGEST_SETTINGS = 30_000
_LONGEST_LINE = 120
_MOST_LINES = 12
_FIRST_YEAR, _LAST_YEAR = 2000, 2100
# A report of more pages than this is no limit any more.
_MOST_PAGES = 9999


@frozen
class LoadedOffice:
    """The settings, where they are sound, and everything found, top of the file first."""

    office: Office | None
    findings: tuple[Finding, ...]


def load_office(path: Path) -> LoadedOffice:
    """The settings in a file; any finding means that they are not used."""
    loaded = load_file(path, OFFICE, "QA191", _check_length)
    return LoadedOffice(office=loaded.said, findings=loaded.findings)


def parse_office(text: str) -> Office | None:
    """The settings that a returned file carries; ``None`` where they are not what we wrote.

    The text may come from anybody: it is bounded, read by the same grammar, and must be exactly
    what its own meaning is written as.
    """
    if len(text) > LONGEST_SETTINGS:
        return None
    problems = Problems(path="")
    source = Source(path="", text=text, lines=tuple(text.split("\n")))
    office = read_settings(source, OFFICE, problems)
    sound = office is not None and not problems.found and office.canonical == text
    return office if sound else None


def _check_length(office: Office, problems: Problems) -> None:
    if len(office.canonical) > LONGEST_SETTINGS:
        limit = f"{LONGEST_SETTINGS} 个字"
        problems.add("QA194", problems.position(1), key="设置", expected=limit)


def _terms(fields: Fields) -> bool:
    """Whether there are terms of evidence, the days in their order."""
    if not fields.nodes:
        fields.problems.add("QA121", fields.position, key="evidence")
    since, until = fields.values.get("since", ""), fields.values.get("until", "")
    if since and until and since > until:
        fields.refuse("QA197", "until", expected=since, actual=until)
    return bool(fields.nodes)


_within = held(
    number, lambda year: year == int(year) and _FIRST_YEAR <= year <= _LAST_YEAR, "QA196"
)
_year = turned(_within, int)
EVIDENCE = Grammar(
    kind=EvidenceTerms,
    keys={
        "since": day,
        "until": day,
        "indicators": whole(_MOST_PAGES),
        "report_pages": whole(_MOST_PAGES),
    },
    check=_terms,
)
OFFICE = Grammar(
    kind=Office,
    keys={
        "name": text_within(_LONGEST_LINE),
        "return_to": texts_within(_MOST_LINES, _LONGEST_LINE, "行"),
        "year": _year,
        "fields": read_applicant_fields,
        "more_fields": read_applicant_fields,
        "evidence": record(EVIDENCE),
        "report": record(OFFICE_TERMS),
        "accept_unusual": flag,
        "without": list_of(word_of(OwnPart), filled=True),
    },
)
