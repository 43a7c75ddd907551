"""What a person asks for who carries old kits over, and what came of one of them."""

from datetime import date
from pathlib import Path

from builder.editions.carried import CarriedAccount, CarriedLine
from builder.findings.finding import Finding
from builder.frozen import frozen
from builder.model.office import Office
from builder.model.scheme import Scale
from builder.pipeline.kit_names import KitPart
from builder.pipeline.own_schemes import OwnScheme
from builder.pipeline.returned_files import ReturnedFile
from builder.pipeline.templates import Templates


@frozen
class CarryOrder:
    """The new scheme, the old ones at hand, what was chosen, and how far to go.

    ``options`` and ``scale`` are those of the new kit where they are given; ``office`` its
    settings. ``scores`` are carried over only if asked for; ``year`` is that of the new
    application, ``None`` for the one after the old. ``amended`` is whether the notice was amended
    while the call runs: then the year is the same, and what was declared still stands.
    """

    to: str
    today: date
    templates: Templates
    schemes: tuple[OwnScheme, ...] = ()
    options: tuple[tuple[str, str], ...] = ()
    scale: Scale | None = None
    office: Office | None = None
    scores: bool = False
    year: int | None = None
    amended: bool = False
    log: Path | None = None


@frozen
class OldKit:
    """The files of one applicant; at least one of them is there."""

    workbook: ReturnedFile | None = None
    report: ReturnedFile | None = None

    @property
    def name(self) -> str:
        """What messages call it: its first file."""
        first = self.workbook or self.report
        return "" if first is None else first.name


@frozen
class CarriedKit:
    """The new files of one applicant, what became of everything, and what was found on the way.

    ``added`` are the scored indicators that nobody was asked about before.
    """

    applicant: str
    contents: tuple[tuple[KitPart, bytes], ...] = ()
    account: CarriedAccount | None = None
    findings: tuple[Finding, ...] = ()
    added: tuple[CarriedLine, ...] = ()
