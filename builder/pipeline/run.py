"""One run of the verifier over everything that was asked for."""

from collections import deque
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial

from builder.frozen import frozen
from builder.model.verdict import Verdict
from builder.pipeline.batch import Basis, HandIn, by_children, on_cluster, verify_file, verify_files
from builder.pipeline.children import Children
from builder.pipeline.cluster import cluster
from builder.pipeline.intake import Intake
from builder.pipeline.net import is_caught
from builder.pipeline.results import Results
from builder.pipeline.returned_files import ReturnedFile
from builder.verify.judged import unreadable


@frozen
class Verified:
    """A verdict, and the file it is on; ``None`` where nothing could be opened at all."""

    file: ReturnedFile | None
    verdict: Verdict


def verify_all(
    intake: Intake,
    basis: Basis,
    *,
    jobs: int = 1,
    kept: Results | None,
    address: str = "",
    hand_in: HandIn | None = None,
) -> Iterator[Verified]:
    """The verdict on every file that was handed in, in order, each as soon as it is known.

    Files are verified in so many child processes as ``jobs`` says, and with an ``address`` on the
    cluster there; ``hand_in`` takes the place of both. Verdicts that ``kept`` holds already are
    taken from it, new ones added to it. Raises ``NoClusterError`` where there is no such cluster.
    """
    keys: deque[tuple[ReturnedFile | None, str]] = deque()
    with ExitStack() as stack:
        items = _items(intake, kept, keys)
        if hand_in is not None:
            verdicts = verify_files(items, hand_in)
        elif address:
            there = stack.enter_context(cluster(address, jobs))
            verdicts = verify_files(items, on_cluster(there, basis), there.jobs)
        else:
            work = partial(verify_file, basis=basis)
            children = stack.enter_context(Children(work=work, count=jobs))
            verdicts = verify_files(items, by_children(children), jobs)
        for verdict in verdicts:
            file, key = keys.popleft()
            # What the net caught is tried again in the next run, which may have a log.
            if kept is not None and key and not any(map(is_caught, verdict.findings)):
                kept.add(key, verdict)
            yield Verified(file=file, verdict=verdict)


def _items(
    intake: Intake, kept: Results | None, keys: deque[tuple[ReturnedFile | None, str]]
) -> Iterator[ReturnedFile | Verdict]:
    """What is to be verified, and the verdicts known before; ``keys`` gets file and key of each."""
    for file in intake.files:
        if not isinstance(file, ReturnedFile):
            keys.append((None, ""))
            yield unreadable(file.findings[0].place.path, file.findings)
            continue
        key = "" if kept is None else kept.key(file)
        known = None if kept is None else kept.known.get(key)
        keys.append((file, "" if known is not None else key))
        yield file if known is None else known
