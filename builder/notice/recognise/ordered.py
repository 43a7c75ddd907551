"""The steps by which a notice is understood, in the order they run, each a small rule."""

from collections.abc import Callable

from builder.frozen import frozen
from builder.notice.fate import Told
from builder.notice.lines import Notice
from builder.notice.question import Decisions, Question
from builder.notice.recognise.adjusting import find_adjustable
from builder.notice.recognise.allotments import allot
from builder.notice.recognise.choices import find_single_awards, find_total, find_trades
from builder.notice.recognise.codes import give_codes
from builder.notice.recognise.conditions import find_circumstances
from builder.notice.recognise.contents import read_contents
from builder.notice.recognise.forms import find_forms
from builder.notice.recognise.gaps import find_gaps
from builder.notice.recognise.gates_in_text import find_gates
from builder.notice.recognise.grades import find_grades
from builder.notice.recognise.metrics import find_metrics
from builder.notice.recognise.node import Node
from builder.notice.recognise.outline import build_outline
from builder.notice.recognise.roles import give_roles
from builder.notice.recognise.scale import find_dimensions, find_scale, find_threshold
from builder.notice.recognise.tables import keep_tables, read_tables
from builder.notice.recognise.titles import find_titles
from builder.notice.recognise.vetoes_in_text import find_vetoes
from builder.notice.recognise.ways import find_ways
from builder.notice.recognise.weights import find_weights, settle_weights
from builder.notice.recognise.work import Head, Work

Step = Callable[[Work], None]

STEPS: tuple[Step, ...] = (
    find_forms,
    find_titles,
    build_outline,
    read_tables,
    allot,
    settle_weights,
    find_grades,
    find_trades,
    find_single_awards,
    give_roles,
    find_threshold,
    find_scale,
    find_total,
    keep_tables,
    read_contents,
    find_vetoes,
    find_gates,
    find_adjustable,
    find_ways,
    find_weights,
    give_codes,
    find_gaps,
    find_dimensions,
    find_metrics,
    find_circumstances,
)


@frozen
class Recognised:
    """A notice understood: its head and tree, what is asked, and what became of each line by id.

    The tree is as the last step left it; nothing changes it any more.
    """

    head: Head
    roots: tuple[Node, ...]
    questions: tuple[Question, ...]
    told: dict[int, Told]


def recognise(notice: Notice, decisions: Decisions) -> Recognised:
    """What the notice says, with the decisions that were taken and proposals for the others."""
    work = Work(blocks=[*notice.blocks], decisions=decisions)
    for step in STEPS:
        step(work)
    return Recognised(
        head=work.head,
        roots=tuple(work.roots),
        questions=tuple(work.questions),
        told=work.told,
    )
