"""A year opened: its folders made, its ledger in agreement with what lies in them."""

import importlib
import json
import secrets
from pathlib import Path
from typing import TYPE_CHECKING

from builder.findings.failure import failure_words
from builder.findings.finding import Finding
from builder.frozen import frozen
from builder.ledger.refusal import NoLedgerError
from builder.pipeline.files import write_whole
from builder.pipeline.year.folder import LEDGER_FILE, YEAR_FILE, About, Room, Year, is_year
from builder.pipeline.year.reconciling import reconcile
from builder.pipeline.year.step import Told, nobody
from builder.show.plain import record_of
from builder.show.plain_record import MisfitError, data_of, parsed

if TYPE_CHECKING:
    from builder.ledger.ledger import Ledger


@frozen
class Opened:
    """The year, ``None`` where it cannot be opened, and what is told of it."""

    year: Year | None
    findings: tuple[Finding, ...] = ()


def open_year(
    root: Path,
    *,
    title: str = "",
    database: str = "",
    create: bool = False,
    rebuild: bool = False,
    told: Told = nobody,
) -> Opened:
    """The year in a folder, made there with ``create``; nothing about the folder raises.

    The ledger lies beside the folders, or in the ``database`` at a URL. With ``rebuild`` it is
    made anew from the folders.
    """
    root = root.resolve()
    try:
        about = _about(root, title, create=create)
        if isinstance(about, Finding):
            return Opened(year=None, findings=(about,))
        for room in Room:
            (root / room.value).mkdir(exist_ok=True)
        ledger = _ledger(root, database)
        if isinstance(ledger, Finding):
            return Opened(year=None, findings=(ledger,))
        year = Year(root=root, about=about, ledger=ledger)
        if ledger.year(about.id) != about.id:
            year.close()
            return Opened(year=None, findings=(Finding.at("QA1288", root),))
        if rebuild:
            ledger.clear()
        return Opened(year=year, findings=reconcile(year, told))
    except OSError as error:
        return Opened(year=None, findings=(Finding.at("QA891", root, actual=failure_words(error)),))


def _about(root: Path, title: str, *, create: bool) -> About | Finding:
    path = root / YEAR_FILE
    if is_year(root):
        try:
            return data_of(About, parsed(path.read_bytes()))
        except MisfitError:
            return Finding.at("QA1286", root)
    if not create:
        return Finding.at("QA1286", root)
    about = About(id=secrets.token_hex(8), title=title)
    text = json.dumps(record_of(about), ensure_ascii=False, indent=1)
    return write_whole(path, text.encode()) or about


def _ledger(root: Path, database: str) -> "Ledger | Finding":
    # Whoever needs no ledger need not have its libraries.
    try:
        opened = importlib.import_module("builder.ledger.ledger")
    except ImportError:
        return Finding.at("QA1289", root)
    try:
        ledger: Ledger = opened.Ledger.at(root / LEDGER_FILE, database)
    except NoLedgerError as error:
        return Finding.at("QA1287", root / LEDGER_FILE, actual=str(error))
    return ledger
