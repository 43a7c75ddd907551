"""Where evidence is asked for: once for everything that the workbook scores as one."""

from collections.abc import Iterable, Mapping

from builder.frozen import frozen
from builder.model.official import Indicator
from builder.model.points import is_leaf
from builder.model.scheme import Scheme
from builder.word import words


@frozen
class Proved:
    """What a table of evidence is about, and its columns."""

    label: str
    header: tuple[str, ...] = words.EVIDENCE_HEADER


def each_itself(answered: Iterable[Indicator]) -> Mapping[str, Proved]:
    """A table for every heading that is answered, by its code."""
    return {node.code: Proved(label=node.label) for node in answered}


def as_in_workbook(scheme: Scheme, answered: Iterable[Indicator]) -> Mapping[str, Proved]:
    """A table for every indicator that is scored, by the code of the heading it stands under.

    Where one score is for several headings it stands under the last of them. Where criteria are
    scored one by one their heading has a column more, which says which of them is proved.
    """
    places = [node.code for node in answered]
    found: dict[str, Proved] = {}
    for node in scheme.walk:
        leaves = [each for each in node.walk if is_leaf(scheme, each)]
        if node.code in places and leaves and leaves != [node]:
            header = (*words.EVIDENCE_HEADER, words.EVIDENCE_CRITERION)
            found[node.code] = Proved(label=node.label, header=header)
        elif leaves == [node]:
            beneath = [each.code for each in node.walk if each.code in places]
            found |= {code: Proved(label=node.label) for code in beneath[-1:]}
    return found
