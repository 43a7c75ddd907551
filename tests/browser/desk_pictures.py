"""The manual's pictures of the desk: ``python -m tests.browser.desk_pictures`` remakes them."""

import tempfile
from pathlib import Path

from builder.load.library import shipped_folder
from tests.browser.desk_page import DeskPage
from tests.browser.desk_year import COMPANIES, INTAKE, plan_of, returned
from tests.browser.driving import driven
from tests.support.desks import running
from tests.support.workbooks import PENGJIANG

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
_SETTINGS = "name: 蓬江区质量强区工作领导小组办公室\nyear: 2026\n"


def main() -> None:
    """Live through the beginning of a year, and take a picture of where most is seen."""
    with tempfile.TemporaryDirectory() as made:
        year = Path(made) / "蓬江区政府质量奖2026"
        for room in ("方案", "设置"):
            (year / room).mkdir(parents=True)
        scheme = year / "方案" / f"{PENGJIANG}.md"
        scheme.write_bytes((shipped_folder("schemes") / scheme.name).read_bytes())
        settings = year / "设置" / "本单位.yaml"
        settings.write_text(_SETTINGS, "utf-8")
        files = returned(Path(made) / "收到的", plan_of(scheme, settings))
        with running(year) as (_, address), driven("chromium") as browser:
            desk = DeskPage(browser, address)
            desk.go("/intake")
            desk.drop(INTAKE, sorted(files.folder.iterdir()))
            desk.wait_for(COMPANIES[0])
            desk.wait_done()
            desk.press("知道了")
            desk.go("/intake?order=applicant")
            desk.shot(PICTURES / "工作台.png")


if __name__ == "__main__":
    main()
