"""The notices of the examples as Word files: what their schemes print, without what clerks add."""

import re
from collections.abc import Iterator

from builder.load.library import shipped_folder
from tests.notice.shapes import Paper, Row, Sheet

FOLDER = shipped_folder("schemes/examples")
# What a clerk adds behind a heading is on no notice.
_ADDED = re.compile(r"\s*\{[^{}]*\}\s*$")
_HEADING = re.compile(r"#+\s+(.*)")


def example_paper(example: str) -> Paper:
    """The notice of an example: its title, its headings, paragraphs and tables."""
    text = (FOLDER / f"{example}.md").read_text(encoding="utf-8")
    _, head, body = text.split("---\n", 2)
    said = dict(line.partition(":")[::2] for line in head.splitlines() if line[:1].strip())
    title = (said.get("标题") or said.get("title") or "").strip()
    total = (said.get("总分") or said.get("total") or "").strip().strip('"')
    sums = (f"总分{total}分。",) if total else ()
    return Paper(parts=("附件1", title, *sums, *_parts(body.splitlines())))


def _parts(lines: list[str]) -> Iterator[str | Sheet]:
    rows: list[Row] = []
    for line in (*lines, ""):
        if line.startswith("|"):
            cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
            if set("".join(cells)) - set("-: "):
                rows.append([cell.replace("<br>", "\n") for cell in cells])
            continue
        if rows:
            yield Sheet(rows=tuple(rows), heads=1)
            rows = []
        found = _HEADING.match(line)
        said = _ADDED.sub("", found[1]) if found else line.removeprefix("> ").removeprefix("- ")
        if said.strip():
            yield said.strip()
