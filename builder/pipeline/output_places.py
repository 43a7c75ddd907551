"""Where outputs are to go, looked at before anything is done: no output costs somebody's file."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from builder.findings.finding import Finding
from builder.frozen import frozen
from builder.pipeline.file_names import same_name
from builder.pipeline.intake import Intake
from builder.pipeline.own_outputs import in_the_way, is_own
from builder.pipeline.returned_files import ReturnedFile

# What people open in a program of its own; a text under such a name opens nowhere.
_OF_OTHERS = frozenset(
    {".xlsx", ".xlsm", ".xls", ".et", ".docx", ".doc", ".wps", ".pdf", ".zip", ".rar", ".7z"}
    | {".html", ".htm", ".ods", ".odt", ".jpg", ".jpeg", ".png"}
)


@frozen
class OutputPlace:
    """One output: the option that asks for it, where it goes, and what it may be called.

    ``endings`` are those that fit, none where all do but those of other kinds of files. To a file
    that is ``appended`` to, what stands there belongs; ``folder`` is one to put files into.
    """

    option: str
    path: Path
    endings: tuple[str, ...] = ()
    appended: bool = False
    folder: bool = False


def misplaced(
    outputs: Sequence[OutputPlace], given: Iterable[Path], intake: Intake
) -> tuple[Finding, ...]:
    """Why outputs cannot go where they are to: nothing may be begun then.

    ``given`` are all paths that the command is to read; what it takes in below them counts too,
    but for files that this program itself wrote there last.
    """
    asked = frozenset(filter(None, map(_there, given)))
    taken = frozenset(filter(None, map(_there, _taken_in(intake))))
    found: list[Finding] = []
    for output in outputs:
        there = _there(output.path)
        if there in asked or (there in taken and not is_own(output.path)):
            found.append(Finding.at("QA894", output.path, option=output.option))
        elif not _fits(output):
            found.append(
                Finding.at(
                    "QA897",
                    output.path,
                    expected="、".join(output.endings) or ".txt、.jsonl 这样的文字文件",
                    actual=output.path.suffix,
                    option=output.option,
                )
            )
        elif not output.folder and not output.appended:
            found += in_the_way(output.path.parent, {output.path.name: None})
    return (*found, *_twice(outputs))


def _twice(outputs: Sequence[OutputPlace]) -> Iterator[Finding]:
    """Outputs that would be written over each other; two folders may be one."""
    known: dict[str, OutputPlace] = {}
    for output in outputs:
        first = known.setdefault(same_name(str(output.path.resolve())), output)
        if first is not output and not (first.folder and output.folder):
            yield Finding.at("QA895", output.path, option=first.option, other=output.option)


def _fits(output: OutputPlace) -> bool:
    ending = output.path.suffix.lower()
    if output.folder or not ending:
        return True
    return ending in output.endings if output.endings else ending not in _OF_OTHERS


def _taken_in(intake: Intake) -> Iterator[Path]:
    yield from (file.path for file in intake.files if isinstance(file, ReturnedFile))
    yield from (Path(finding.place.path) for finding in intake.left_out)


def _there(path: Path) -> tuple[int, int] | None:
    """What stands at a path, the same however it is spelled or linked; ``None`` for nothing."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
