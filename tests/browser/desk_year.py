"""What an office and its applicants bring to the desk in one year of an award."""

import json
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from builder.formula.value import Value
from builder.kit.kit_plan import KitPlan
from builder.load.office import load_office
from builder.model.panel.record import PanelRecord
from builder.model.panel.stages import AGREE, StageKind, StageTask
from builder.pipeline.choosing import Wanted
from builder.pipeline.form import write_form
from builder.pipeline.kits_of_scheme import open_kits
from builder.pipeline.own_schemes import own_schemes
from builder.pipeline.panel.record_files import RECORD_FILE, read_record
from builder.pipeline.stages.issuing import task_file
from builder.pipeline.verify import Verifier
from builder.write.xlsx.workbook import workbook_bytes
from tests.cli.calls import call
from tests.form.made import row_of
from tests.hostile.catalogue import HOSTILE_FILES
from tests.notice.shapes import tree_as_table, word
from tests.schemes.notices import scheme_of
from tests.support.answers import complete_answers, score_input
from tests.support.lists import save_list
from tests.support.stages import filled_ballot
from tests.support.workbooks import PENGJIANG, shipped_look

COMPANIES = tuple(
    f"蓬江{name}有限公司"
    for name in (
        *("宏达机电", "信诚电器", "永兴纸业", "金瓯摩托", "长乐食品", "白石化工"),
        *("江华纺织", "潮连五金", "荷塘金属", "杜阮照明", "棠下建材", "环市电子"),
    )
)
FAULTY = COMPANIES[:3]
# What the place says on which returned files are dropped.
INTAKE = "把收到的文件和文件夹拖到这里"
REVIEWERS = (("陈志远", "组长", ""), ("林晓梅", "评审员", ""))
MEMBERS = (("区领导", "主任委员"), ("市场监管局", "委员"), ("发改局", "委员"))
# What the secretary fills in of the rules: those that the panel and the stages after it need.
RULES = {
    "least": "2",
    "defence.weight": "20%",
    "defence.places": "5",
    "vote.share": "2/3",
    "vote.quorum": "2/3",
    "vote.places": "3",
    "publicity.since": "2026-12-07",
    "publicity.until": "2026-12-11",
    "publicity.contact": "0750-1234567（质量科）",
}
SETTINGS = {"name": "蓬江区质量强区工作领导小组办公室", "year": "2026"}
_HOSTILE = "网页"


@dataclass(frozen=True, kw_only=True)
class Returned:
    """The files that came back, each in the folder of its applicant."""

    folder: Path
    plan: KitPlan

    def path(self, name: str) -> Path:
        """Where an applicant's workbook lies."""
        return self.folder / name / f"{name}-自评打分表.xlsx"

    def fill(self, name: str, *, faulty: bool) -> Path:
        """An applicant's workbook, one of its scores a word where it is ``faulty``."""
        place = COMPANIES.index(name)
        answers: dict[str, Value] = complete_answers(self.plan) | {self.plan.applicant: name}
        answers |= {key: _code(place) for key in answers if key.endswith("credit_code")}
        leaf = self.plan.leaves[place]
        score = score_input(self.plan, leaf)
        most = score.allowed.high or leaf.points
        answers[score.name] = "很好" if faulty else most - (score.allowed.step or 1)
        path = self.path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(workbook_bytes(self.plan, shipped_look(), answers))
        return path


def _code(place: int) -> str:
    """A unified social credit code whose check character is right."""
    signs = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    body = f"91440703MA{place:07}"
    weights = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
    total = sum(signs.index(sign) * weight for sign, weight in zip(body, weights, strict=True))
    return body + signs[(31 - total % 31) % 31]


def notice(folder: Path) -> Path:
    """The award's notice as a Word file with one great table."""
    path = folder / "蓬江区评分要点.docx"
    path.write_bytes(word(tree_as_table(scheme_of(PENGJIANG))))
    return path


def applicants(folder: Path) -> Path:
    """The list of those who applied."""
    rows = [(name, f"联系人{place}") for place, name in enumerate(COMPANIES, 1)]
    return save_list(folder / "名单.xlsx", ("申报组织", "联系人"), *rows)


def reviewers(folder: Path) -> Path:
    """The list of those who review."""
    return save_list(folder / "评审员.xlsx", ("姓名", "角色", "回避单位"), *REVIEWERS)


def members(folder: Path) -> Path:
    """The list of the committee."""
    return save_list(folder / "评委.xlsx", ("姓名", "角色"), *MEMBERS)


def changed_tables(folder: Path, scheme: Path, caption: str, value: str) -> Path:
    """A scheme's tables as somebody with a spreadsheet changed one value of them."""
    path = folder / "改好的方案表.xlsx"
    assert write_form(scheme, path).findings == ()
    book = load_workbook(path)
    sheet = book["基本"]
    sheet.cell(row_of(sheet, 1, caption), 2).value = value
    book.save(path)
    return path


def ballots(folder: Path, year: Path, kind: StageKind, source: Path) -> list[Path]:
    """Every member's form of a stage filled in: points that fall, or a yes for everybody."""
    forms = year / "结果" / kind.label
    task = read_record(forms / task_file(kind), StageTask, "QA939")
    record = read_record(source / RECORD_FILE, PanelRecord, "QA957")
    assert isinstance(task, StageTask)
    assert isinstance(record, PanelRecord)
    verifier = Verifier(own_schemes((), (year / "方案",))[0])
    defended = kind is StageKind.DEFENCE
    given: dict[str, Value] = {
        code: Decimal(90 - place) if defended else AGREE
        for place, code in enumerate(task.applicants)
    }
    paths = []
    for member in task.members:
        path = folder / kind.label / task.file(member)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(filled_ballot(record, task, member, given, verifier=verifier))
        paths.append(path)
    return paths


def plan_of(scheme: Path, settings: Path) -> KitPlan:
    """What the kits of the year were made from."""
    office = load_office(settings).office
    assert office is not None
    (plan,) = open_kits(str(scheme), Wanted(), office).plans
    return plan


def returned(folder: Path, plan: KitPlan) -> Returned:
    """Twelve applicants' files: three faulty, one of them hostile, one a second time."""
    made = Returned(folder=folder, plan=plan)
    for name in COMPANIES:
        made.fill(name, faulty=name in FAULTY)
    hostile = next(one for one in HOSTILE_FILES if one.name == _HOSTILE)
    made.path(COMPANIES[-1]).write_bytes(hostile.make())
    again = folder / "又发一次" / made.path(COMPANIES[5]).name
    again.parent.mkdir(parents=True)
    again.write_bytes(made.path(COMPANIES[5]).read_bytes())
    return made


def by_command(folder: Path, year: Path) -> dict[str, tuple[str, Any]]:
    """State and score of every file in a folder as the command line has them, by file name."""
    done = call(
        folder.parent,
        *("verify", str(folder), "--json", "--schemes", str(year / "方案")),
        *("--office", str(next((year / "设置").glob("*.yaml")))),
    )
    told = [one for one in json.loads(done.output) if "status" in one]
    return {
        Path(one["path"]).name: (one["status"], (one["score"] or {}).get("total")) for one in told
    }
