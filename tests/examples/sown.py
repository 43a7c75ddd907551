"""Every kind of fault that is sown into the examples, and so many files of each."""

from collections.abc import Callable, Iterator
from itertools import islice

from tests.examples.good import Broken
from tests.examples.sown_answers import (
    answer_missing,
    count_below_nothing,
    count_in_parts,
    count_in_words,
    divisor_of_nothing,
    evidence_missing,
    figure_below_nothing,
    figure_in_words,
    figure_outside_its_table,
    figure_with_its_unit,
    leaf_missing,
    option_off_its_list,
    option_with_a_blank,
    own_step_missed,
    percent_as_a_fraction,
    points_off_their_option,
    required_proof_missing,
    things_in_parts,
)
from tests.examples.sown_changes import (
    cap_taken_away,
    formula_for_an_answer,
    option_worth_more,
    points_over_a_formula,
    validation_taken_away,
    worked_out_over_a_formula,
)

# So many files of each kind.
FILES = 10

KINDS: tuple[Callable[[], Iterator[Broken]], ...] = (
    option_off_its_list,
    option_with_a_blank,
    answer_missing,
    leaf_missing,
    figure_in_words,
    figure_with_its_unit,
    count_in_words,
    count_below_nothing,
    count_in_parts,
    figure_below_nothing,
    things_in_parts,
    divisor_of_nothing,
    points_off_their_option,
    percent_as_a_fraction,
    figure_outside_its_table,
    own_step_missed,
    evidence_missing,
    required_proof_missing,
    formula_for_an_answer,
    points_over_a_formula,
    worked_out_over_a_formula,
    cap_taken_away,
    option_worth_more,
    validation_taken_away,
)


def files_of(kind: Callable[[], Iterator[Broken]]) -> tuple[Broken, ...]:
    """So many files of a kind, spread over the examples."""
    found = tuple(kind())
    every = max(1, len(found) // FILES)
    return tuple(islice(found[::every], FILES))
