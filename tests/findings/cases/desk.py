"""The desk: how it starts, who comes in, and work that came to nothing."""

import json
import re
import time
from functools import partial
from pathlib import Path
from unittest.mock import patch

from builder.desk.jobs import Jobs
from builder.desk.lock import hold
from builder.desk.own_folder import OwnPlaces
from builder.desk.signing_in import SignIn
from builder.desk.told import Told
from builder.desk.users import Attempts, Users
from builder.desk.works.picturing import draw_pages
from builder.findings.finding import Finding
from builder.load.library import shipped_folder
from builder.ooxml.refusal import RefusedError
from builder.pipeline.year.folder import Room
from builder.pipeline.year.opening import open_year
from tests.desk.asking import ORIGIN, Asking
from tests.desk.paging import page_of
from tests.findings.cases.said import Case, codes, said
from tests.support.workbooks import PENGJIANG

_CODE = re.compile(r"QA\d{4}")


def _without_libraries(folder: Path) -> list[str]:
    with patch("importlib.util.find_spec", return_value=None):
        return said("desk", folder)


def _elsewhere(folder: Path) -> list[str]:
    places = OwnPlaces(folder=folder)
    places.own.mkdir()
    there = {"computer": "另一台", "port": 1, "mark": "x", "host": "x", "secure": False}
    places.lock.write_text(json.dumps(there), "utf-8")
    held = hold(places, 4321)
    return codes((held,) if isinstance(held, Finding) else ())


def _asked(folder: Path, path: str, *, origin: str = ORIGIN, method: str = "GET") -> list[str]:
    desk = Asking(journal=folder / "记录.jsonl")
    return _CODE.findall(desk.ask(path, method, origin=origin).text)


def _logged_in(folder: Path, tries: int) -> list[str]:
    with patch("builder.desk.users._COST", 2):
        desk = Asking(journal=folder / "记录.jsonl", sign_in=SignIn(Users(), Attempts()))
        for _ in range(tries):
            told = desk.ask("/login", "POST", b"name=a&password=b", origin=ORIGIN).text
    return _CODE.findall(told)


def _short_password(folder: Path) -> list[str]:
    (folder / "密码.txt").write_text("短", "utf-8")
    return said("desk", folder, "--user", "王芳", "--password", folder / "密码.txt")


def _broken(folder: Path) -> list[str]:
    places = OwnPlaces(folder=folder)
    jobs = Jobs(folder, places.orders, places.faults)
    with patch("builder.desk.jobs.sys.executable", "false"):
        jobs.start()
        job = jobs.begin("receive", "收件", "王芳", {})
        while job.state.is_open:
            time.sleep(0.01)
    jobs.end()
    return [one["code"] for one in job.findings]


def _page(folder: Path, path: str) -> list[str]:
    """What a page tells one who has come in where the year behind it is not to be had."""
    return _CODE.findall(page_of(folder, path))


def _not_drawn(folder: Path) -> list[str]:
    """Where LibreOffice does not come to an end."""
    opened = open_year(folder / "奖", create=True)
    assert opened.year is not None
    scheme = shipped_folder("schemes") / f"{PENGJIANG}.md"
    (opened.year.place(Room.SCHEMES) / scheme.name).write_bytes(scheme.read_bytes())
    told: list[Told] = []
    with patch("builder.desk.page_images.converted", side_effect=RefusedError("QA990")):
        draw_pages(opened.year, {"scheme": scheme.name, "kit": 0}, told.append)
    opened.year.close()
    return codes(told[-1].findings)


DESK_CASES: dict[str, Case] = {
    "QA1320": _without_libraries,
    "QA1321": _elsewhere,
    "QA1322": partial(_asked, path="/enter?ticket=used"),
    "QA1323": partial(_asked, path="/end", origin="https://elsewhere.example", method="POST"),
    "QA1324": partial(_logged_in, tries=1),
    "QA1325": partial(_logged_in, tries=6),
    "QA1326": lambda folder: said("desk", folder, "--listen", "127.0.0.1:0"),
    "QA1327": _broken,
    "QA1328": partial(_page, path="/"),
    "QA1329": partial(_page, path="/nowhere"),
    "QA1330": _short_password,
    "QA1331": _not_drawn,
}
