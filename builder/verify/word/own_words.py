"""The kit's own words taken out of what an applicant wrote, wherever in a line they were left."""

from collections.abc import Sequence

from builder.model.compared_text import reduced

# The brackets in which people write what a kit writes in round ones.
_OPENING, _CLOSING = "([【〔「<{", ")]】〕」>}"


def placeholder_spellings(placeholder: str) -> tuple[str, ...]:
    """A placeholder, which is ``reduced``, and what people make of it who type around it."""
    words = placeholder.strip("()")
    if not words or words == placeholder:
        return (placeholder,) if placeholder else ()
    bracketed = (
        f"{opening}{please}{words}{closing}"
        for opening, closing in zip(_OPENING, _CLOSING, strict=True)
        for please in ("", "请")
    )
    return (*bracketed, f"{words}:")


def without(text: str, own: Sequence[str]) -> tuple[str, int]:
    """A line without the own words, which are ``reduced``, and how often they stood in it."""
    plain = reduced(text)
    found = [words for words in own if words and words in plain]
    if not found:
        return text.strip(), 0
    if plain in found:
        return "", 1
    # Where every letter of the reduced line stands in the line as it was written.
    places = [place for place, letter in enumerate(text) for _ in reduced(letter)]
    if len(places) != len(plain):  # letters that join with their neighbours when reduced
        text, places = plain, [*range(len(plain))]
    kept = [True] * len(text)
    count = 0
    for words in sorted(found, key=len, reverse=True):
        begin = plain.find(words)
        while begin >= 0:
            end = begin + len(words)
            if kept[places[begin]]:
                count += 1
                kept[places[begin] : places[end - 1] + 1] = [False] * (
                    places[end - 1] + 1 - places[begin]
                )
            begin = plain.find(words, end)
    return "".join(letter for letter, stays in zip(text, kept, strict=True) if stays).strip(), count
