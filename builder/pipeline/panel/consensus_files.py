"""The consensus workbooks of a run beside those of the run before: what is new, kept, put aside."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from pathlib import Path

from builder.book.naming import indicator_name
from builder.findings.finding import Finding
from builder.formula.value import Value
from builder.frozen import frozen
from builder.model.panel.record import Merged, Reopened
from builder.model.panel.task import Opinion, PanelTask, SiteVisit
from builder.panel.input_names import CONSENSUS_LEADER
from builder.pipeline.files import WrittenFiles
from builder.pipeline.own_outputs import WRITTEN_FILE, OwnFolder, digest_of
from builder.pipeline.panel.carrying import FilledIn, carried, filled_in, reopened, unsigned
from builder.pipeline.panel.panel_files import EARLIER
from builder.pipeline.panel.planning import consensus
from builder.pipeline.panel.record_files import MERGED_FILE, read_record
from builder.pipeline.verify import Verifier

# Characters of a digest that tell two states of a workbook apart.
_MARK = 8


@frozen
class Book:
    """One applicant's consensus: its file, what stands in its inputs, what is agreed on again.

    ``unchanged`` where the workbook that is there says all that a new one would say; ``behind`` are
    the indicators whose words people had written themselves before reviewers wrote others. One that
    is to be ``resigned`` was signed before what was found on the site.
    """

    applicant: str
    file: str
    answers: Mapping[str, Value] = field(default_factory=dict)
    again: tuple[Reopened, ...] = ()
    unchanged: bool = False
    behind: tuple[str, ...] = ()
    resigned: bool = False


def followed(
    folder: Path, merged: Merged, verifier: Verifier, phrase: str = ""
) -> tuple[Merged, tuple[Book, ...], tuple[Finding, ...]]:
    """What was joined, with what must be agreed on again, the workbooks to write, what is amiss."""
    before = _earlier(folder, merged.task, phrase)
    filled: dict[str, FilledIn] = {}
    if before is not None:
        filled, findings = filled_in(folder, before, verifier)
        if findings:
            return merged, (), findings
    books = tuple(
        _book(before, merged, code, filled.get(code), verifier)
        for code in (one.code for one in merged.task.applicants)
    )
    again = tuple(one for book in books for one in book.again)
    return replace(merged, reopened=again), books, ()


def _earlier(folder: Path, task: PanelTask, phrase: str) -> Merged | None:
    """What an earlier run of this round joined into the folder; reviewers may have changed."""
    found = read_record(folder / MERGED_FILE, Merged, "QA939", phrase)
    if not isinstance(found, Merged):
        return None
    same = (found.task.run, found.task.applicants) == (task.run, task.applicants)
    return found if same else None


def _book(
    before: Merged | None, merged: Merged, code: str, filled: FilledIn | None, verifier: Verifier
) -> Book:
    if before is None or filled is None:
        return Book(applicant=code, file=f"{code}-合议表.xlsx")
    made, earlier = consensus(merged, code, verifier), consensus(before, code, verifier)
    codes = tuple(leaf.code for leaf in made.book.leaves)
    again = reopened(before, merged, code, filled, codes)
    answers = carried(before, again, code, filled)
    visits = _placeless(before.visited(code)) != _placeless(merged.visited(code))
    visited = visits and CONSENSUS_LEADER in answers
    return Book(
        applicant=code,
        file=filled.file,
        answers=unsigned(answers) if visited else answers,
        resigned=visited,
        again=again,
        unchanged=not visits
        and _placeless(before.counted(code)) == _placeless(merged.counted(code))
        and (before.rules, before.again(code)) == (merged.rules, again),
        behind=tuple(
            item.title
            for item in made.book.inputs
            if item.name in filled.answers
            and made.prefilled.get(item.name) != earlier.prefilled.get(item.name)
        ),
    )


def _placeless(found: Iterable[Opinion | SiteVisit]) -> tuple[Opinion | SiteVisit, ...]:
    """What was found, wherever the folder with the files lies now."""
    return tuple(replace(one, file="") for one in found)


def _reason(one: Reopened) -> str:
    return indicator_name("reason", one.code)


def put(folder: Path, contents: Mapping[str, bytes], books: Sequence[Book]) -> WrittenFiles:
    """Write what is new; a workbook that was filled in is put aside before a newer one comes.

    Nothing at all is written where another file would replace one that is somebody's own.
    """
    own = OwnFolder(folder)
    by_file = {book.file: book for book in books if book.answers or book.resigned}
    kept: list[Path] = []
    aside: dict[str, bytes] = {}
    wanted: dict[str, bytes] = {}
    for name, content in contents.items():
        path, book = folder / name, by_file.get(name)
        if book is not None and book.unchanged and not own.is_own(name, None):
            continue
        if book is not None and not book.unchanged:
            # Also one that this program wrote last may hold what people had filled in before.
            there = path.read_bytes()
            aside[f"{EARLIER}/{path.stem}-{digest_of(there)[:_MARK]}.xlsx"] = there
            wanted[name] = content
        elif own.is_own(name, content):
            wanted[name] = content
        elif own.wrote(name) != digest_of(content):
            kept.append(path)
    kept += [folder / WRITTEN_FILE] if own.taken else []
    if kept:
        return WrittenFiles(findings=tuple(Finding.at("QA892", path) for path in kept))
    return _written(own, {**aside, **wanted})


def _written(own: OwnFolder, contents: Mapping[str, bytes]) -> WrittenFiles:
    paths: list[Path] = []
    for name, content in contents.items():
        failure = own.write(name, content)
        if failure is not None:
            own.close()
            return WrittenFiles(paths=tuple(paths), findings=(failure,))
        paths.append(own.folder / name)
    unkept = own.close()
    return WrittenFiles(paths=tuple(paths), findings=() if unkept is None else (unkept,))


def told(merged: Merged, books: Iterable[Book], folder: Path) -> Iterator[Finding]:
    """For each applicant what to agree on again, and what words to look at again."""
    for book in books:
        path, called = folder / book.file, merged.task.name(book.applicant)
        # What was agreed on again before stays so.
        open_ = [one for one in book.again if not book.answers.get(_reason(one))]
        if open_ and not book.unchanged:
            count = str(len(open_))
            yield Finding.at("QA972", path, actual=count, applicant=called, folder=EARLIER)
        if book.resigned:
            yield Finding.at("QA1117", path, applicant=called, folder=EARLIER)
        if book.behind and not book.unchanged:
            count, label = str(len(book.behind)), book.behind[0]
            yield Finding.at("QA1111", path, actual=count, applicant=called, label=label)
