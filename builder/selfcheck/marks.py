"""By what a base page is known, and where it takes what an office puts in."""

# Where the facts and the files of an office go; a base page has it once.
HOLE = "<!--这里放入方案和设置-->"
_BEGIN, _END = "<!--builder 自查底页 ", "-->"
# The mark stands before everything large.
LOOKED_AT = 4000


def head_of(version: str, mark: str) -> str:
    """The line by which a base page says what it was made by."""
    return f"{_BEGIN}{version} {mark}{_END}"


def maker_of(page: str) -> tuple[str, str] | None:
    """The version and the mark that a base page says, ``None`` for any other text."""
    _, sign, rest = page.partition(_BEGIN)
    version, _, mark = rest.partition(_END)[0].partition(" ")
    return (version, mark) if sign and mark else None
