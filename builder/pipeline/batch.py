"""Many returned files verified one after another or side by side, their verdicts in order."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from builder.findings.finding import Finding
from builder.model.evidence_files import HandedInEvidence
from builder.model.office import Office
from builder.model.verdict import Verdict
from builder.ooxml.refusal import RefusedError
from builder.pipeline.memory_limit import memory_limit
from builder.pipeline.net import within_net
from builder.pipeline.own_schemes import OwnScheme
from builder.pipeline.returned_files import ReturnedFile
from builder.pipeline.time_limit import TimeUpError, time_limit
from builder.pipeline.verify import Verifier
from builder.read.evidence_files import open_evidence
from builder.read.workbook import ReadWorkbook, read_content
from builder.verify.judged import unreadable

if TYPE_CHECKING:
    from builder.pipeline.verify_word import WordVerifier

# Far above what the bounds of the reader leave room for; a file that takes longer is an attack.
SECONDS = 20
# Three times what any file within the bounds of the reader was seen to take.
MEMORY_BYTES = 1_000_000_000
# How many files may be on their way for each that is being verified, so that none waits and the
# memory does not grow with the number of files.
_AHEAD = 4


@dataclass(frozen=True, kw_only=True)
class HandedIn:
    """The folder or archive of evidence, what it held when the run began, and whose it is.

    ``mark`` stands for the list of its files; ``alone`` says that all belong to the one workbook
    that is verified.
    """

    path: Path
    mark: str
    alone: bool


@dataclass(frozen=True, kw_only=True)
class Basis:
    """What files are held against: the office's own schemes, its settings, the evidence.

    ``log`` is where the developer finds what the net caught.
    """

    schemes: tuple[OwnScheme, ...] = ()
    office: Office | None = None
    evidence: HandedIn | None = None
    log: Path | None = None


# A verdict that was known before, or a file and its verdict to come.
_Waiting = Verdict | tuple[ReturnedFile, Future[Verdict]]


def verify_file(file: ReturnedFile, basis: Basis) -> Verdict:
    """The verdict on one file; the work that an executor is given.

    Whatever a file does, it costs its own verdict only.
    """
    judged = within_net(partial(_verdict, file, basis), file.name, basis.log)
    return unreadable(file.name, (judged,)) if isinstance(judged, Finding) else judged


def _verdict(file: ReturnedFile, basis: Basis) -> Verdict:
    try:
        with time_limit(SECONDS), memory_limit(MEMORY_BYTES):
            if file.is_document:
                return _word_verdict(file, basis)
            return _verifier(basis).judge(file.name, read_content(file.name, file.content))
    except TimeUpError:
        return _refused(file, "QA216", str(SECONDS))
    except MemoryError:
        return _refused(file, "QA217", "")
    except RefusedError as refusal:
        # The evidence went away while the run was under way.
        return unreadable(file.name, (refusal.finding(_where(basis)),))


def verify_files(
    files: Iterable[ReturnedFile | Verdict],
    basis: Basis,
    executor: Executor | None = None,
    jobs: int = 1,
    lost: tuple[type[BaseException], ...] = (BrokenExecutor,),
) -> Iterator[Verdict]:
    """The verdicts in the order of the files, each as soon as it and those before it are done.

    A verdict among ``files`` is handed on in its place. ``executor`` may be any; without one the
    work is done here. ``jobs`` is how many files it verifies at a time; ``lost`` is what it raises
    where a process died, whose file is then verified once more, alone.
    """
    waiting: deque[_Waiting] = deque()

    def done(one: _Waiting) -> Verdict:
        if not isinstance(one, tuple):
            return one
        file, verdict = one
        try:
            return verdict.result()
        except lost:
            return _alone(file, basis)

    for file in files:
        if isinstance(file, Verdict):
            waiting.append(file)
        elif executor is None:
            yield from map(done, waiting)
            waiting.clear()
            yield verify_file(file, basis)
        else:
            waiting.append((file, executor.submit(verify_file, file, basis)))
        if len(waiting) >= jobs * _AHEAD:
            yield done(waiting.popleft())
    while waiting:
        yield done(waiting.popleft())


def _alone(file: ReturnedFile, basis: Basis) -> Verdict:
    """The verdict on a file during which a process died: another file may have been the cause."""
    from builder.pipeline.workers import processes

    with processes(1) as one:
        try:
            return one.submit(verify_file, file, basis).result()
        except BrokenExecutor:
            return _refused(file, "QA830", "")


@lru_cache(maxsize=1)
def _verifier(basis: Basis) -> Verifier:
    """The verifier of this process: a scheme is planned once however many files it verifies."""
    evidence = basis.evidence
    handed_in = None
    if evidence is not None:
        handed_in = HandedInEvidence(handed_in=open_evidence(evidence.path), alone=evidence.alone)
    return Verifier(basis.schemes, basis.office, handed_in)


def _word_verdict(file: ReturnedFile, basis: Basis) -> Verdict:
    # What a report needs is imported only once there is one: many runs have none.
    from builder.read.document import read_document_content

    document = read_document_content(file.name, file.content)
    return _word_verifier(basis).judge(file.name, document, _beside(file))


@lru_cache(maxsize=1)
def _word_verifier(basis: Basis) -> "WordVerifier":
    """The verifier of reports of this process, with the schemes of that of workbooks."""
    from builder.pipeline.verify_word import WordVerifier

    return WordVerifier(_verifier(basis))


def _beside(file: ReturnedFile) -> tuple[str, ReadWorkbook] | None:
    """The workbook that a report is to be held against, read anew."""
    workbook = file.beside
    if workbook is None:
        return None
    try:
        return workbook.name, read_content(workbook.name, workbook.content)
    except RefusedError:
        # Its own verdict says why it cannot be read.
        return None


def _where(basis: Basis) -> str:
    return "" if basis.evidence is None else str(basis.evidence.path)


def _refused(file: ReturnedFile, code: str, actual: str) -> Verdict:
    finding = Finding.at(code, file.name, actual=actual)
    return unreadable(file.name, (finding,))
