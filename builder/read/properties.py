"""Document properties: the custom ones, and the program that claims to have saved the file."""

from builder.read.container import Container
from builder.read.limits import PROPERTIES, Budget
from builder.read.markup import Actions, Attributes, elements, feed
from builder.read.namespaces import CUSTOM_PROPERTIES, EXTENDED_PROPERTIES, PROPERTY_TYPES
from builder.read.refusal import RefusedError

CUSTOM_PART = "docProps/custom.xml"
APPLICATION_PART = "docProps/app.xml"
# No report has a million pages.
_MOST_DIGITS = 6


def read_custom_properties(container: Container, budget: Budget) -> dict[str, str]:
    """Custom properties as text whatever their type, none when the part is missing.

    Raises ``RefusedError`` (QA246) when one name has two different values.
    """
    if CUSTOM_PART not in container:
        return {}
    found: dict[str, str] = {}
    name = ""

    def begin(attributes: Attributes) -> None:
        nonlocal name
        budget.spend(PROPERTIES)
        name = attributes.get("name", "")

    def end(text: str) -> None:
        value = text.strip()
        if found.setdefault(name, value) != value:
            raise RefusedError("QA246", actual=name[:80])

    actions = Actions(
        roots=frozenset(elements(CUSTOM_PROPERTIES, {"Properties": None})),
        namespaces=frozenset((*CUSTOM_PROPERTIES, *PROPERTY_TYPES)),
        starts=elements(CUSTOM_PROPERTIES, {"property": begin}),
        ends=elements(CUSTOM_PROPERTIES, {"property": end}),
    )
    feed(container, CUSTOM_PART, actions, budget)
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
    found: list[str] = []
    actions = Actions(
        roots=frozenset(elements(EXTENDED_PROPERTIES, {"Properties": None})),
        namespaces=frozenset(EXTENDED_PROPERTIES),
        starts={},
        ends=elements(EXTENDED_PROPERTIES, {name: lambda text: found.append(text.strip())}),
    )
    feed(container, APPLICATION_PART, actions, budget)
    return found[0] if found else ""
