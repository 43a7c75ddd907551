"""The letters to those whose files were judged, and their files with remarks.

Apart from taking files in: who has just dropped some waits until all that is needed is read.
"""

from collections.abc import Mapping
from typing import Any

from builder.desk.own_folder import OwnPlaces
from builder.desk.told import Tell, Told
from builder.pipeline.templates import shipped_templates
from builder.pipeline.year.folder import Year
from builder.pipeline.year.letters import write_letters


def write_all_letters(year: Year, given: Mapping[str, Any], tell: Tell) -> None:
    """A letter and the marked files for each applicant that is named."""
    keys = tuple(str(one) for one in given["keys"])
    tell(Told(said="正在写通知书和带批注的材料", total=len(keys)))
    made = write_letters(
        year,
        keys,
        str(given["by"]),
        deadline=str(given.get("deadline", "")),
        templates=shipped_templates(),
        log=OwnPlaces(folder=year.root).faults,
    )
    words = f"写了 {len(made.paths)} 个文件"
    tell(Told(done=len(keys), findings=made.findings, said=words))
