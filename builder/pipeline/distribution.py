"""One prefilled kit for every row of an office's list; each kind of kit is built only once."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from builder.findings.finding import Finding, Place
from builder.formula.coercion import as_text
from builder.frozen import frozen
from builder.kit.kit_plan import KitPlan
from builder.kit.planning import NO_OFFICE, choice_text
from builder.kit.sheet_names import APPLICANT
from builder.model.office import FieldKind, Office
from builder.model.scheme import Scheme
from builder.pipeline.applicant_list import read_applicants
from builder.pipeline.applicants import Applicant, Asked
from builder.pipeline.choosing import Wanted
from builder.pipeline.files import write_whole
from builder.pipeline.kit import kit_file
from builder.pipeline.kit_names import OUTPUT, KitPart, file_name, kit_folder
from builder.pipeline.kits_of_scheme import open_kits
from builder.pipeline.own_outputs import OwnFolder
from builder.pipeline.templates import Templates
from builder.show.handouts import MANIFEST, HandedOut, handout_table
from builder.word.parts import DocumentPlan
from builder.word.planning import plan_document
from builder.write.docx.personal import PersonalDocument
from builder.write.xlsx.personal import PersonalWorkbook

Filler = Callable[[Applicant], bytes]


@frozen
class Order:
    """What an office asks for: a scheme, a list, where to write, which files, which look."""

    scheme: str
    applicants: Path
    folder: Path | None
    kinds: tuple[KitPart, ...]
    wanted: Wanted
    templates: Templates
    office: Office = NO_OFFICE


class Distribution:
    """Kits made ready for a list; each applicant's files are written when asked for."""

    def __init__(self, order: Order) -> None:
        """Read the list and build every kit that its rows need."""
        self.applicants: tuple[Applicant, ...] = ()
        self.findings: tuple[Finding, ...] = ()
        self.written = self.kept = 0
        self._handed_out: list[HandedOut] = []
        self._fillers: dict[tuple[tuple[str, str], ...], dict[KitPart, Filler]] = {}
        self._folder = order.folder or OUTPUT
        self._prepare(order)
        self._own = OwnFolder(self._folder)

    def hand_out(self, applicant: Applicant) -> None:
        """Write one applicant's files; one that is there already in every byte is left alone."""
        for kind, filler in self._fillers[applicant.options].items():
            content = filler(applicant)
            name = file_name(applicant.file, kind)
            if self._is_there(self._folder / name, content):
                self.kept += 1
                # An earlier run that was interrupted left no record of it.
                self._own.know(name, content)
            elif failure := self._own.write_unless_kept(name, content):
                self.findings = (*self.findings, *(() if failure in self.findings else (failure,)))
                continue
            else:
                self.written += 1
            self._handed_out.append(
                HandedOut(
                    row=applicant.row,
                    applicant=applicant.name,
                    choice=choice_text(applicant.options),
                    reviewer=applicant.reviewer,
                    file=name,
                    digest=hashlib.sha256(content).hexdigest(),
                )
            )

    def close(self) -> Path | None:
        """Write the manifest beside the files; ``None`` where there is nothing to list."""
        path = self._folder / MANIFEST
        if not self._handed_out:
            return None
        failure = self._own.write_unless_kept(MANIFEST, handout_table(self._handed_out))
        found = [one for one in (failure, self._own.close()) if one is not None]
        self.findings = (*self.findings, *found)
        return None if failure else path

    def _prepare(self, order: Order) -> None:
        wanted = Wanted(options=order.wanted.options, every=True, scale=order.wanted.scale)
        opened = open_kits(order.scheme, wanted, order.office)
        self.findings = opened.findings
        if not opened.kits:
            return
        self._folder = order.folder or kit_folder(opened.kits[0])
        plan = opened.plans[0]
        asked = Asked(
            applicant=plan.applicant,
            inputs=tuple(item for item in plan.inputs if item.cell.sheet == APPLICANT),
            choices=opened.choices,
            given=order.wanted.options,
            kinds=_kinds(plan),
        )
        read = read_applicants(order.applicants, asked)
        self.findings = (*self.findings, *read.findings)
        needed = {applicant.options for applicant in read.rows}
        for kit, plan in zip(opened.kits, opened.plans, strict=True):
            if kit.chosen in needed:
                fillers = self._kit(kit, plan, order, read.filled)
                if fillers is None:
                    return
                self._fillers[kit.chosen] = fillers
        if failure := self._closed_folder():
            self.findings = (*self.findings, failure)
            return
        self.applicants = read.rows

    def _kit(
        self, scheme: Scheme, plan: KitPlan, order: Order, filled: tuple[str, ...]
    ) -> dict[KitPart, Filler] | None:
        fillers: dict[KitPart, Filler] = {}
        for kind in order.kinds:
            content, found = kit_file(scheme, kind, order.templates, order.office, plan)
            self.findings = (*self.findings, *(one for one in found if one not in self.findings))
            if content is None:
                return None
            fillers[kind] = (
                _workbook_filler(plan, content, filled)
                if kind is KitPart.XLSX
                else self._document_filler(
                    plan_document(scheme, order.office), content, filled, order.templates.document
                )
            )
        return fillers

    def _document_filler(
        self, plan: DocumentPlan, content: bytes, filled: tuple[str, ...], template: Path
    ) -> Filler:
        gaps = tuple(gap for gap in plan.gaps if gap.name in filled)
        document = PersonalDocument(content, gaps)
        for label in document.missing:
            no_place = Finding.at("QA872", template, title=label)
            if no_place not in self.findings:
                self.findings = (*self.findings, no_place)
        return lambda applicant: document.filled(
            {name: as_text(value) for name, value in applicant.answers.items()}
        )

    def _closed_folder(self) -> Finding | None:
        """The finding about a folder that cannot be written in, said once for all files."""
        probe = self._folder / f".{MANIFEST}"
        failure = write_whole(probe, b"")
        if failure is not None:
            return replace(failure, place=Place(path=str(self._folder)))
        probe.unlink(missing_ok=True)
        return None

    @staticmethod
    def _is_there(path: Path, content: bytes) -> bool:
        try:
            return path.stat().st_size == len(content) and path.read_bytes() == content
        except OSError:
            return False


def _workbook_filler(plan: KitPlan, content: bytes, filled: tuple[str, ...]) -> Filler:
    workbook = PersonalWorkbook(plan, content, filled)
    return lambda applicant: workbook.filled(applicant.answers)


def _kinds(plan: KitPlan) -> dict[str, FieldKind]:
    """What the field of each input of 基本信息 takes, by the input's name."""
    kinds = {cell: field.kind for field in plan.fields for cell in field.inputs}
    named = ((item.name, kinds.get(item.cell)) for item in plan.inputs)
    return {name: kind for name, kind in named if kind is not None}
