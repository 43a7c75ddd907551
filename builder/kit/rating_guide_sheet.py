"""评分指南: what the notice says of bands and scores, and its reference text, word for word."""

from builder.book.sheet import SheetPlan
from builder.book.style import Style
from builder.book.text_height import HIGHEST_ROW
from builder.kit.printed_text import heading_text
from builder.kit.rating_guide_bands import BANDS_HEADING, general_tables, put_bands
from builder.kit.rating_guide_rows import GuideRows, Piece
from builder.kit.reminders import reminders_by_place
from builder.kit.sheet_names import RATING_GUIDE
from builder.kit.ways.table import is_plain
from builder.model.descriptors import descriptions
from builder.model.official import DescriptorTable, Indicator, Paragraph, Section
from builder.model.points import effective_points
from builder.model.scheme import Scheme

# A page reads best unstretched; a paragraph too long for the highest row makes the sheet wider,
# up to the 255 characters that Excel allows a column. One too long even then goes on in rows
# beneath.
_STRETCHES = (1.0, 1.25, 1.6, 2.0, 3.0, 6.0)
_ABOVE = f"（本表见上文“{BANDS_HEADING}”。）"


def plan_rating_guide(scheme: Scheme) -> SheetPlan | None:
    """The sheet to read while scoring; ``None`` where the notice has nothing to put on it.

    It takes no answer: bands with their descriptors, the tables of single indicators, then the
    reference sections in official order, each with its remarks.
    """
    if not scheme.bands and not scheme.sections and not _with_tables(scheme):
        return None
    for stretch in _STRETCHES:
        rows = _laid_out(scheme, stretch)
        if rows.tallest <= HIGHEST_ROW:
            return rows.sheet
    return _laid_out(scheme, _STRETCHES[0], cut=True).sheet


def _laid_out(scheme: Scheme, stretch: float, *, cut: bool = False) -> GuideRows:
    rows = GuideRows(RATING_GUIDE, widest=_widest(scheme), stretch=stretch, cut=cut)
    rows.line(Style.HEADER, f"{RATING_GUIDE}：{scheme.title}")
    if scheme.page_note:
        rows.line(Style.BANNER, scheme.page_note)
    if scheme.bands:
        put_bands(rows, scheme)
    for node in _with_tables(scheme):
        _put_indicator(rows, scheme, node)
    above = tuple(table for _, table in general_tables(scheme))
    for section in scheme.sections:
        _put_section(rows, scheme, section, above)
    return rows


def _put_indicator(rows: GuideRows, scheme: Scheme, node: Indicator) -> None:
    """The tables of one indicator, one row a band where they describe bands."""
    points = effective_points(scheme, node)
    rows.line(Style.HEADER, heading_text(node.number, node.name, points))
    _put_remarks(rows, scheme, node.code)
    for table in node.tables:
        # What a figure is worth is a table, whatever percents it lists.
        described = descriptions(table) if is_plain(node.rule) else ()
        if not described:
            _put_table(rows, table)
        for one in described:
            words = "\n".join(one.words)
            rows.row(Piece(Style.LABEL, one.printed), Piece(Style.OFFICIAL, words))


def _put_section(
    rows: GuideRows, scheme: Scheme, section: Section, above: tuple[DescriptorTable, ...]
) -> None:
    """The heading, its remarks, and its contents in official order."""
    rows.line(Style.HEADER if section.level == 1 else Style.LABEL, section.title)
    _put_remarks(rows, scheme, section.title)
    for part in section.contents:
        if isinstance(part, Paragraph):
            rows.line(Style.OFFICIAL, part.text)
        elif part in above:
            rows.line(Style.GUIDE, _ABOVE)
        else:
            _put_table(rows, part)


def _put_table(rows: GuideRows, table: DescriptorTable) -> None:
    rows.table(table.header, tuple(row.cells for row in table.rows))


def _put_remarks(rows: GuideRows, scheme: Scheme, where: str) -> None:
    for reminder in reminders_by_place(scheme).get(where, ()):
        rows.line(Style.NOTE, reminder.line)


def _with_tables(scheme: Scheme) -> tuple[Indicator, ...]:
    return tuple(node for node in scheme.walk if node.tables)


def _widest(scheme: Scheme) -> int:
    """The columns of the widest table that is shown as a table."""
    plain = [table for node in scheme.walk if is_plain(node.rule) for table in node.tables]
    plain += [table for section in scheme.sections for table in section.tables]
    tables = [table for table in plain if not descriptions(table)]
    tables += [t for node in scheme.walk if not is_plain(node.rule) for t in node.tables]
    return max((len(table.header) for table in tables), default=0)
