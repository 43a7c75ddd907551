"""Long work, one piece after another, each in a process of its own.

A process of its own keeps the pages quick, can be stopped at any moment, and takes nothing with it
when it dies. What was asked for lies on the disk, so that a restart goes on with it.
"""

import json
import os
import queue
import secrets
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from pathlib import Path
from threading import Event, RLock, Thread
from typing import Any

from builder.desk.told import Shown, lines_read, shown
from builder.findings.finding import Finding
from builder.findings.rule import Severity
from builder.pipeline.files import write_whole

_KEPT, _MOST_FINDINGS = 60, 300
# How a process ends that has told why it came to nothing.
TOLD = 2
# Where a process finds the ledger that does not lie in the folder.
DATABASE = "BUILDER_DATABASE"
# Where it finds the phrase of the one who asked: no order on the disk has it, nor any log.
PHRASE = "BUILDER_DESK_PHRASE"
_PATIENCE = 5.0
_ERROR = Severity.ERROR.value


class State(StrEnum):
    """How a piece of work stands; the value is the word on the page."""

    WAITING = "排队"
    RUNNING = "正在做"
    DONE = "做完"
    STOPPED = "停下"
    BROKEN = "中断"

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self in (State.WAITING, State.RUNNING)


@dataclass(kw_only=True)
class Job:
    """A piece of work: what was asked for by whom, and how it stands."""

    number: int
    kind: str
    title: str
    who: str
    given: Mapping[str, Any]
    state: State = State.WAITING
    done: int = 0
    total: int = 0
    said: str = ""
    findings: list[Shown] = field(default_factory=list)
    more_findings: int = 0
    outcome: dict[str, Any] = field(default_factory=dict)
    dismissed: bool = False

    @property
    def word(self) -> str:
        """How it stands, as a page says it: work that met an error is done, and not well."""
        return "没有做成" if self.is_amiss else self.state.value

    @property
    def is_amiss(self) -> bool:
        """Whether it ended with an error."""
        return self.state is State.DONE and any(one["kind"] == _ERROR for one in self.findings)

    def hear(self, told: Mapping[str, Any]) -> None:
        """Take in what the work tells."""
        self.done = int(told.get("done", self.done))
        self.total = int(told.get("total", self.total))
        self.said = str(told.get("said", self.said))
        for one in told.get("findings", ()):
            if one in self.findings:
                continue
            if len(self.findings) < _MOST_FINDINGS:
                self.findings.append(one)
            else:
                self.more_findings += 1
        self.outcome.update(told.get("outcome", {}))


