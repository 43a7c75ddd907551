"""Every question asked of a returned workbook, in the order in which its answers are told."""

from collections.abc import Callable, Iterator

from builder.findings.finding import Finding
from builder.kit.kit_plan import KitPlan, ScoredPlan
from builder.verify.checks.answers import check_answers
from builder.verify.checks.band_demands import check_demands
from builder.verify.checks.bases import check_bases
from builder.verify.checks.beside import check_beside
from builder.verify.checks.charts import check_charts
from builder.verify.checks.colours import check_colours
from builder.verify.checks.contents import check_contents
from builder.verify.checks.declarations import check_declarations
from builder.verify.checks.drawn import check_drawn
from builder.verify.checks.dropdowns import check_dropdowns
from builder.verify.checks.evidence_below import check_evidence_below
from builder.verify.checks.evidence_dates import check_evidence_dates
from builder.verify.checks.evidence_files import check_evidence_files
from builder.verify.checks.evidence_rows import check_evidence_rows
from builder.verify.checks.evidence_uses import check_evidence_uses
from builder.verify.checks.fields import check_fields
from builder.verify.checks.hidden import check_hidden_lines, check_hidden_sheets, check_view
from builder.verify.checks.leaf_answers import check_leaf_answers
from builder.verify.checks.legibility import check_legibility
from builder.verify.checks.merges import check_merges
from builder.verify.checks.metrics import check_metrics
from builder.verify.checks.names import check_names
from builder.verify.checks.narrow import check_narrow
from builder.verify.checks.near_options import check_near_options
from builder.verify.checks.number_formats import check_number_formats
from builder.verify.checks.number_texts import check_number_texts
from builder.verify.checks.older import check_older
from builder.verify.checks.older_charts import check_older_charts
from builder.verify.checks.older_table import check_older_table
from builder.verify.checks.overlays import check_overlays
from builder.verify.checks.page_lines import check_page_lines
from builder.verify.checks.printing import check_printing
from builder.verify.checks.protection import check_protection
from builder.verify.checks.required_proofs import check_required_proofs
from builder.verify.checks.rows_and_columns import check_lines
from builder.verify.checks.scores import check_scores
from builder.verify.checks.sheets import check_added_sheets, check_sheets
from builder.verify.checks.totals import check_totals
from builder.verify.checks.turned_texts import check_turned_texts
from builder.verify.checks.unlikely_answers import check_unlikely_answers
from builder.verify.checks.unlikely_dates import check_unlikely_dates
from builder.verify.checks.unlikely_figures import check_unlikely_figures
from builder.verify.held import Held

# Is the file still the workbook that was handed out?
_WORKBOOK: tuple[Callable[[Held[ScoredPlan]], Iterator[Finding]], ...] = (
    check_sheets,
    check_lines,
    check_contents,
    check_added_sheets,
    check_protection,
    check_names,
    check_dropdowns,
    check_colours,
    check_printing,
)

# Is what a person sees what the workbook holds, whatever was planned for its cells?
_SHOWN: tuple[Callable[[Held[ScoredPlan]], Iterator[Finding]], ...] = (
    check_hidden_sheets,
    check_hidden_lines,
    check_view,
    check_number_formats,
    check_legibility,
    check_narrow,
    check_overlays,
    check_drawn,
)

# And is it what was planned?
_SEEN: tuple[Callable[[Held[ScoredPlan]], Iterator[Finding]], ...] = (
    *_SHOWN,
    check_merges,
    check_charts,
    check_page_lines,
    check_beside,
)

# Are the scores in order?
_SCORES: tuple[Callable[[Held[ScoredPlan]], Iterator[Finding]], ...] = (
    check_answers,
    check_number_texts,
    check_near_options,
    check_turned_texts,
    check_scores,
    check_leaf_answers,
    check_bases,
)

# Asked of a panel's workbooks, which have no fields and no evidence of their own.
PANEL_CHECKS = (*_WORKBOOK, *_SEEN, *_SCORES, check_totals)

# Is what else an applicant wrote in order?
_PROOFS: tuple[Callable[[Held[KitPlan]], Iterator[Finding]], ...] = (
    check_evidence_rows,
    check_evidence_below,
    check_required_proofs,
    check_evidence_uses,
    check_evidence_dates,
    check_evidence_files,
    check_metrics,
    check_demands,
    check_declarations,
    check_unlikely_dates,
    check_unlikely_answers,
    check_unlikely_figures,
)

# Asked of an applicant's workbook.
CHECKS: tuple[Callable[[Held[KitPlan]], Iterator[Finding]], ...] = (
    *_WORKBOOK,
    *_SEEN,
    check_fields,
    *_SCORES,
    check_totals,
    *_PROOFS,
)

# Asked of one of an older layout, whose formulas there is nothing to compare with; of what it shows
# the answers and the total are known.
OLDER_CHECKS: tuple[Callable[[Held[KitPlan]], Iterator[Finding]], ...] = (
    check_older,
    check_older_table,
    check_older_charts,
    *_SHOWN,
    check_fields,
    *_SCORES,
    *_PROOFS,
)
