"""Many returned files verified one after another or side by side, their verdicts in order."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache, partial
from pathlib import Path, PurePath
from types import MappingProxyType
from typing import TYPE_CHECKING

from builder.findings.finding import Finding
from builder.frozen import frozen
from builder.model.evidence_files import HandedInEvidence
from builder.model.office import Office
from builder.model.verdict import Status, Verdict
from builder.ooxml.refusal import RefusedError
from builder.pipeline.child import Stopped
from builder.pipeline.children import Children
from builder.pipeline.cluster import Cluster
from builder.pipeline.net import within_net
from builder.pipeline.own_schemes import OwnScheme
from builder.pipeline.returned_files import ReturnedFile
from builder.pipeline.verify import Verifier
from builder.read.evidence_files import open_evidence
from builder.read.workbook import ReadWorkbook, read_content
from builder.verify.judged import unreadable

if TYPE_CHECKING:
    from builder.pipeline.verify_word import WordVerifier

# How many files may be on their way for each that is being verified, so that none waits and the
# memory does not grow with the number of files.
_AHEAD = 4
# The kinds of file that are read, and how their names end.
_EXCEL = ("Excel 工作簿", (".xlsx", ".xlsm", ".xltx", ".xltm"))
_WORD = ("Word 文档", (".docx", ".docm", ".dotx", ".dotm"))
NOTHING_STOPPED: Mapping[str, Stopped] = MappingProxyType({})


@frozen
class HandedIn:
    """The folder or archive of evidence, what it held when the run began, and whose it is.

    ``mark`` stands for the list of its files; ``alone`` says that all belong to the one workbook
    that is verified.
    """

    path: Path
    mark: str
    alone: bool


@frozen
class Basis:
    """What files are held against: the office's own schemes, its settings, the evidence.

    ``log`` is where the developer finds what the net caught.
    """

    schemes: tuple[OwnScheme, ...] = ()
    office: Office | None = None
    evidence: HandedIn | None = None
    log: Path | None = None


# Begins to verify a file; what is returned waits for the verdict.
HandIn = Callable[[ReturnedFile], Callable[[], Verdict]]


def verify_file(file: ReturnedFile, basis: Basis) -> Verdict:
    """The verdict on one file, worked out in this process; whatever it does costs only itself."""
    judged = within_net(partial(_verdict, file, basis), file.name, basis.log)
    if isinstance(judged, Finding):
        return unreadable(file.name, (judged,))
    return replace(judged, findings=(*judged.findings, *_check_ending(judged)))


def _check_ending(verdict: Verdict) -> Iterator[Finding]:
    """Whether a file that could be read is called as its kind is, so that a person can open it."""
    noun, endings = _WORD if verdict.report else _EXCEL
    suffix = PurePath(verdict.path).suffix.lower()
    if verdict.status is not Status.UNREADABLE and suffix not in endings:
        yield Finding.at("QA238", verdict.path, expected=endings[0], noun=noun)


def _verdict(file: ReturnedFile, basis: Basis) -> Verdict:
    try:
        if file.is_document:
            return _word_verdict(file, basis)
        return _verifier(basis).judge(file.name, read_content(file.name, file.content))
    except RefusedError as refusal:
        # The evidence went away while the run was under way.
        return unreadable(file.name, (refusal.finding(_where(basis)),))


def verify_files(
    files: Iterable[ReturnedFile | Verdict], hand_in: HandIn, jobs: int = 1
) -> Iterator[Verdict]:
    """The verdicts in the order of the files, each as soon as it and those before it are done.

    A verdict among ``files`` is handed on in its place. ``jobs`` is how many files are verified at
    a time where they are handed in.
    """
    waiting: deque[Callable[[], Verdict]] = deque()
    for file in files:
        waiting.append(partial(_known, file) if isinstance(file, Verdict) else hand_in(file))
        if len(waiting) >= jobs * _AHEAD:
            yield waiting.popleft()()
    while waiting:
        yield waiting.popleft()()


def _known(verdict: Verdict) -> Verdict:
    return verdict


def by_children(children: Children[ReturnedFile, Verdict]) -> HandIn:
    """Have files verified by child processes."""

    def hand_in(file: ReturnedFile) -> Callable[[], Verdict]:
        answer = children.hand_in(file)

        def verdict() -> Verdict:
            given = answer()
            if isinstance(given, Stopped):
                return unreadable(file.name, (given.finding(file.name),))
            return given

        return verdict

    return hand_in


def in_process(basis: Basis, stopped: Mapping[str, Stopped] = NOTHING_STOPPED) -> HandIn:
    """Have files verified by this process, for a caller that is itself watched from outside.

    Of a file by whose name something was ``stopped`` before, it is told why; nobody tries it again.
    """

    def hand_in(file: ReturnedFile) -> Callable[[], Verdict]:
        why = stopped.get(file.name)
        if why is not None:
            return partial(_known, unreadable(file.name, (why.finding(file.name),)))
        return partial(verify_file, file, basis)

    return hand_in


def on_cluster(there: Cluster, basis: Basis) -> HandIn:
    """Have files verified by the workers of a cluster, which looks after them itself.

    Where one was lost, its file is verified here: another file may have been the cause.
    """

    def hand_in(file: ReturnedFile) -> Callable[[], Verdict]:
        future = there.executor.submit(verify_file, file, basis)

        def verdict() -> Verdict:
            try:
                return future.result()
            except there.lost:
                with Children(work=partial(verify_file, basis=basis)) as children:
                    return by_children(children)(file)()

        return verdict

    return hand_in


@lru_cache(maxsize=1)
def _verifier(basis: Basis) -> Verifier:
    """The verifier of this process: a scheme is planned once however many files it verifies."""
    evidence = basis.evidence
    handed_in = None
    if evidence is not None:
        handed_in = HandedInEvidence(
            handed_in=open_evidence(evidence.path), alone=evidence.alone, root=str(evidence.path)
        )
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
