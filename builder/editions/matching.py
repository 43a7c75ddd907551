"""The indicators of two editions held against each other: by text, name, place and code.

A code alone proves nothing: a chapter put in front renumbers all. What most speaks for is taken
first; what else would speak for another pair as well, or for none clearly, is marked.
"""

from collections.abc import Iterator, Sequence

from builder.editions.candidates import Candidate, Said, candidates, said_by
from builder.editions.joined import find_joined
from builder.editions.match import Match, Matching, Relation
from builder.model.official import Indicator
from builder.model.scheme import Scheme

# From here on two indicators are the same without a doubt.
_SURE = 0.6
# Pairs that differ less are equally likely.
_TIE = 0.02


def match_schemes(old: Scheme, new: Scheme) -> Matching:
    """What became of every indicator of the older edition, and where those of the newer are from.

    Both are taken as they are, before or after a kit was chosen.
    """
    before, after = said_by(old), said_by(new)
    pairs = candidates(before, after)
    taken = _taken(pairs)
    rivals = {id(one): _rival(one, pairs) for one in taken}
    joined = find_joined(before, after, taken)
    told = {code for match in joined for code in _codes(match.old)}
    given = {code for match in joined for code in _codes(match.new)}
    singles = [
        _single(one, rivals[id(one)])
        for one in taken
        if one.old.node.code not in told and one.new.node.code not in given
    ]
    told |= {code for match in singles for code in _codes(match.old)}
    given |= {code for match in singles for code in _codes(match.new)}
    added = [
        Match(relation=Relation.NEW, new=(one.node,)) for one in after if one.node.code not in given
    ]
    dropped = [
        Match(relation=Relation.DROPPED, old=(one.node,))
        for one in before
        if one.node.code not in told
    ]
    return Matching(matches=tuple(_ordered([*joined, *singles, *added], dropped, before, after)))


def _taken(pairs: Sequence[Candidate]) -> list[Candidate]:
    """The pairs of which each indicator is in one at most, the best first."""
    old, new = set[str](), set[str]()
    found: list[Candidate] = []
    for pair in pairs:
        here, there = pair.old.node.code, pair.new.node.code
        if here not in old and there not in new:
            old.add(here)
            new.add(there)
            found.append(pair)
    return found


def _rival(pair: Candidate, pairs: Sequence[Candidate]) -> Candidate | None:
    """Another pair of one of the two that is as likely."""
    for other in pairs:
        if other.weight < pair.weight - _TIE:
            return None
        if other is not pair and (other.old is pair.old or other.new is pair.new):
            return other
    return None


def _single(pair: Candidate, rival: Candidate | None) -> Match:
    percent = round(pair.shared * 100)
    doubt = ""
    if rival is not None:
        same_old = rival.old is pair.old
        other = rival.new.node if same_old else rival.old.node
        doubt = f"与{'新' if same_old else '原'}“{other.label}”同样相近"
    elif pair.shared < _SURE and not pair.same_place:
        doubt = f"名称和文字只有 {percent}% 相同"
    return Match(
        relation=Relation.ONE,
        old=(pair.old.node,),
        new=(pair.new.node,),
        doubt=doubt,
        percent=percent,
    )


def _codes(nodes: Sequence[Indicator]) -> Iterator[str]:
    return (node.code for node in nodes)


def _ordered(
    there: Sequence[Match], dropped: Sequence[Match], before: Sequence[Said], after: Sequence[Said]
) -> Iterator[Match]:
    """The matches by their first new indicator; a dropped one after what stood before it."""
    places = {one.node.code: place for place, one in enumerate(after)}
    ordered = sorted(there, key=lambda match: min(map(places.__getitem__, _codes(match.new))))
    follows: dict[str, list[Match]] = {}
    ends = {code: match for match in ordered for code in _codes(match.old)}
    gone = {match.old[0].code: match for match in dropped}
    last = ""
    for one in before:
        code = one.node.code
        if code in gone:
            follows.setdefault(last, []).append(gone[code])
        elif code in ends:
            last = code
    yield from follows.get("", ())
    for match in ordered:
        yield match
        for code in _codes(match.old):
            yield from follows.get(code, ())
