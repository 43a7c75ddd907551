"""Texts that come from files, as long as a cell of a workbook may hold."""

# Excel ends at 32 767 characters (specifications and limits); a reader is done long before.
LONGEST = 2_000
_CUT = "……（原文过长，余下从略）"


def fitting(text: str, longest: int = LONGEST) -> str:
    """The text, or its beginning and the remark that the rest was left out."""
    return text if len(text) <= longest else f"{text[: longest - len(_CUT)]}{_CUT}"
