"""The files of a run under those that handed them in."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath

from builder.frozen import frozen
from builder.model.verdict import Verdict


@frozen
class Owner:
    """Who handed in the files at these paths, and what it is called."""

    name: str
    paths: frozenset[str]


@frozen
class Handed:
    """The verdicts on the files of one owner, and what it is called."""

    name: str
    places: tuple[int, ...]


def handed_in(verdicts: Sequence[Verdict], owners: Iterable[Owner]) -> tuple[Handed, ...]:
    """The owners in the order of their first files, with the places of these among all, from 0.

    A file that nobody owns stands for itself.
    """
    by_path = {path: owner for owner in owners for path in owner.paths}
    found: dict[Owner | str, list[int]] = {}
    for place, one in enumerate(verdicts):
        found.setdefault(by_path.get(one.path, one.path), []).append(place)
    return tuple(_each(found, verdicts))


def _each(found: dict[Owner | str, list[int]], verdicts: Sequence[Verdict]) -> Iterator[Handed]:
    for owner, places in found.items():
        alone = verdicts[places[0]].applicant or PurePath(verdicts[places[0]].path).name
        name = owner.name if isinstance(owner, Owner) else alone
        yield Handed(name=name, places=tuple(places))
