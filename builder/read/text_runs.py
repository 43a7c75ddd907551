"""Pieces of texts that look otherwise than their cells: struck out, tiny, or in a colour."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from builder.frozen import frozen
from builder.model.returned_looks import CellLook, TextRun
from builder.ooxml.namespaces import SPREADSHEET, names
from builder.read.styles import Looks

_RUN, _FORMAT = names(SPREADSHEET, "r"), names(SPREADSHEET, "rPr")
_TEXT = names(SPREADSHEET, "t")
# Below this, in points, a size says something; 0 stands for none.
_SMALL = 6.0


@frozen
class TextRuns:
    """Reads the runs of texts; ``looks`` makes looks of their formats."""

    looks: Looks

    def of(self, item: Element) -> tuple[TextRun, ...]:
        """The pieces of a text that say how they look (ECMA-376 Part 1, 18.4.4)."""
        return tuple(self._telling(item))

    def _telling(self, item: Element) -> Iterator[TextRun]:
        for run in item:
            # A format stands before the text of a run.
            if run.tag in _RUN and len(run) > 1 and run[0].tag in _FORMAT:
                look = self.looks.run(run[0])
                text = "".join(part.text or "" for part in run if part.tag in _TEXT)
                if _says_something(look) and text.strip():
                    yield TextRun(text=text, look=look)


def _says_something(look: CellLook) -> bool:
    telling = look.struck or look.letters is not None or not look.legible
    return telling or look.size < _SMALL
