"""The table of texts that cells point into."""

from builder.read.cell_values import plain_text
from builder.read.container import Container
from builder.read.limits import SHARED_STRINGS, Budget
from builder.read.markup import Actions, EndAction, elements, feed
from builder.read.namespaces import SPREADSHEET
from builder.read.rich_text import RichText


def read_shared_strings(container: Container, part: str, budget: Budget) -> tuple[str, ...]:
    """The texts in order (ECMA-376 Part 1, 18.4.9); the counts the part claims are ignored."""
    strings: list[str] = []
    rich = RichText()
    most = SHARED_STRINGS.most

    def end_item(_text: str) -> None:
        strings.append(plain_text(rich.take()))
        if len(strings) > most:
            budget.spend(SHARED_STRINGS, len(strings))

    ends: dict[str, EndAction] = {**rich.ends, "si": end_item}
    actions = Actions(
        roots=frozenset(elements(SPREADSHEET, {"sst": None})),
        namespaces=frozenset(SPREADSHEET),
        starts=elements(SPREADSHEET, rich.starts),
        ends=elements(SPREADSHEET, ends),
    )
    feed(container, part, actions, budget)
    return tuple(strings)
