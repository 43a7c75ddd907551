"""The words of options as a dropdown lists them."""

from builder.formula.render import plain_number
from builder.model.leaf_rules import Option

# So much of a text is read in a dropdown; the whole stands among the criteria.
_LONGEST = 40
_STOPS = "。：:；;，, "
# A spreadsheet takes these for wildcards where it looks a text up.
_LOOKED_UP = str.maketrans({"*": "＊", "?": "？", "~": "～"})


def option_words(options: tuple[Option, ...]) -> tuple[str, ...]:
    """The options in their order, each with its points, long ones cut; numbered if need be."""
    texts = [_shortened(option.text) for option in options]
    if len({text.casefold() for text in texts}) < len(texts):
        texts = [f"{place}. {text}" for place, text in enumerate(texts, start=1)]
    return tuple(_with_points(text, one) for text, one in zip(texts, options, strict=True))


def _shortened(text: str) -> str:
    text = " ".join(text.split()).rstrip(_STOPS)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _with_points(text: str, option: Option) -> str:
    least = f"{plain_number(option.least)}～" if option.least is not None else ""
    points = f"（{least}{plain_number(option.points)}分）"
    said = text.replace("\n", " ").translate(_LOOKED_UP)
    return said if said.endswith(points) else f"{said}{points}"
