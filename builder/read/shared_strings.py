"""The table of texts that cells point into."""

from collections.abc import Mapping
from dataclasses import field

from builder.frozen import frozen
from builder.model.returned_looks import TextRun
from builder.ooxml.container import Container
from builder.ooxml.growing_tree import GrowingTree
from builder.ooxml.limits import SHARED_STRINGS, Budget
from builder.ooxml.namespaces import SPREADSHEET, names
from builder.ooxml.rich_text import rich_text
from builder.read.cell_values import plain_text
from builder.read.text_runs import TextRuns

_TABLE = names(SPREADSHEET, "sst")
_ITEM = names(SPREADSHEET, "si")


@frozen
class SharedStrings:
    """The texts in order, and by their numbers as text the pieces of those that look otherwise."""

    texts: tuple[str, ...] = ()
    runs: Mapping[str, tuple[TextRun, ...]] = field(default_factory=dict)


def read_shared_strings(
    container: Container, part: str, budget: Budget, reader: TextRuns
) -> SharedStrings:
    """The table (ECMA-376 Part 1, 18.4.9); the counts the part claims are ignored."""
    strings: list[str] = []
    runs: dict[str, tuple[TextRun, ...]] = {}
    tree = GrowingTree(container, part, _TABLE, budget, texts_only=True)
    for batch in tree.batches(tree.root):
        for item in batch:
            if item.tag in _ITEM:
                if len(item) > 1 or (len(item) and len(item[0])):
                    told = reader.of(item)
                    if told:
                        runs[str(len(strings))] = told
                strings.append(plain_text(rich_text(tree, item, 1)))
            else:
                tree.check_depth(item)
        if len(strings) > SHARED_STRINGS.most:
            budget.spend(SHARED_STRINGS, len(strings))
    return SharedStrings(texts=tuple(strings), runs=runs)
