"""Whose each file of a run is: the units that handed them in."""

from collections.abc import Sequence
from pathlib import PurePath

from builder.frozen import frozen
from builder.model.compared_text import reduced
from builder.model.returned_document import is_document
from builder.model.verdict import Verdict


@frozen
class Unit:
    """A unit, what it is called, and the places of its files among all, counted from 0."""

    name: str
    places: tuple[int, ...]


def units_of(verdicts: Sequence[Verdict]) -> tuple[Unit, ...]:
    """The units in the order of their first files.

    A file that does not say whose it is belongs to the one unit whose other files lie in its
    folder. A workbook and a report alone in a folder are those of one unit, called by the folder;
    any other file stands for itself.
    """
    folders: dict[PurePath, list[Verdict]] = {}
    for one in verdicts:
        folders.setdefault(PurePath(one.path).parent, []).append(one)
    found: dict[str, list[int]] = {}
    for place, one in enumerate(verdicts):
        folder = PurePath(one.path).parent
        key = _called(one) or _by_folder(folder, folders[folder]) or f"/{one.path}"
        found.setdefault(key, []).append(place)
    return tuple(
        Unit(name=_name([verdicts[each] for each in places]), places=tuple(places))
        for places in found.values()
    )


def _by_folder(folder: PurePath, inside: Sequence[Verdict]) -> str:
    """Whose all files of a folder are; empty where that cannot be told."""
    near = {_called(one) for one in inside} - {""}
    if not folder.name or len(near) > 1:
        return ""
    kinds = [one.report or is_document(one.path) for one in inside]
    return next(iter(near), f"/{folder}" if sorted(kinds) == [False, True] else "")


def _called(verdict: Verdict) -> str:
    return reduced(verdict.applicant).casefold()


def _name(verdicts: Sequence[Verdict]) -> str:
    named = (one.applicant for one in verdicts if one.applicant)
    path = PurePath(verdicts[0].path)
    return next(named, path.name if len(verdicts) == 1 else path.parent.name)
