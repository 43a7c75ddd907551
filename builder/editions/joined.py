"""Indicators that were split or merged: what one lost, or gained, is found in others whole."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from builder.editions.candidates import Candidate, Said
from builder.editions.match import Match, Relation
from builder.editions.texts import Profile, alike, held_in

# So much of a part must stand in the whole, and so much of the whole in its parts.
_PART, _COVERED, _CLEARLY = 0.7, 0.6, 0.8
# Shorter texts stand in anything; what hardly changed was neither split nor merged.
_SHORTEST, _UNCHANGED = 8, 0.95


def find_joined(
    before: Sequence[Said], after: Sequence[Said], taken: Sequence[Candidate]
) -> tuple[Match, ...]:
    """The splits and merges among two editions; ``taken`` are the pairs one to one."""
    to_new = {pair.old.node.code: pair.new for pair in taken}
    to_old = {pair.new.node.code: pair.old for pair in taken}
    added = [one for one in after if one.node.code not in to_old]
    dropped = [one for one in before if one.node.code not in to_new]
    split = tuple(_wholes(before, added, to_new))
    merged = tuple(_wholes(after, dropped, to_old))
    # What is in both would be told twice.
    busy = {part.node.code for _, _, parts, _ in split for part in parts}
    busy |= {code for whole, _, _, _ in split for code in _counterpart(whole, to_new)}
    return (
        *(_match(Relation.SPLIT, *found) for found in split),
        *(_match(Relation.MERGED, *found) for found in merged if found[0].node.code not in busy),
    )


_Found = tuple[Said, Said | None, tuple[Said, ...], float]


def _wholes(
    wholes: Sequence[Said], alone: Sequence[Said], partners: dict[str, Said]
) -> Iterator[_Found]:
    """Each whole with its partner and the parts beside it, and how much of it these cover."""
    parts: dict[str, list[Said]] = defaultdict(list)
    lost = {one.node.code: _lost(one, partners.get(one.node.code)) for one in wholes}
    for part in alone:
        if part.own.total() < _SHORTEST:
            continue
        best = max(wholes, key=lambda one: held_in(part.own, lost[one.node.code]), default=None)
        if best is not None and held_in(part.own, lost[best.node.code]) >= _PART:
            parts[best.node.code].append(part)
    for whole in wholes:
        found, partner = tuple(parts[whole.node.code]), partners.get(whole.node.code)
        if len(found) + (partner is not None) < 2:
            continue
        together: Profile = sum((part.own for part in found), Profile())
        covered = held_in(lost[whole.node.code], together)
        if covered >= _COVERED:
            yield whole, partner, found, covered


def _lost(whole: Said, partner: Said | None) -> Profile:
    """What of a text is not in its partner any more."""
    if partner is None:
        return whole.own
    if alike(whole.own, partner.own) >= _UNCHANGED:
        return Profile()
    return whole.own - partner.own


def _counterpart(whole: Said, partners: dict[str, Said]) -> tuple[str, ...]:
    partner = partners.get(whole.node.code)
    return () if partner is None else (partner.node.code,)


def _match(
    relation: Relation, whole: Said, partner: Said | None, parts: tuple[Said, ...], covered: float
) -> Match:
    percent = round(covered * 100)
    doubt = "" if covered >= _CLEARLY else f"各部分的文字合起来只有 {percent}% 在原处"
    several = tuple(one.node for one in (partner, *parts) if one is not None)
    is_split = relation is Relation.SPLIT
    return Match(
        relation=relation,
        old=(whole.node,) if is_split else several,
        new=several if is_split else (whole.node,),
        doubt=doubt,
        percent=percent,
    )
