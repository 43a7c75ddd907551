"""What waits in 收件 judged by the functions that ``builder verify`` calls, each kept at once."""

import os
from collections import Counter
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path, PurePosixPath

from builder.findings.finding import Finding
from builder.frozen import frozen
from builder.ledger.rows import Deed, State
from builder.pipeline.batch import by_children, verify_file
from builder.pipeline.children import Children
from builder.pipeline.intake import Intake, take_in
from builder.pipeline.returned_files import ReturnedFile
from builder.pipeline.run import Verified, verify_all
from builder.pipeline.year.basis import basis_of
from builder.pipeline.year.folder import Room, Year, new_act, now
from builder.pipeline.year.record import Event, Judged, add
from builder.pipeline.year.settling import settle
from builder.pipeline.year.step import Step, Told, nobody
from builder.pipeline.year.telling import tell

_FROM_BEST = (State.LEFT_OUT, State.CLEAN, State.FINDINGS, State.UNREADABLE)


@frozen
class Judging:
    """How many materials were judged, how many files still wait, what is amiss with the basis."""

    judged: int
    left: int
    findings: tuple[Finding, ...] = ()


def pending(year: Year) -> int:
    """How many files wait for a verdict."""
    return sum(map(len, year.ledger.waiting().values()))


def judge(
    year: Year,
    *,
    jobs: int = 1,
    again: bool = False,
    told: Told = nobody,
    log: Path | None = None,
) -> Judging:
    """Judge everything that waits, or ``again`` all; what is known stays known when this ends."""
    basis, findings = basis_of(year, log)
    waiting = year.ledger.waiting(again=again)
    work = _Judging(year=year, told=told, total=sum(map(len, waiting.values())), act=new_act())
    child = partial(verify_file, basis=basis)
    with Children(work=child, count=jobs) as children:
        for delivery, files in waiting.items():
            try:
                for one in verify_all(
                    work.intake(delivery, files), basis, kept=None, hand_in=by_children(children)
                ):
                    work.take(one)
            finally:
                settle(year, (delivery,))
    return Judging(judged=work.judged, left=pending(year), findings=findings)


@dataclass(kw_only=True)
class _Judging:
    """One run: what of each received file is known so far."""

    year: Year
    told: Told
    total: int
    act: str
    judged: int = 0
    done: int = 0
    _missing: Counter[str] = field(default_factory=Counter)
    _verdicts: dict[str, list[Judged]] = field(default_factory=dict)
    _left_out: dict[str, list[Finding]] = field(default_factory=dict)

    def intake(self, delivery: str, waiting: AbstractSet[str]) -> Intake:
        """What of a delivery is to be verified; what is left out of a file is known with it."""
        taken = take_in((self.year.place(Room.RECEIVED) / delivery,))
        held_against = {
            one.verdict.path: one.beside for one in self.year.ledger.delivered(delivery)
        }
        files = [
            file
            for file in taken.files
            if isinstance(file, ReturnedFile)
            and (self._kept(file) in waiting or self._alone_no_more(file, held_against))
        ]
        self._missing = Counter(map(self._kept, files))
        self._verdicts = {}
        self._left_out = {}
        for finding in taken.left_out:
            kept = self._holder(finding, waiting)
            if kept:
                told = within(self.year, finding)
                self._left_out.setdefault(kept, []).append(told)
        for kept in waiting - self._missing.keys() - self._left_out.keys():
            # What nobody looked at must not wait for ever.
            self._left_out[kept] = [Finding.at("QA264", kept, actual="没有读到")]
        for kept in sorted(self._left_out.keys() - self._missing.keys()):
            self._keep(kept)
        return Intake(files=tuple(files), left_out=())

    def take(self, one: Verified) -> None:
        """Know a verdict, and keep it once all of its file are known."""
        if one.file is None:
            return
        kept = self._kept(one.file)
        beside = "" if one.file.beside is None else self.year.key(one.file.beside.name)
        verdict = replace(
            one.verdict,
            path=self.year.key(one.verdict.path),
            findings=tuple(within(self.year, finding) for finding in one.verdict.findings),
        )
        self._verdicts.setdefault(kept, []).append(Judged(verdict=verdict, beside=beside))
        self._missing[kept] -= 1
        self.judged += 1
        if not self._missing[kept]:
            self._keep(kept)

    def _keep(self, kept: str) -> None:
        """Write the verdicts on a file into its record, and into the ledger."""
        judged = tuple(self._verdicts.pop(kept, ()))
        left_out = tuple(self._left_out.pop(kept, ()))
        path = self.year.path(kept)
        event = Event(
            act=self.act,
            deed=Deed.JUDGED,
            at=now(),
            by="",
            path=kept,
            judged=judged,
            left_out=left_out,
        )
        # What somebody moved away meanwhile is judged when it comes back.
        with suppress(FileNotFoundError):
            add(path, event)
            tell(self.year, (path,))
        self.done += 1
        states = [State(one.verdict.status.value) for one in judged] or [State.LEFT_OUT]
        worst = max(states, key=_FROM_BEST.index)
        self.told(Step(done=self.done, total=self.total, path=kept, state=worst))

    def _kept(self, file: ReturnedFile) -> str:
        return self.year.key(file.path)

    def _alone_no_more(self, file: ReturnedFile, held_against: Mapping[str, str]) -> bool:
        """Whether the workbook of a report came after the report was judged."""
        beside = held_against.get(self.year.key(file.name))
        if beside is None or file.beside is None or file.members:
            return False
        return beside != self.year.key(file.beside.name)

    def _holder(self, finding: Finding, waiting: AbstractSet[str]) -> str:
        """The received file in which lies what was left out, empty where that waits for nothing."""
        path = PurePosixPath(self.year.key(finding.place.path))
        return next((str(one) for one in (path, *path.parents) if str(one) in waiting), "")


def within(year: Year, finding: Finding) -> Finding:
    """A finding that names no folder outside the year."""
    return replace(
        finding,
        place=replace(finding.place, path=year.key(finding.place.path)),
        expected=_within(year, finding.expected),
        actual=_within(year, finding.actual),
        details={name: _within(year, said) for name, said in finding.details.items()},
    )


def _within(year: Year, said: str) -> str:
    return said.replace(f"{year.root}{os.sep}", "")
