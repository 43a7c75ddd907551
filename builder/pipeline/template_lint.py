"""Everything that is wrong with a template: what it lacks, then one kit made with it in memory."""

from dataclasses import replace
from pathlib import Path

from builder.findings.finding import Finding
from builder.model.scheme import Scale
from builder.pipeline.choosing import Wanted
from builder.pipeline.kit import Kind, kit_file
from builder.pipeline.opening import open_kits
from builder.pipeline.templates import kind_of, shipped_templates
from builder.read.template_kind import TemplateKind, template_kind

# An award on another scale than the notice's: its every page has a note, too.
_SAMPLE, _SAMPLE_SCALE = "pengjiang-manufacturing", Scale.MATURITY
# Names by which a person means a template, whatever the file turns out to be.
_OFFICE_NAMES = (
    *(".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".et"),
    *(".docx", ".docm", ".dotx", ".dotm", ".doc", ".wps"),
)


def is_template(name: str) -> bool:
    """Whether a person means a template by this name, not a scheme."""
    return name.lower().endswith(_OFFICE_NAMES) or template_kind(Path(name)) is not None


def lint_template(path: Path) -> tuple[Finding, ...]:
    """Every finding about a template, after a kit was made with it and thrown away."""
    kind = kind_of(path)
    shipped = shipped_templates()
    workbook = kind is TemplateKind.WORKBOOK
    templates = replace(shipped, workbook=path) if workbook else replace(shipped, document=path)
    kits = open_kits(_SAMPLE, Wanted(scale=_SAMPLE_SCALE)).kits
    made = (kit_file(kit, Kind.XLSX if workbook else Kind.DOCX, templates) for kit in kits)
    return tuple(finding for _, findings in made for finding in findings)
