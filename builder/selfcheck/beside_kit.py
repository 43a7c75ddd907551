"""The page that goes out with a kit: of its award only, in an archive."""

from datetime import date
from pathlib import Path

from builder.findings.finding import Finding
from builder.frozen import frozen
from builder.model.office import Office
from builder.model.scheme import Scheme
from builder.pipeline.files import WrittenFiles
from builder.pipeline.kit_names import PAGE, kit_folder, page_file_name
from builder.pipeline.own_outputs import write_unless_kept
from builder.selfcheck.asked import asked_given
from builder.selfcheck.insert import with_given, zipped
from builder.selfcheck.kept_base import found_base


@frozen
class KitPage:
    """The page of one award in an archive."""

    scheme: Scheme
    content: bytes

    def write_into(self, folder: Path | None) -> WrittenFiles:
        """Put it beside the files of the kit, which by default lie in a folder of the award."""
        there = folder or kit_folder(self.scheme)
        return write_unless_kept(there, {page_file_name(self.scheme): self.content})


def page_of_kit(
    scheme: str, office: Office | None, made: date
) -> tuple[KitPage | None, tuple[Finding, ...]]:
    """The page that belongs to a kit, ``None`` where it cannot be made, and the findings."""
    given, findings = asked_given((scheme,), None, office, made)
    if given is None:
        return None, findings
    base = found_base(None)
    if isinstance(base, Finding):
        return None, (base,)
    page = zipped(PAGE, with_given(base, given))
    return KitPage(scheme=given.schemes[0][0], content=page), ()
