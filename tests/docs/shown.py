"""Every text that people meet: in the program, its pages and templates, the files it writes, docs.

The words of a notice are its own, and what only knows how others write is shown to nobody.
"""

import ast
import re
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from builder.book.book_plan import BookPlan
from builder.book.sheet import Visibility
from builder.model.returned_document import ReturnedParagraph
from builder.read.document import read_document_content
from tests.docs.pages import OTHER_PAGES, ROOT, SITE_PAGES, text_of
from tests.panel.test_layouts import consensus, review
from tests.schemes.notices import NOTICES, squeezed
from tests.support.reports import blank_report
from tests.support.workbooks import SCHEME_IDS, kits_named, shipped_plan

WORDING = ROOT / "docs" / "用语.md"
Shown = tuple[str, str]
_PROGRAM = ROOT / "builder"
# What is known of how others write, and we did: headings of lists, words of notices.
_KNOWS = (
    "notice/recognise/",
    "pipeline/list_words.py",
    "pipeline/units.py",
    "model/earlier_editions.py",
    "model/panel/",
    "kit/older_layouts.py",
)
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_PATTERN = re.compile(r"\(\?|\\[dsbw]|\|.*\||\[\^")


def program() -> Iterator[Shown]:
    """The texts in the program's own files, and its pages."""
    for path in sorted(_PROGRAM.rglob("*.py")):
        name = str(path.relative_to(_PROGRAM))
        if not name.startswith(_KNOWS):
            yield from ((f"{name}:{line}", text) for line, text in _literals(path))
    for path in sorted((*_PROGRAM.rglob("*.html"), *_PROGRAM.rglob("*.js"))):
        yield from _lines(path.name, path.read_text("utf-8"))


def _literals(path: Path) -> Iterator[tuple[int, str]]:
    tree = ast.parse(path.read_text("utf-8"))
    said = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            lines = [line.strip() for line in node.value.splitlines()]
            shown = (line for line in lines if _CHINESE.search(line))
            yield from ((node.lineno, line) for line in shown if not _PATTERN.search(line))


def documentation() -> Iterator[Shown]:
    """The pages for people, but the one that says which words are not used."""
    for page in (*OTHER_PAGES, *SITE_PAGES):
        if page != WORDING:
            yield from _lines(page.name, text_of(page))


def templates() -> Iterator[Shown]:
    """The texts in the templates of Office files."""
    for path in sorted((ROOT / "templates").rglob("*.[dx][ol][cs]x")):
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                part = re.sub(r"<[^>]*>", "\n", archive.read(name).decode("utf-8", "ignore"))
                yield from _lines(f"{path.name}:{name}", part)


def schemes() -> Iterator[Shown]:
    """What the heads of the shipped schemes say beside the notice."""
    for scheme_id in SCHEME_IDS:
        head = (ROOT / "schemes" / f"{scheme_id}.md").read_text("utf-8").split("\n---\n")[0]
        texts = (line.strip(" -").partition(": ")[2] for line in head.splitlines())
        yield from _own(scheme_id, texts)


def kits() -> Iterator[Shown]:
    """What stands in the workbooks, reports and reviews of every award beside the notice."""
    for scheme_id in SCHEME_IDS:
        kit = kits_named(scheme_id)[0]
        for book in (shipped_plan(kit), review(kit), consensus(kit, 3)):
            yield from _own(scheme_id, _of_book(book))
        yield from _own(scheme_id, _of_report(kit))


def _of_book(book: BookPlan) -> Iterator[str]:
    for sheet in (one for one in book.sheets if one.visibility is Visibility.VISIBLE):
        yield sheet.name
        yield from (cell.content for cell in sheet.cells if isinstance(cell.content, str))
        yield from (chart.title for chart in sheet.charts)
        for rule in sheet.validations:
            yield from (rule.title, rule.prompt, rule.error)


def _of_report(kit: str) -> Iterator[str]:
    document = read_document_content("申报材料.docx", lambda: blank_report(kit)).document
    assert document is not None
    for block in document.blocks:
        if isinstance(block, ReturnedParagraph):
            yield block.text
        else:
            yield from (text for row in block.rows for text in row)


def _own(award: str, texts: Iterator[str]) -> Iterator[Shown]:
    """The lines that are not those of a notice."""
    for text in texts:
        for line in text.splitlines():
            if line.strip() and squeezed(line.strip(" \"'")) not in _official():
                yield award, line


@cache
def _official() -> str:
    return "".join("".join(notice.lines) for notice in NOTICES)


def _lines(where: str, text: str) -> Iterator[Shown]:
    return ((where, line.strip()) for line in text.splitlines() if line.strip())
