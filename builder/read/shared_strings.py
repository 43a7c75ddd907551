"""The table of texts that cells point into."""

from builder.ooxml.container import Container
from builder.ooxml.growing_tree import GrowingTree
from builder.ooxml.limits import SHARED_STRINGS, Budget
from builder.ooxml.namespaces import SPREADSHEET, names
from builder.ooxml.rich_text import rich_text
from builder.read.cell_values import plain_text

_TABLE = names(SPREADSHEET, "sst")
_ITEM = names(SPREADSHEET, "si")


def read_shared_strings(container: Container, part: str, budget: Budget) -> tuple[str, ...]:
    """The texts in order (ECMA-376 Part 1, 18.4.9); the counts the part claims are ignored."""
    strings: list[str] = []
    tree = GrowingTree(container, part, _TABLE, budget, texts_only=True)
    for batch in tree.batches(tree.root):
        for item in batch:
            if item.tag in _ITEM:
                strings.append(plain_text(rich_text(tree, item, 1)))
            else:
                tree.check_depth(item)
        if len(strings) > SHARED_STRINGS.most:
            budget.spend(SHARED_STRINGS, len(strings))
    return tuple(strings)
