"""A report with everything its workbook says written into it: what people wrote stays."""

from collections.abc import Mapping

from builder.book.evaluation import Evaluation
from builder.ooxml.office_file import OfficeFile
from builder.ooxml.refusal import RefusedError
from builder.ooxml.word_markup import styles_by_name, word_tag
from builder.word.entries import Entries
from builder.word.filling import FilledReport
from builder.write.fill.charts import fill_chart
from builder.write.fill.figure_list import list_figures
from builder.write.fill.gaps import fill_gap, fill_score
from builder.write.fill.ledger import ledger_of
from builder.write.fill.memory import remember, remembered
from builder.write.fill.places import find_places
from builder.write.fill.tables import fill_table
from builder.write.fill.years import fill_years

# The kit's styles of scores and captions, whose words count as nobody's answer; they stood in the
# styles of labels and tables before there were some for them.
_SCORE, _LABEL = "qa得分", "qa小标题"
_CAPTION, _TABLE_CAPTION = "qa图题", "qa表题"


def filled_document(
    content: bytes,
    entries: Entries,
    headings: Mapping[str, str],
    shown: Evaluation,
    *,
    replacing: bool = False,
) -> FilledReport:
    """The report with the entries in it, and what was done.

    ``headings`` are the texts of the headings in it by bookmark, ``shown`` the
    values of the charts. Raises ``RefusedError`` where a bound is broken or
    the file is of the strict format.
    """
    package = OfficeFile(content)
    part = package.main_part
    root = package.tree(part)
    if root.tag != word_tag("document"):
        raise RefusedError("QA234", actual=part)
    memory, said = remembered(package, part)
    ledger = ledger_of(said, replacing=replacing)
    places = find_places(root, headings)
    styles = _styles(package, part)
    fill_years(places.body, entries.years, ledger)
    for entry in entries.gaps:
        fill_gap(places, entry, ledger)
    score_style = styles.get(_SCORE, styles.get(_LABEL, ""))
    for score in entries.scores:
        fill_score(places, score, score_style, ledger)
    for table in entries.tables:
        fill_table(places, table, ledger)
    caption_style = styles.get(_CAPTION, styles.get(_TABLE_CAPTION, ""))
    for chart in entries.charts:
        fill_chart(package, part, places, chart, shown, caption_style, ledger)
    list_figures(places.body)
    package.put(part, root)
    remember(package, part, memory, ledger.said)
    return FilledReport(
        content=package.content(),
        changes=tuple(ledger.changes),
        same=ledger.same,
        unasked=entries.unasked,
    )


def _styles(package: OfficeFile, part: str) -> Mapping[str, str]:
    """The identifiers of the styles by name in small letters."""
    styles = package.related(part, "styles")
    return {} if styles is None or styles not in package else styles_by_name(package.tree(styles))
