"""From a scheme file to the kit an office hands out."""

from pathlib import Path

from builder.findings.finding import Finding
from builder.frozen import frozen
from builder.kit.kit_plan import KitPlan
from builder.kit.planning import NO_OFFICE, plan_workbook
from builder.model.office import Office
from builder.model.scheme import Scheme
from builder.pipeline.choosing import Wanted
from builder.pipeline.kit_names import OUTPUT, KitPart, kit_file_name, kit_folder
from builder.pipeline.kits_of_scheme import open_kits
from builder.pipeline.own_outputs import write_unless_kept
from builder.pipeline.templates import Templates, document_template, shipped_templates
from builder.word.planning import LAYOUT, plan_document
from builder.write.xlsx.look import open_look
from builder.write.xlsx.workbook import workbook_bytes


@frozen
class Built:
    """What was written, in order, and what stood in the way."""

    paths: tuple[Path, ...]
    findings: tuple[Finding, ...]


def build_kit(
    id_or_path: str,
    folder: Path | None,
    only: KitPart | None,
    wanted: Wanted | None = None,
    templates: Templates | None = None,
    office: Office = NO_OFFICE,
) -> Built:
    """Write the kits asked for into ``folder``, by default one that is called as the award."""
    opened = open_kits(id_or_path, wanted or Wanted(), office)
    kinds = tuple(kind for kind in KitPart if only in (None, kind))
    contents: dict[str, bytes] = {}
    target = folder or OUTPUT
    findings: list[Finding] = list(opened.findings)
    for scheme, plan in zip(opened.kits, opened.plans, strict=True):
        target = folder or kit_folder(scheme)
        for kind in kinds:
            content, found = kit_file(scheme, kind, templates or shipped_templates(), office, plan)
            findings += (one for one in found if one not in findings)
            if content is None:
                # Kits are handed out whole or not at all.
                return Built(paths=(), findings=tuple(findings))
            contents[kit_file_name(scheme, kind)] = content
    done = write_unless_kept(target, contents)
    return Built(paths=done.paths, findings=(*findings, *done.findings))


def kit_file(
    scheme: Scheme,
    kind: KitPart,
    templates: Templates,
    office: Office = NO_OFFICE,
    plan: KitPlan | None = None,
) -> tuple[bytes | None, tuple[Finding, ...]]:
    """One file of the kit of a resolved scheme, or ``None`` where a template cannot be used.

    ``plan`` is that of its workbook where it is known already.
    """
    if kind is KitPart.DOCX:
        return report_file(scheme, templates, office)
    opened = open_look(templates.workbook)
    if opened.look is None:
        return None, opened.findings
    content = workbook_bytes(plan or plan_workbook(scheme, office), opened.look, {})
    return content, opened.findings


def report_file(
    scheme: Scheme, templates: Templates, office: Office, layout: str = LAYOUT
) -> tuple[bytes | None, tuple[Finding, ...]]:
    """The Word file of a kit, of an older layout as it was handed out then."""
    # The Word libraries take longer to import than a workbook takes to build.
    from builder.write.docx.document import write_document

    plan = plan_document(scheme, office, layout)
    written = write_document(plan, document_template(templates, layout))
    return written.content, written.findings
