"""Many returned files verified one after another or side by side, their verdicts in order."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from functools import lru_cache

from builder.findings.finding import Finding, Place
from builder.model.office import Office
from builder.model.verdict import Verdict
from builder.pipeline.own_schemes import OwnScheme
from builder.pipeline.returned_files import ReturnedFile
from builder.pipeline.time_limit import TimeUpError, time_limit
from builder.pipeline.verify import Verifier
from builder.read.workbook import read_content
from builder.verify.workbook import unreadable

# Far above what the bounds of the reader leave room for; a file that takes longer is an attack.
SECONDS = 20
# How many files may be on their way for each that is being verified, so that none waits and the
# memory does not grow with the number of files.
_AHEAD = 4


@dataclass(frozen=True, kw_only=True)
class Basis:
    """What files are held against: the office's own schemes, and its settings if given."""

    schemes: tuple[OwnScheme, ...] = ()
    office: Office | None = None


def verify_file(file: ReturnedFile, basis: Basis) -> Verdict:
    """The verdict on one file; the work that an executor is given.

    Whatever a file does, it costs its own verdict only.
    """
    try:
        with time_limit(SECONDS):
            read = read_content(file.name, file.content)
            return _verifier(basis).judge(file.name, read)
    except TimeUpError:
        return _refused(file, "QA216", str(SECONDS))
    except MemoryError:
        return _refused(file, "QA217", "")


def verify_files(
    files: Iterable[ReturnedFile | Verdict],
    basis: Basis,
    executor: Executor | None = None,
    jobs: int = 1,
) -> Iterator[Verdict]:
    """The verdicts in the order of the files, each as soon as it and those before it are done.

    A verdict among ``files`` is handed on in its place. ``executor`` may be any; without one the
    work is done here. ``jobs`` is how many files it verifies at a time.
    """
    waiting: deque[Future[Verdict] | Verdict] = deque()
    for file in files:
        if isinstance(file, Verdict):
            waiting.append(file)
        elif executor is None:
            yield from (_done(one) for one in waiting)
            waiting.clear()
            yield verify_file(file, basis)
        else:
            waiting.append(executor.submit(verify_file, file, basis))
        if len(waiting) >= jobs * _AHEAD:
            yield _done(waiting.popleft())
    while waiting:
        yield _done(waiting.popleft())


def _done(one: Future[Verdict] | Verdict) -> Verdict:
    return one if isinstance(one, Verdict) else one.result()


@lru_cache(maxsize=1)
def _verifier(basis: Basis) -> Verifier:
    """The verifier of this process: a scheme is planned once however many files it verifies."""
    return Verifier(basis.schemes, basis.office)


def _refused(file: ReturnedFile, code: str, actual: str) -> Verdict:
    finding = Finding(code=code, place=Place(path=file.name), actual=actual)
    return unreadable(file.name, (finding,))
