"""Bounds in seconds of the machine they are meant for, whatever the machine at hand is doing."""

import statistics
import time
from xml.etree.ElementTree import TreeBuilder
from xml.parsers import expat

_SHEET = b"<sheet>" + b'<row r="1"><c r="A1" s="3"><v>12.5</v></c></row>' * 4000 + b"</sheet>"
# What parsing that sheet takes where openpyxl reads a kit twice in the 0.19 s of the README.
_SECONDS = 0.005
_RUNS = 9
# A machine slower than this is to be mended; no bound grows further.
_SLOWEST = 5.0


def within(spent: float, seconds: float) -> bool:
    """Whether work of so many seconds of processor time keeps the bound.

    On a machine that is slow now, because it is an old one or busy with other work, the bound
    grows as much as a fixed piece of like work takes longer.
    """
    return spent < seconds or spent < seconds * _slowness()


def _slowness() -> float:
    """How many times longer than usual the fixed piece of work takes here and now."""
    return min(statistics.median(_parsing() for _ in range(_RUNS)) / _SECONDS, _SLOWEST)


def _parsing() -> float:
    """Seconds of processor time for parsing the sheet and walking its cells."""
    begin = time.process_time()
    builder = TreeBuilder()
    parser = expat.ParserCreate(None, " ")
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.data
    parser.Parse(_SHEET, True)  # noqa: FBT003 - expat takes it by place
    for row in builder.close():
        for cell in row:
            cell.get("r")
    return time.process_time() - begin
