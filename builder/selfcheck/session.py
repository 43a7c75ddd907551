"""The verifier as the page calls it: files of a folder in, what is shown and saved out.

It calls what the command line calls. Nothing here is awaited from child processes: the whole
program is a child of the page, which watches it and says at which file it had to be stopped.
"""

import json
import os
from collections.abc import Callable
from pathlib import Path

from builder.findings.finding import Finding
from builder.frozen import frozen
from builder.load.office import load_office
from builder.model.office import Office
from builder.model.verdict import Verdict
from builder.pipeline.alike import with_alike
from builder.pipeline.batch import Basis, HandIn, in_process
from builder.pipeline.evidence import handed_in_evidence
from builder.pipeline.intake import Intake, apart_from_evidence, take_in
from builder.pipeline.own_schemes import OwnScheme, own_schemes
from builder.pipeline.returned_files import ReturnedFile
from builder.pipeline.run import verify_all
from builder.pipeline.units import units_of
from builder.read.workbook import ReadWorkbook
from builder.selfcheck.given import OFFICE_FILE, SCHEMES
from builder.selfcheck.order import LISTING, Order, order_of
from builder.selfcheck.outcome import Outcome, written_outputs
from builder.show.left_out import others_words
from builder.show.verdicts import closing_line

# Tells the page by name which file is at work, and what is being made of it.
Tell = Callable[[str, str], object]


@frozen
class Session:
    """The schemes and settings that were put into the page, and what is done with them."""

    schemes: tuple[OwnScheme, ...]
    office: Office | None
    findings: tuple[Finding, ...]

    @property
    def refused(self) -> str:
        """What is wrong with them in words, empty where nothing is."""
        return "；".join(f"{finding.place}　{finding.message}" for finding in self.findings)

    def check(self, inbox: str, outbox: str, told: str, tell: Tell) -> str:
        """Verify what the order ``told`` names in the inbox; what was put out, as JSON.

        The files keep the names that they have on the command line in that folder.
        """
        os.chdir(inbox)
        try:
            outcome = self._checked(order_of(told), tell)
            return json.dumps(written_outputs(outcome, Path(outbox), tell))
        finally:
            os.chdir("/")

    def _checked(self, order: Order, tell: Tell) -> Outcome:
        stopped, paths = _listed_alone(order, tell)
        evidence = None if not order.evidence else Path(order.evidence)
        tell("", LISTING)
        handed_in = None if evidence is None else handed_in_evidence(evidence, paths)
        notes: tuple[Finding, ...] = ()
        if isinstance(handed_in, Finding):
            notes, evidence, handed_in = (handed_in,), None, None
        basis = Basis(schemes=self.schemes, office=self.office, evidence=handed_in)
        intake = take_in(paths)
        files = (*intake.files, *(ReadWorkbook(workbook=None, findings=(one,)) for one in stopped))
        run = verify_all(
            Intake(files=files, left_out=intake.left_out),
            basis,
            kept=None,
            hand_in=_telling(in_process(basis, order.stopped_at("")), tell),
        )
        verified = with_alike(run, intake.left_out)
        left_out, proofs = apart_from_evidence(intake.left_out, evidence)
        others = others_words(len(left_out), evidence=len(proofs))
        return Outcome(
            verified=tuple(verified),
            left_out=left_out,
            evidence=proofs,
            others=others,
            words=closing_line([each.verdict for each in verified], others),
            notes=notes,
            stopped=order.stopped_at,
            units=units_of(verified, left_out, paths),
        )


def begin(folder: str) -> Session:
    """A session with the schemes and settings in a folder."""
    there = Path(folder)
    schemes, findings = own_schemes(sorted((there / SCHEMES).glob("*.md")))
    settings = there / OFFICE_FILE
    if not settings.is_file():
        return Session(schemes=schemes, office=None, findings=findings)
    loaded = load_office(settings)
    return Session(schemes=schemes, office=loaded.office, findings=(*findings, *loaded.findings))


def _telling(hand_in: HandIn, tell: Tell) -> HandIn:
    """Tell of each file right before it is verified."""

    def told(file: ReturnedFile) -> Callable[[], Verdict]:
        verdict = hand_in(file)

        def work() -> Verdict:
            tell(file.name, "")
            return verdict()

        return work

    return told


def _listed_alone(order: Order, tell: Tell) -> tuple[list[Finding], list[Path]]:
    """What could not even be listed, with the reason, and what is left to be verified.

    After a stop while nobody could say at which file, each is looked into alone first.
    """
    before = order.stopped_at(LISTING)
    findings = [why.finding(name) for name, why in before.items() if name in order.paths]
    paths = [Path(name) for name in order.paths if name not in before]
    if order.careful:
        for path in paths:
            tell(str(path), LISTING)
            take_in([path])
    return findings, paths
