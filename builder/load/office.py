"""An office's settings file: small YAML, read as strictly as the front matter of a scheme."""

from dataclasses import dataclass
from pathlib import Path

from builder.findings.finding import Finding
from builder.load.applicant_fields import read_applicant_fields, within
from builder.load.evidence_terms import read_evidence_terms
from builder.load.fields import Fields, Keys, open_fields
from builder.load.front_matter import check_cut_off
from builder.load.problems import Problems
from builder.load.report_terms import OFFICE_KEYS as REPORT_KEYS
from builder.load.report_terms import read_report_terms
from builder.load.source import Source, read_source, without_forbidden
from builder.load.yaml_nodes import compose_mapping
from builder.model.office import Office

OFFICE_KEYS = Keys(
    required=(),
    optional=("name", "return_to", "year", "fields", "more_fields", "evidence", "report"),
)
# The canonical text travels in one cell, which holds 32767 characters.
LONGEST_SETTINGS = 30_000
_LONGEST_LINE = 120
_MOST_LINES = 12
_FIRST_YEAR, _LAST_YEAR = 2000, 2100


@dataclass(frozen=True, kw_only=True)
class LoadedOffice:
    """The settings, where they are sound, and everything found, top of the file first."""

    office: Office | None
    findings: tuple[Finding, ...]


def load_office(path: Path) -> LoadedOffice:
    """The settings in a file; any finding means that they are not used."""
    source = read_source(path, unreached="QA191")
    if isinstance(source, Finding):
        return LoadedOffice(office=None, findings=(source,))
    problems = Problems(path=source.path)
    office = _read(without_forbidden(source, problems), problems)
    if office is not None and len(office.canonical) > LONGEST_SETTINGS:
        limit = f"{LONGEST_SETTINGS} 个字"
        problems.add("QA194", problems.position(1), key="设置", expected=limit)
    return LoadedOffice(office=None if problems.found else office, findings=problems.sorted)


def parse_office(text: str) -> Office | None:
    """The settings that a returned file carries; ``None`` where they are not what we wrote.

    The text may come from anybody: it is bounded, read by the same grammar, and must be exactly
    what its own meaning is written as.
    """
    if len(text) > LONGEST_SETTINGS:
        return None
    problems = Problems(path="")
    source = Source(path="", text=text, lines=tuple(text.split("\n")))
    office = _read(without_forbidden(source, problems), problems)
    sound = office is not None and not problems.found and office.canonical == text
    return office if sound else None


def _read(source: Source, problems: Problems) -> Office | None:
    node = compose_mapping(source.text, problems)
    if node is None:
        return None
    check_cut_off(node, source, problems)
    head = open_fields(node, "---", OFFICE_KEYS, problems)
    if head is None:
        return None
    within(head, "name", _LONGEST_LINE)
    lines = head.texts("return_to")
    head.check_not_empty("return_to")
    if len(lines) > _MOST_LINES:
        problems.add(
            "QA194", head.place("return_to"), key="return_to", expected=f"{_MOST_LINES} 行"
        )
    if any(len(line) > _LONGEST_LINE for line in lines):
        limit = f"每行 {_LONGEST_LINE} 个字"
        problems.add("QA194", head.place("return_to"), key="return_to", expected=limit)
    return Office(
        name=head.text("name") or "",
        return_to=lines,
        year=_year(head),
        fields=read_applicant_fields(head, "fields"),
        more_fields=read_applicant_fields(head, "more_fields"),
        evidence=read_evidence_terms(head),
        report=read_report_terms(head, REPORT_KEYS),
    )


def _year(head: Fields) -> int | None:
    number = head.number("year")
    if number is None:
        return None
    if number != int(number) or not _FIRST_YEAR <= number <= _LAST_YEAR:
        head.problems.add("QA196", head.place("year"), actual=str(number))
        return None
    return int(number)
