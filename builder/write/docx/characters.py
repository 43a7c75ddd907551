"""Characters XML 1.0 cannot carry (its clause 2.2), found before a file is broken by them."""

from collections.abc import Iterable, Iterator, Mapping

from builder.findings.finding import Finding, Place
from builder.kit.printed_text import UNHOLDABLE
from builder.write.docx.styled import Styled


def illegal_characters(context: Mapping[str, object], place: Place) -> tuple[Finding, ...]:
    """One finding for every text of the context that Word could not keep."""
    return tuple(_findings(context, str(context.get("标题", "")), place))


def _findings(value: object, heading: str, place: Place) -> Iterator[Finding]:
    if isinstance(value, Styled):
        value = value.text
    if isinstance(value, str):
        found = UNHOLDABLE.search(value)
        if found:
            character = f"U+{ord(found.group()):04X}"
            yield Finding.at(
                "QA808", place, heading=UNHOLDABLE.sub("□", heading), character=character
            )
    elif isinstance(value, Mapping):
        inner = str(value.get("标题", heading))
        for item in value.values():
            yield from _findings(item, inner, place)
    elif isinstance(value, Iterable):
        for item in value:
            yield from _findings(item, heading, place)
