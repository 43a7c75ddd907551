"""Every kind of long work, by the name that orders give it; each imported only when it is done."""

import importlib
from collections.abc import Callable, Mapping
from typing import Any

from builder.desk.told import Tell
from builder.desk.works.kinds import (
    AMEND,
    ARCHIVING,
    ASSIGN,
    BASE,
    ENDING,
    HAND_OUT,
    IMPORT,
    ISSUING,
    JOIN,
    LETTERS,
    PAGES,
    PAPERS,
    PROGRESS,
    RANK,
    RECEIVE,
    REVIEW,
    TABLES,
)
from builder.pipeline.year.folder import Year

Work = Callable[[Year, Mapping[str, Any], Tell], None]
# Kind, module in this folder, function there.
WORKS = (
    (IMPORT, "importing", "import_notice"),
    (HAND_OUT, "handing_out", "hand_out"),
    (BASE, "handing_out", "make_base"),
    (PAGES, "picturing", "draw_pages"),
    (TABLES, "tabling", "read_tables"),
    (RECEIVE, "receiving", "receive_files"),
    (LETTERS, "lettering", "write_all_letters"),
    (ASSIGN, "reviewing", "assign_reviews"),
    (REVIEW, "reviewing", "hand_out_reviews"),
    (AMEND, "reviewing", "amend"),
    (PROGRESS, "reviewing", "look"),
    (JOIN, "reviewing", "join_reviews"),
    (RANK, "reviewing", "rank"),
    (ISSUING, "staging", "issue_stage"),
    (ENDING, "staging", "end_stage"),
    (PAPERS, "staging", "write_all_papers"),
    (ARCHIVING, "staging", "archive"),
)


def work_of(kind: str) -> Work:
    """The function that does work of that kind; raises ``LookupError`` for one there is not."""
    for name, module, function in WORKS:
        if name == kind:
            found: Work = getattr(importlib.import_module(f"builder.desk.works.{module}"), function)
            return found
    raise LookupError(kind)
