"""Numbers as people write them into a table of a text."""

import re
import unicodedata
from decimal import Decimal

_FIGURE = re.compile(r"[-+]?[0-9]{1,15}(?:\.[0-9]{1,10})?")
_AROUND = re.compile(r"[%‰万元亿吨人次项件个分]+$")


def number_in(text: str) -> Decimal | None:
    """The number a cell says, its unit and the signs between thousands left out; else ``None``."""
    plain = "".join(unicodedata.normalize("NFKC", text).split()).replace(",", "")
    plain = _AROUND.sub("", plain)
    return Decimal(plain) if _FIGURE.fullmatch(plain) else None
