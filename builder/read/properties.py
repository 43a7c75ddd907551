"""Document properties: the custom ones, and the program that claims to have saved the file."""

from builder.ooxml.container import Container
from builder.ooxml.growing_tree import GrowingTree
from builder.ooxml.limits import PROPERTIES, Budget
from builder.ooxml.namespaces import CUSTOM_PROPERTIES, EXTENDED_PROPERTIES, names
from builder.ooxml.refusal import RefusedError

CUSTOM_PART = "docProps/custom.xml"
APPLICATION_PART = "docProps/app.xml"
# No report has a million pages.
_MOST_DIGITS = 6
_PROPERTY = names(CUSTOM_PROPERTIES, "property")


def read_custom_properties(container: Container, budget: Budget) -> dict[str, str]:
    """Custom properties as text whatever their type, none when the part is missing.

    Raises ``RefusedError`` (QA246) when one name has two different values.
    """
    if CUSTOM_PART not in container:
        return {}
    found: dict[str, str] = {}
    tree = GrowingTree(container, CUSTOM_PART, names(CUSTOM_PROPERTIES, "Properties"), budget)
    for entry in tree.entries(tree.root):
        if entry.tag in _PROPERTY:
            budget.spend(PROPERTIES)
            name, value = entry.get("name", ""), tree.text(entry, 1).strip()
            if found.setdefault(name, value) != value:
                raise RefusedError("QA246", actual=name[:80])
    return found


def read_application(container: Container, budget: Budget) -> str:
    """The program named in the extended properties, empty when none is.

    A claim only: after a later save it is often still the first author's program.
    """
    return _extended(container, budget, "Application")


def read_pages(container: Container, budget: Budget) -> int | None:
    """How many pages the extended properties claim, ``None`` when they claim none."""
    claimed = _extended(container, budget, "Pages")
    usable = claimed.isascii() and claimed.isdigit() and len(claimed) <= _MOST_DIGITS
    return int(claimed) or None if usable else None


def _extended(container: Container, budget: Budget, name: str) -> str:
    if APPLICATION_PART not in container:
        return ""
    tree = GrowingTree(
        container, APPLICATION_PART, names(EXTENDED_PROPERTIES, "Properties"), budget
    )
    wanted = names(EXTENDED_PROPERTIES, name)
    found = [
        tree.text(entry, 1).strip() for entry in tree.entries(tree.root) if entry.tag in wanted
    ]
    return found[0] if found else ""
