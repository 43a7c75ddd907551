"""The table on the page about proofs: what ``builder import`` gets right of each notice."""

from collections.abc import Iterable

from tests.notice.measure import Share
from tests.notice.trials import Trial

BEGIN, END = "<!-- 通知表开始 -->", "<!-- 通知表结束 -->"
HEADER = (
    "| 方案 | 通知的样子 | 指标 | 要点 | 问题 | 未用的字 |",
    "|---|---|--:|--:|--:|--:|",
)


def row(trial: Trial, share: Share) -> str:
    """One trial as a row."""
    nodes = f"{share.right_nodes}/{share.nodes}"
    criteria = f"{share.right_criteria}/{share.criteria}"
    numbers = f"{nodes} | {criteria} | {share.questions} | {share.unused}"
    return f"| {trial.scheme} | {trial.shape} | {numbers} |"


def table(rows: Iterable[str]) -> list[str]:
    """The table in Markdown."""
    return [*HEADER, *rows]
