"""Texts that come from files, as long as a cell of a workbook may hold."""

from builder.formula.blank import visible

# Excel ends at 32 767 characters (specifications and limits); a reader is done long before.
LONGEST = 2_000
_CUT = "……（原文过长，余下从略）"


def fitting(text: str, longest: int = LONGEST) -> str:
    """The text, nothing hidden in it, or its beginning and that the rest was left out."""
    text = visible(text)
    return text if len(text) <= longest else f"{text[: longest - len(_CUT)]}{_CUT}"