class Jobs:
    """All work of a desk; the last few dozen pieces are remembered."""

    def __init__(self, folder: Path, orders: Path, faults: Path, database: str = "") -> None:
        """Remember in ``orders`` what is done for the award in ``folder``.

        ``database`` is where the ledger is, which may name a password: no list of processes has it.
        """
        self._environment = {**os.environ, DATABASE: database}
        self._folder, self._orders, self._faults = folder, orders, faults
        self._lock = RLock()
        self._queue: queue.SimpleQueue[int | None] = queue.SimpleQueue()
        self._process: subprocess.Popen[str] | None = None
        self._ended = Event()
        self._jobs = {job.number: job for job in _read(orders)}
        self.revision = 0
        # The phrase by which each who is here seals what a panel keeps; gone with the desk.
        self.phrases: dict[str, str] = {}
        # Counts begin anew with every start, what they count does not.
        self.mark = secrets.token_hex(4)
        self._thread = Thread(target=self._run, daemon=True)

    def start(self) -> None:
        """Begin to work, first on what was not finished before."""
        for job in self._jobs.values():
            if job.state.is_open:
                job.state = State.WAITING
                self._queue.put(job.number)
        self._thread.start()

    def begin(self, kind: str, title: str, who: str, given: Mapping[str, Any]) -> Job:
        """Ask for a piece of work; the same that waits already is not asked for twice."""
        with self._lock:
            for job in self._jobs.values():
                if job.state is State.WAITING and (job.kind, dict(job.given)) == (
                    kind,
                    dict(given),
                ):
                    return job
            number = max(self._jobs, default=0) + 1
            job = Job(number=number, kind=kind, title=title, who=who, given=dict(given))
            self._jobs[number] = job
            self._keep(job)
            self._forget()
        self._queue.put(number)
        return job

    def stop(self, number: int) -> None:
        """Stop a piece of work; what is done of it stays."""
        with self._lock:
            job = self._jobs.get(number)
            if job is None or not job.state.is_open:
                return
            was, job.state = job.state, State.STOPPED
            self._keep(job)
            if was is State.RUNNING:
                _end(self._process)

    def again(self, number: int) -> None:
        """Go on with what was stopped or broke off."""
        with self._lock:
            job = self._jobs.get(number)
            if job is None or job.state.is_open or job.state is State.DONE:
                return
            job.state, job.findings, job.more_findings = State.WAITING, [], 0
            job.dismissed = False
            self._keep(job)
        self._queue.put(number)

    def dismiss(self, number: int) -> None:
        """Say no more of a piece of work."""
        with self._lock:
            job = self._jobs.get(number)
            if job is not None and not job.state.is_open:
                job.dismissed = True
                self._keep(job)

    def end(self) -> None:
        """End with the desk; what is not finished goes on at the next start."""
        with self._lock:
            self._ended.set()
            _end(self._process)
        self._queue.put(None)
        if self._thread.is_alive():
            self._thread.join(_PATIENCE)

    def listed(self) -> list[Job]:
        """All work, the latest first."""
        with self._lock:
            return sorted(self._jobs.values(), key=lambda job: -job.number)

    def last(self, *kinds: str) -> Job | None:
        """The latest work of these kinds."""
        return next((job for job in self.listed() if job.kind in kinds), None)

    def find(self, number: int) -> Job | None:
        """A piece of work by its number."""
        return self._jobs.get(number)

    def _run(self) -> None:
        while (number := self._queue.get()) is not None:
            with self._lock:
                job = self._jobs.get(number)
                if job is None or self._ended.is_set() or job.state is not State.WAITING:
                    continue
                job.state = State.RUNNING
                self._keep(job)
                order = self._path(job)
            self._work(job, order)

    def _work(self, job: Job, order: Path) -> None:
        """Let a process do one piece, and listen to it."""
        command = [sys.executable, "-m", "builder.desk.worker", str(self._folder), str(order)]
        self._faults.parent.mkdir(parents=True, exist_ok=True)
        with self._faults.open("ab") as faults:
            with self._lock:
                if self._ended.is_set() or job.state is not State.RUNNING:
                    return
                process = self._process = subprocess.Popen(  # noqa: S603 - our own program
                    command,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=faults,
                    env={**self._environment, PHRASE: self.phrases.get(job.who, "")},
                    text=True,
                    encoding="utf-8",
                )
            assert process.stdout is not None  # noqa: S101 - asked for above
            for told in lines_read(iter(process.stdout)):
                with self._lock:
                    job.hear(told)
                    self.revision += 1
            code = process.wait()
        with self._lock:
            self._process = None
            if self._ended.is_set():
                return
            if job.state is State.RUNNING:
                job.state = State.DONE if code == 0 else State.BROKEN
                # What the work could say of itself it has said.
                if code not in (0, TOLD):
                    broken = Finding.at("QA1327", "", actual=f"代码 {code}", title=job.title)
                    job.findings.append(shown(broken))
            self._keep(job)

    def _keep(self, job: Job) -> None:
        self.revision += 1
        text = json.dumps(asdict(job), ensure_ascii=False, indent=1)
        write_whole(self._path(job), text.encode())

    def _forget(self) -> None:
        closed = [job for job in self._jobs.values() if not job.state.is_open]
        for job in closed[: max(0, len(self._jobs) - _KEPT)]:
            del self._jobs[job.number]
            with suppress(OSError):
                self._path(job).unlink(missing_ok=True)

    def _path(self, job: Job) -> Path:
        return self._orders / f"{job.number:06}.json"


def ordered(path: Path) -> tuple[str, dict[str, Any]]:
    """What a process is asked to do: the kind of work, and what it is given."""
    said = json.loads(path.read_text("utf-8"))
    return str(said["kind"]), dict(said["given"])


def _read(orders: Path) -> list[Job]:
    jobs: list[Job] = []
    for path in sorted(orders.glob("*.json")) if orders.is_dir() else ():
        with suppress(OSError, ValueError, TypeError, KeyError):
            said = json.loads(path.read_text("utf-8"))
            jobs.append(Job(**{**said, "state": State(said["state"])}))
    return jobs


def _end(process: "subprocess.Popen[str] | None") -> None:
    if process is None or process.poll() is not None:
        return
    process.terminate()
    waiter: Callable[[], int] = lambda: process.wait(_PATIENCE)  # noqa: E731 - named for its type
    with suppress(subprocess.TimeoutExpired):
        waiter()
        return
    process.kill()
