"""The workbook about a whole run, in the look of an office's template."""

from collections.abc import Sequence
from pathlib import Path

from builder.findings.finding import Finding
from builder.model.verdict import Verdict
from builder.overview.overview_book import plan_overview
from builder.pipeline.edition_groups import edition_groups
from builder.pipeline.own_outputs import write_one
from builder.pipeline.own_schemes import OwnScheme
from builder.write.xlsx.workbook import read_look, workbook_bytes


def write_overview(
    path: Path,
    verdicts: Sequence[Verdict],
    others: str,
    left: tuple[Sequence[Verdict], Sequence[Finding]],
    template: Path,
    schemes: tuple[OwnScheme, ...] = (),
) -> Finding | None:
    """Write the workbook; what kept it from being written.

    ``left`` are the materials that could not be opened and what else was left out; ``schemes`` are
    those of the office's own, editions of one award among them.
    """
    look = read_look(template)
    if isinstance(look, Finding):
        return look
    groups = edition_groups(verdicts, schemes)
    return write_one(path, workbook_bytes(plan_overview(verdicts, others, *left, groups), look, {}))
