"""What the files of a year are held against."""

from pathlib import Path

from builder.findings.finding import Finding
from builder.load.office import load_office
from builder.pipeline.batch import Basis
from builder.pipeline.own_schemes import own_schemes
from builder.pipeline.year.folder import Room, Year


def basis_of(year: Year, log: Path | None = None) -> tuple[Basis, tuple[Finding, ...]]:
    """What files are held against: the year's own schemes and settings; what is amiss with them."""
    schemes, findings = own_schemes(sorted(year.place(Room.SCHEMES).glob("*.md")))
    settings = sorted(year.place(Room.SETTINGS).glob("*.y*ml"))
    office = None
    if len(settings) == 1:
        loaded = load_office(settings[0])
        office, findings = loaded.office, (*findings, *loaded.findings)
    elif settings:
        names = "、".join(path.name for path in settings)
        told = Finding.at("QA1284", year.place(Room.SETTINGS), actual=names)
        findings = (*findings, told)
    return Basis(schemes=schemes, office=office, log=log), findings
