"""Rounds whose reviewers change after their reviews were given out."""

import hashlib
from pathlib import Path

from builder.pipeline.panel.amending import amend_reviews
from builder.pipeline.panel.reviewing import ReviewOrder, Reviews
from builder.pipeline.templates import shipped_templates
from builder.pipeline.verify import Verifier
from tests.support.lists import save_list

Row = tuple[str | None, ...]


def amended(
    folder: Path,
    *rows: Row,
    table: tuple[Row, ...] = (),
    least: int = 1,
    key: Path | None = None,
) -> Reviews:
    """What came of a new list of reviewers, and a table where there is one."""
    assignment = save_list(folder / "新分工.xlsx", *table) if table else None
    order = ReviewOrder(
        files=(),
        reviewers=save_list(folder / "新名单.xlsx", ("姓名", "角色", "回避单位"), *rows),
        folder=folder / "评审",
        blind=False,
        template=shipped_templates().workbook,
        least=least,
        assignment=assignment,
        key=key,
    )
    return amend_reviews(order, Verifier())


def digests(folder: Path) -> dict[str, str]:
    """The digest of every workbook below a folder by its path."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*.xlsx")
    }
