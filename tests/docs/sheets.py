"""``python -m tests.docs.sheets``: every award's kit as it is printed, blank and filled in.

LibreOffice prints each file; Poppler draws the pages, of a report the first ones; what stands
side by side on one picture is one file. The beginning of an award's id draws only those.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from tests.docs.pages import SHEETS, SITE, renewed, text_of
from tests.oracles.libreoffice import PDF, converted
from tests.support.filling import filled_in
from tests.support.reports import blank_report, complete_workbook
from tests.support.workbooks import (
    SCHEME_IDS,
    filled_bytes,
    kits_named,
    shipped_plan,
    shipped_scheme,
)

PICTURES = SITE / "pictures" / "样张"
BEGIN, END = "<!-- 样张 -->", "<!-- 样张完 -->"
_DOTS, _COLOURS = 40, 24
_ACROSS, _PAGES, _GAP = 6, 24, 6
_GREY = (226, 226, 226)
_KINDS = (("评分表", ".xlsx"), ("申报材料", ".docx"))
_STATES = ("空白", "填好")


def main() -> None:
    """Draw every picture, or those of the awards that are named, and write the page."""
    wanted = tuple(sys.argv[1:]) or ("",)
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        for scheme_id in (one for one in SCHEME_IDS if one.startswith(wanted)):
            for name, content in _files(scheme_id):
                (folder / name).write_bytes(content)
        files = sorted(folder.iterdir())
        converted(files, PDF, folder, folder / "profile")
        for path in sorted(folder.glob("*.pdf")):
            _sheet(path).save(PICTURES / f"{path.stem}.png", optimize=True)
    SHEETS.write_text(renewed(text_of(SHEETS), BEGIN, END, list(lines())), "utf-8")


def lines() -> Iterator[str]:
    """What the page shows: each award, its two files, blank and filled in."""
    for scheme_id in SCHEME_IDS:
        scheme = shipped_scheme(kits_named(scheme_id)[0])
        yield f"\n## {scheme.title}\n"
        for kind, _ in _KINDS:
            for state in _STATES:
                picture = f"pictures/样张/{scheme_id}-{kind}-{state}.png"
                yield f"**{kind}，{state}**\n"
                yield f"![{scheme.title}的{kind}，{state}]({picture})\n"


def _files(scheme_id: str) -> Iterator[tuple[str, bytes]]:
    kit = kits_named(scheme_id)[0]
    blank = blank_report(kit)
    contents = (
        (filled_bytes(shipped_plan(kit), {}), complete_workbook(kit)),
        (blank, filled_in(kit, blank).content),
    )
    for (kind, suffix), both in zip(_KINDS, contents, strict=True):
        for state, content in zip(_STATES, both, strict=True):
            yield f"{scheme_id}-{kind}-{state}{suffix}", content


def _sheet(path: Path) -> Image.Image:
    """The first pages of a file side by side, in few colours."""
    words = ("pdftoppm", "-r", str(_DOTS), "-l", str(_PAGES), str(path), str(path.with_suffix("")))
    subprocess.run(words, check=True, capture_output=True)
    pages = [Image.open(one) for one in sorted(path.parent.glob(f"{path.stem}-*.ppm"))]
    width = max(page.width for page in pages) + _GAP
    rows = [pages[at : at + _ACROSS] for at in range(0, len(pages), _ACROSS)]
    heights = [max(page.height for page in row) + _GAP for row in rows]
    sheet = Image.new("RGB", (width * min(_ACROSS, len(pages)) + _GAP, sum(heights) + _GAP), _GREY)
    top = _GAP
    for row, height in zip(rows, heights, strict=True):
        for place, page in enumerate(row):
            sheet.paste(page, (_GAP + place * width, top))
        top += height
    return sheet.quantize(_COLOURS, dither=Image.Dither.NONE)


if __name__ == "__main__":
    main()
