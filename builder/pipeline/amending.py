"""A notice amended while the call runs: new kits, what changed, who has to answer what again."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from builder.editions.comparison import Comparison
from builder.findings.finding import Finding, has_errors
from builder.frozen import frozen
from builder.letters.changes import plan_changes
from builder.model.office import Office
from builder.overview.again_book import ToAnswer, plan_again
from builder.pipeline.carry.run import Carried
from builder.pipeline.editions import compare_schemes
from builder.pipeline.own_outputs import in_the_way, write_one
from builder.pipeline.templates import Templates
from builder.write.xlsx.workbook import read_look, workbook_bytes

CHANGES_FILE, AGAIN_FILE, FOLDER = "变化对照表.docx", "补答清单.xlsx", "各单位新的材料"


@frozen
class Amendment:
    """The comparison of the two editions, ``None`` where one cannot be used, and every finding."""

    comparison: Comparison | None
    findings: tuple[Finding, ...]


def begin_amendment(old: str, new: str, folder: Path, *, listed: bool) -> Amendment:
    """The two editions compared; nothing is begun where somebody's file is in the way.

    ``listed`` is whether there will be a list of what is to be answered again.
    """
    names = (CHANGES_FILE, *((AGAIN_FILE,) if listed else ()))
    blocked = in_the_way(folder, dict.fromkeys(names))
    if blocked:
        return Amendment(comparison=None, findings=blocked)
    compared = compare_schemes(old, new)
    usable = None if has_errors(compared.findings) else compared.comparison
    return Amendment(comparison=usable, findings=compared.findings)


def write_notice(
    comparison: Comparison, folder: Path, office: Office, templates: Templates
) -> tuple[Path | None, tuple[Finding, ...]]:
    """The change notice in the folder, or what kept it from being written."""
    # The Word libraries are imported only where a notice is written.
    from builder.write.docx.changes import write_changes

    written = write_changes(plan_changes(comparison, office), templates.changes)
    if written.content is None:
        return None, written.findings
    path = folder / CHANGES_FILE
    failure = write_one(path, written.content)
    return (path, ()) if failure is None else (None, (failure,))


def write_again(
    comparison: Comparison, carried: Iterable[Carried], folder: Path, templates: Templates
) -> tuple[Path | None, tuple[Finding, ...]]:
    """The list of what is to be answered again, or what kept it from being written."""
    look = read_look(templates.workbook)
    if isinstance(look, Finding):
        return None, (look,)
    title = f"{comparison.new.title}　{comparison.old.edition}→{comparison.new.edition}"
    plan = plan_again(title, tuple(_to_answer(carried, folder)))
    path = folder / AGAIN_FILE
    failure = write_one(path, workbook_bytes(plan, look, {}))
    return (path, ()) if failure is None else (None, (failure,))


def _to_answer(carried: Iterable[Carried], folder: Path) -> Iterator[ToAnswer]:
    for one in carried:
        if one.account is not None:
            yield ToAnswer(
                name=one.name,
                lines=one.account.lines,
                added=one.added,
                files=tuple(str(path.relative_to(folder)) for path in one.paths),
            )
