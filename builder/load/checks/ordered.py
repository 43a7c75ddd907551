"""The checks of a scheme that can be read, in the order they run."""

from collections.abc import Callable, Iterable

from builder.findings.finding import Finding
from builder.load.checks.alternatives import check_alternatives, check_options_have_points
from builder.load.checks.choices import check_choices, check_variants
from builder.load.checks.codes import check_codes
from builder.load.checks.compositions import check_compositions
from builder.load.checks.descriptors import check_band_tables, check_indicator_tables
from builder.load.checks.discrepancies import check_discrepancies
from builder.load.checks.gates import check_gates, check_marked_as_required
from builder.load.checks.idle_points import check_points_count
from builder.load.checks.joins import check_joins
from builder.load.checks.leaf_rules import (
    check_bands_there,
    check_bonuses,
    check_full_marks,
    check_grades_demand,
    check_options,
    check_rules_stand_alone,
)
from builder.load.checks.metrics import check_metrics
from builder.load.checks.places import check_places, check_repeats
from builder.load.checks.points import (
    check_missing_points,
    check_points_on_two_levels,
    check_something_scored,
)
from builder.load.checks.report_terms import check_report_terms
from builder.load.checks.weights import check_weights
from builder.model.scheme import Scheme

Check = Callable[[Scheme], Iterable[Finding]]

CHECKS: tuple[Check, ...] = (
    check_something_scored,
    check_codes,
    check_places,
    check_repeats,
    check_choices,
    check_variants,
    check_missing_points,
    check_points_on_two_levels,
    check_alternatives,
    check_options_have_points,
    check_rules_stand_alone,
    check_points_count,
    check_options,
    check_full_marks,
    check_grades_demand,
    check_bonuses,
    check_bands_there,
    check_compositions,
    check_joins,
    check_gates,
    check_marked_as_required,
    check_band_tables,
    check_indicator_tables,
    check_weights,
    check_metrics,
    check_report_terms,
    check_discrepancies,
)
