"""Good files with bytes and markup changed at random: never a traceback, a hang, a wrong total.

Sized by ``--proof`` and ``--every``. What is changed is the same in every run.
"""

import random
import re
import time
import zlib
from collections.abc import Mapping
from functools import partial
from pathlib import Path

import pytest

from builder.formula.address import cell_address
from builder.model.verdict import Status, Verdict
from builder.pipeline.batch import Basis, verify_file
from builder.pipeline.returned_files import ReturnedFile
from builder.write.annotate.document import annotated_document
from builder.write.annotate.workbook import annotated_workbook
from tests.hostile.made import kit, packed, parts, unpacked
from tests.support.reports import filled_report
from tests.support.workbooks import PENGJIANG, SUIHUA, WUHAN
from tests.verify.judged import case
from tests.verify.tampering import edited, sheet_part

SEED = 20261126
ROUNDS, PROOF_ROUNDS, ALL_ROUNDS = 40, 1000, 2500
SECONDS = 10
_PIECES = (
    b"",
    b"<",
    b">",
    b'"',
    b"&",
    b"0",
    b"9" * 20,
    b"-",
    b"</row>",
    b"\xff",
    b"<f>1</f>",
    b"A1",
)


@pytest.fixture
def rounds(request: pytest.FixtureRequest) -> int:
    """How many files are changed."""
    if not request.config.getoption("proof"):
        return ROUNDS
    return ALL_ROUNDS if request.config.getoption("every") else PROOF_ROUNDS


def verdict_on(folder: Path, content: bytes, suffix: str = ".xlsx") -> Verdict:
    """The verdict, after the file was marked too: nothing may have reached the net."""
    path = folder / f"改{suffix}"
    path.write_bytes(content)
    begin = time.monotonic()
    verdict = verify_file(ReturnedFile(path=path), Basis())
    assert "QA831" not in [finding.code for finding in verdict.findings]
    if verdict.status is not Status.UNREADABLE:
        marked = annotated_workbook if suffix == ".xlsx" else annotated_document
        marked(content, verdict)
    assert time.monotonic() - begin < SECONDS
    return verdict


def changed_bytes(draws: random.Random, content: bytes) -> bytes:
    changed = bytearray(content)
    for _ in range(draws.randint(1, 6)):
        changed[draws.randrange(len(changed))] = draws.randrange(256)
    return bytes(changed[: len(changed) if draws.random() < 0.8 else draws.randrange(len(changed))])


def changed_markup(draws: random.Random, good: Mapping[str, bytes]) -> bytes:
    name = draws.choice(sorted(name for name in good if name.endswith((".xml", ".rels"))))
    content = bytearray(good[name])
    for _ in range(draws.randint(1, 3)):
        place = draws.randrange(len(content))
        content[place : place + draws.randint(0, 3)] = draws.choice(_PIECES)
    return packed({**good, name: bytes(content)})


def test_no_changed_byte_of_the_container_escapes(tmp_path: Path, rounds: int) -> None:
    draws = random.Random(SEED)  # noqa: S311 - nothing here is a secret
    content = kit()
    for _ in range(rounds):
        verdict = verdict_on(tmp_path, changed_bytes(draws, content))
        # A changed byte that matters breaks a checksum; what is read all the same is unchanged.
        assert verdict.score is None or verdict.score.total == 800


def test_no_changed_markup_escapes(tmp_path: Path, rounds: int) -> None:
    draws = random.Random(SEED + 1)  # noqa: S311 - nothing here is a secret
    good = parts()
    for _ in range(rounds):
        verdict_on(tmp_path, changed_markup(draws, good))


def test_no_changed_byte_of_a_report_escapes(tmp_path: Path, rounds: int) -> None:
    draws = random.Random(SEED + 2)  # noqa: S311 - nothing here is a secret
    content = filled_report(PENGJIANG)
    for _ in range(rounds):
        verdict_on(tmp_path, changed_bytes(draws, content), ".docx")


def test_no_changed_markup_of_a_report_escapes(tmp_path: Path, rounds: int) -> None:
    draws = random.Random(SEED + 3)  # noqa: S311 - nothing here is a secret
    good = unpacked(filled_report(PENGJIANG))
    for _ in range(rounds):
        verdict_on(tmp_path, changed_markup(draws, good), ".docx")


@pytest.mark.parametrize("scheme_id", [PENGJIANG, SUIHUA, WUHAN])
def test_no_changed_total_passes_in_silence(tmp_path: Path, rounds: int, scheme_id: str) -> None:
    chosen = case(scheme_id, 0)
    plan = chosen.plan
    computed = (
        plan.total,
        *(g.score for g in plan.groups),
        *(leaf.counted for leaf in plan.leaves),
    )
    honest = verdict_on(tmp_path, chosen.content)
    assert honest.findings == ()
    draws = random.Random(zlib.crc32(scheme_id.encode()))  # noqa: S311 - nothing is a secret
    for _ in range(rounds // 12):
        cell = draws.choice(computed)
        address = cell_address(cell.row, cell.column)
        kept = draws.choice((r"\g<start>\g<formula>", r"\g<start>"))
        number = draws.choice(("-1", "0.123", "77777", "1e3"))
        changed = re.compile(
            rf'(?P<start><c r="{address}"[^>]*>)'
            r"(?P<formula><f[^>]*>[^<]*</f>|<f[^>]*/>)<v>[^<]*</v>"
        )
        content = edited(
            chosen.content,
            sheet_part(plan, cell.sheet),
            partial(changed.sub, rf"{kept}<v>{number}</v>"),
        )
        verdict = verdict_on(tmp_path, content)
        assert verdict.findings
        assert verdict.score == honest.score
