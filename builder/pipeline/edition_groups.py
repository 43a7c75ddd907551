"""The editions among the files of a run: apart where scores changed, together where words did."""

from collections.abc import Iterable, Sequence

from builder.editions.change import Aspect
from builder.editions.comparison import compare
from builder.editions.match import Relation
from builder.load.library import find_scheme
from builder.load.scheme_file import load_scheme
from builder.model.earlier_editions import edition_marked
from builder.model.scheme import Scheme
from builder.model.verdict import Verdict
from builder.overview.edition_groups import EditionGroup, EditionGroups
from builder.pipeline.own_schemes import OwnScheme

# What may differ between editions whose scores measure the same.
_ONLY_WORDS = frozenset(
    {Aspect.TITLE, Aspect.SOURCE, Aspect.WORDING, Aspect.SECTION, Aspect.REMARK, Aspect.REPORT}
)
_TOGETHER = "版次{}之间只有文字改动，分值和计分规则相同，合在一起排名。"


def edition_groups(verdicts: Iterable[Verdict], schemes: Sequence[OwnScheme]) -> EditionGroups:
    """The groups of the editions from which files came; nothing for an award with one edition."""
    editions: dict[str, dict[str, Scheme | None]] = {}
    for verdict in verdicts:
        if verdict.fingerprint and verdict.score is not None:
            editions.setdefault(verdict.scheme, {})[verdict.fingerprint] = None
    groups: dict[str, EditionGroup] = {}
    for scheme_id, marks in editions.items():
        if len(marks) > 1:
            found = [(mark, _scheme(scheme_id, mark, schemes)) for mark in marks]
            for together in _together([(mark, one) for mark, one in found if one is not None]):
                group = _group(together)
                groups |= {mark: group for mark, _ in together}
    return EditionGroups(by_edition=groups)


_Edition = tuple[str, Scheme]


def _together(editions: Sequence[_Edition]) -> list[list[_Edition]]:
    groups: list[list[_Edition]] = []
    for mark, scheme in sorted(editions, key=lambda one: (one[1].edition, one[0])):
        home = next((one for one in groups if _only_words(one[0][1], scheme)), None)
        if home is None:
            groups.append([(mark, scheme)])
        else:
            home.append((mark, scheme))
    return groups


def _only_words(old: Scheme, new: Scheme) -> bool:
    """Whether nothing that a score rests on changed from one edition to the other."""
    compared = compare(old, new, ((), ()))
    changes = [*compared.others, *(change for one in compared.indicators for change in one.changes)]
    return (
        not compared.doubtful
        and all(match.relation is Relation.ONE for match in compared.matching.matches)
        and all(change.aspect in _ONLY_WORDS for change in changes)
    )


def _group(editions: Sequence[_Edition]) -> EditionGroup:
    names = [f"“{scheme.edition}”" for _, scheme in editions]
    return EditionGroup(
        mark=editions[0][0],
        award=editions[-1][1].award,
        called="、".join(scheme.edition for _, scheme in editions),
        told=_TOGETHER.format("、".join(names)) if len(editions) > 1 else "",
    )


def _scheme(scheme_id: str, mark: str, schemes: Sequence[OwnScheme]) -> Scheme | None:
    """The scheme of exactly that edition, ``None`` where it is not at hand."""
    paths = [own.path for own in schemes if (own.id, own.fingerprint) == (scheme_id, mark)]
    shipped, _ = find_scheme(scheme_id)
    for path in (*paths, *(() if shipped is None else (shipped,))):
        scheme = load_scheme(path).scheme
        edition = None if scheme is None else edition_marked(scheme, mark)
        if edition is not None:
            return edition
    return None
