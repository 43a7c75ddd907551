"""``python -m tests.docs.pictures``: what the examples of the page on schemes become, drawn anew.

LibreOffice prints each example's workbook, filled in; Poppler draws the page with its table.
"""

import struct
import subprocess
import sys
import tempfile
import zlib
from collections.abc import Mapping
from pathlib import Path

from builder.kit.planning import plan_workbook
from builder.load.lint import lint_scheme
from builder.pipeline.choosing import Wanted, kits_of
from tests.docs.pages import SCHEME_GUIDE, SITE, blocks
from tests.oracles.libreoffice import PDF, converted
from tests.support.answers import complete_answers
from tests.support.workbooks import filled_bytes

PICTURES = SITE / "pictures"
# The examples of the page by their ids, and what their pictures are called.
DRAWN: Mapping[str, str] = {
    "li-xuanze": "例-选择",
    "li-zhibiao": "例-指标值",
    "li-koufen": "例-扣分加分",
    "li-chidu": "例-几种尺度",
    "li-pingjun": "例-平均和最高",
    "li-quanzhong": "例-权重",
    "li-dengji": "例-等级表",
}
_DOTS, _MARGIN, _WHITE = 80, 8, 250
_TABLE = "自评打分表\n"


def examples() -> dict[str, str]:
    """The whole schemes that the page shows, by their ids."""
    found: dict[str, str] = {}
    for text in blocks(SCHEME_GUIDE, "markdown"):
        for line in text.splitlines()[:3]:
            name, _, said = line.partition(": ")
            if name in ("id", "编号"):
                found[said.strip()] = text
    return found


def main() -> None:
    """Draw every picture, or those that are named."""
    wanted = sys.argv[1:] or tuple(DRAWN)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for scheme_id in wanted:
            _filled(folder, scheme_id)
        converted(sorted(folder.glob("*.xlsx")), PDF, folder, folder / "profile")
        for scheme_id in wanted:
            picture = _drawn(folder, scheme_id)
            (PICTURES / f"{DRAWN[scheme_id]}.png").write_bytes(picture)


def _filled(folder: Path, scheme_id: str) -> None:
    path = folder / f"{scheme_id}.md"
    path.write_text(examples()[scheme_id], "utf-8")
    loaded = lint_scheme(path)
    if loaded.scheme is None:
        raise RuntimeError(str(loaded.findings))
    kits, findings = kits_of(loaded.scheme, Wanted())
    if not kits:
        raise RuntimeError(str(findings))
    plan = plan_workbook(kits[0])
    (folder / f"{scheme_id}.xlsx").write_bytes(filled_bytes(plan, complete_answers(plan)))


def _drawn(folder: Path, scheme_id: str) -> bytes:
    """The page of the scoring table without its margins, as a PNG."""
    pdf = str(folder / f"{scheme_id}.pdf")
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True)
    pages = text.stdout.decode().split("\f")
    page = next(number for number, said in enumerate(pages, start=1) if _TABLE in said)
    words = ("pdftoppm", "-r", str(_DOTS), "-f", str(page), "-l", str(page), pdf)
    drawn = subprocess.run(words, check=True, capture_output=True).stdout
    head, rest = drawn.split(b"\n255\n", 1)
    width, height = map(int, head.split()[1:3])
    rows = [rest[3 * width * row : 3 * width * (row + 1)] for row in range(height)]
    # The foot of the page, its number, is left out.
    return _png(_cropped(rows[: int(height * 0.93)]))


def _cropped(rows: list[bytes]) -> list[bytes]:
    """The rows and columns with something on them, and a little white around."""
    inked = [place for place, row in enumerate(rows) if min(row) < _WHITE]
    top, bottom = max(inked[0] - _MARGIN, 0), inked[-1] + _MARGIN
    kept = rows[top:bottom]
    width = len(kept[0]) // 3
    columns = [
        at for at in range(width) if min(min(row[3 * at : 3 * at + 3]) for row in kept) < _WHITE
    ]
    left, right = max(columns[0] - _MARGIN, 0), min(columns[-1] + _MARGIN, width)
    return [row[3 * left : 3 * right] for row in kept]


def _png(rows: list[bytes]) -> bytes:
    """The picture of rows of red, green and blue (PNG, 2nd edition, 11.2)."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        checked = kind + content
        return struct.pack(">I", len(content)) + checked + struct.pack(">I", zlib.crc32(checked))

    size = struct.pack(">IIBBBBB", len(rows[0]) // 3, len(rows), 8, 2, 0, 0, 0)
    # Each row as its difference from the one above, which a table makes small.
    lines, above = [], bytes(len(rows[0]))
    for row in rows:
        lines.append(
            b"\x02" + bytes((one - other) & 255 for one, other in zip(row, above, strict=True))
        )
        above = row
    packed = zlib.compress(b"".join(lines), 9)
    parts = (chunk(b"IHDR", size), chunk(b"IDAT", packed), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


if __name__ == "__main__":
    main()
