"""Every fault that is sown, in all awards."""

from collections.abc import Iterator

from tests.proof.answers import (
    sow_declarations,
    sow_evidence,
    sow_fields,
    sow_figures,
    sow_low_bands,
    sow_scores,
    sow_texts,
)
from tests.proof.causes import sow_chosen, sow_overwritten, sow_pasted, sow_rows, sow_rules
from tests.proof.covered import sow_drawn, sow_overlays, sow_written
from tests.proof.pieces import sow_backs, sow_newer_rules, sow_pieces
from tests.proof.placed import sow_placed, sow_room
from tests.proof.seeding import Sower, Sown, every
from tests.proof.seen import sow_formats, sow_hidden, sow_letters
from tests.proof.structure import (
    sow_formulas,
    sow_guards,
    sow_identity,
    sow_lines,
    sow_numbers,
)
from tests.proof.values import sow_error_values, sow_unlikely, sow_unseen

SOWERS: tuple[Sower, ...] = (
    *(sow_scores, sow_low_bands, sow_texts, sow_fields, sow_evidence, sow_figures),
    *(sow_unseen, sow_error_values, sow_unlikely),
    *(sow_declarations, sow_formulas, sow_numbers, sow_lines, sow_guards, sow_identity),
    *(sow_pasted, sow_overwritten, sow_rows, sow_chosen, sow_rules),
    *(sow_hidden, sow_formats, sow_letters, sow_overlays, sow_drawn, sow_written),
    *(sow_pieces, sow_newer_rules, sow_backs),
    *(sow_placed, sow_room),
)


def sown_faults() -> Iterator[Sown]:
    """Every fault of every award, the same in every run."""
    return every(SOWERS)
