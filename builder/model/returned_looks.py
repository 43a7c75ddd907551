"""What a person sees of a workbook that came back, beside the contents of its cells."""

from builder.frozen import frozen

# Red, green and blue, each up to 255.
Colour = tuple[int, int, int]


@frozen(slots=True)
class CellLook:
    """How the cells of one format look; of a conditional format, what it changes.

    Where nothing is said, ``number_format`` and ``size`` are empty or 0 and colours ``None``: the
    usual ones, or what the cell has anyway. ``size`` is in points. ``legible`` is false for letters
    of a font of symbols, and where they are repeated over their cell or pushed out of it.
    """

    number_format: str = ""
    letters: Colour | None = None
    ground: Colour | None = None
    size: float = 0.0
    struck: bool = False
    legible: bool = True


# What is said of a format that a file does not have.
_UNSTATED = CellLook()


def look_at(looks: tuple[CellLook, ...], index: int | None) -> CellLook:
    """The look at an index that a file states; one that is not there says nothing."""
    return looks[index] if index is not None and index < len(looks) else _UNSTATED


@frozen(slots=True)
class TextRun:
    """A piece of the text of a cell that looks otherwise than the rest."""

    text: str
    look: CellLook


@frozen(slots=True)
class Drawn:
    """One thing that lies over the cells of a sheet.

    ``kind`` is picture, ink, text, shape, chart, control or note. It begins ``into`` points right
    of and below the corner of the cell ``first``; it ends as far into the cell ``last``, or where
    that is ``None`` as many points on. What is ``free`` hangs on no cell: only there may ``into``
    be more than one cell. Rows come before columns everywhere.
    """

    kind: str
    text: str
    first: tuple[int, int]
    into: tuple[float, float]
    last: tuple[int, int] | None
    end: tuple[float, float]
    free: bool = False


@frozen(slots=True)
class ReturnedChart:
    """One chart: where the name, the categories and the values of each of its series stand."""

    series: tuple[tuple[str, str, str], ...]


@frozen(slots=True)
class SheetLook:
    """What is seen of a sheet beside its cells.

    ``hidden_rows`` are those hidden, or so low that nothing can be read, ``folded_rows`` those of
    them that a group folds away; ``filtered`` is the range whose rows a filter in use may hide.
    ``hidden_columns`` are first and last of each run, ``widths`` those of every run of columns with
    its width in digits. ``page_lines`` are the heads and feet of printed pages, by the names of
    their elements. ``backed`` is whether a picture lies behind all cells, ``formulas`` whether
    these show their formulas, ``blank_zeros`` whether they show nothing where they come to zero.
    """

    hidden_rows: tuple[int, ...] = ()
    folded_rows: frozenset[int] = frozenset()
    filtered: str = ""
    hidden_columns: tuple[tuple[int, int], ...] = ()
    widths: tuple[tuple[int, int, float], ...] = ()
    page_lines: tuple[tuple[str, str], ...] = ()
    drawn: tuple[Drawn, ...] = ()
    charts: tuple[ReturnedChart, ...] = ()
    backed: bool = False
    formulas: bool = False
    blank_zeros: bool = False


AS_USUAL = SheetLook()
