"""How the files of a year stand to one another, and the ledger told of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePath

from builder.findings.finding import Finding
from builder.ledger.rows import Beside, Standing
from builder.pipeline.alike import with_alike
from builder.pipeline.returned_files import ReturnedFile
from builder.pipeline.run import Verified
from builder.pipeline.units import units_of
from builder.pipeline.year.folder import Room, Year
from builder.verify.judged import status_of


def settle(year: Year, deliveries: Iterable[str]) -> None:
    """Find out whose the files of these deliveries are, which are current, and what is alike."""
    asked = frozenset(deliveries)
    owners = [each for one in sorted(asked) for each in _owners(year, one)]
    current = year.ledger.stand(owners)
    year.ledger.put_beside(_beside(current), asked)


def _owners(year: Year, delivery: str) -> Iterator[tuple[str, str]]:
    """Whose each part of a delivery is."""
    there = year.ledger.delivered(delivery)
    verified, left_out = _apart(there)
    home = PurePath(Room.RECEIVED.value, delivery)
    units = units_of(verified, left_out, (home,))
    owners = {each.path: unit.name for unit in units.units for each in unit.verdicts}
    inside: dict[PurePath, set[str]] = {}
    for path, owner in owners.items():
        for folder in PurePath(path).parents:
            inside.setdefault(folder, set()).add(owner)
    for one in there:
        path = one.verdict.path
        folders = (inside.get(folder, set()) for folder in PurePath(path).parents if folder != home)
        alone = next((owner for owners in folders if len(owners) == 1 for owner in owners), "")
        yield path, owners.get(path) or alone


def _beside(current: Sequence[Standing]) -> Mapping[str, Beside]:
    verified, left_out = _apart(current)
    told: dict[str, Beside] = {}
    for before, after in zip(verified, with_alike(verified, left_out), strict=True):
        own, all_of_them = before.verdict.findings, after.verdict.findings
        if own == all_of_them:
            continue
        instead = all_of_them[: len(own)] != own
        more = all_of_them if instead else all_of_them[len(own) :]
        told[before.verdict.path] = Beside(findings=more, status=status_of(more), instead=instead)
    return told


def _apart(there: Iterable[Standing]) -> tuple[list[Verified], list[Finding]]:
    verified: list[Verified] = []
    left_out: list[Finding] = []
    for one in there:
        if one.left_out is not None:
            left_out.append(one.left_out)
            continue
        beside = ReturnedFile(path=Path(one.beside)) if one.beside else None
        path = Path(one.verdict.path)
        file = ReturnedFile(path=path, report=one.verdict.report, beside=beside)
        verified.append(Verified(file=file, verdict=one.verdict))
    return verified, left_out
