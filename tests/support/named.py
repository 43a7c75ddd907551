"""Applicants that say their names wherever they can, and a search for them in what is issued."""

import html
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docx.document import Document
from docx.oxml import parse_xml

from builder.book.book_plan import InputKind
from builder.book.naming import indicator_name
from builder.formula.value import Value
from builder.kit.kit_plan import KitPlan
from builder.model.panel.hiding import folded
from builder.pipeline.panel.reviewing import ReviewOrder, Reviews, write_reviews
from builder.pipeline.templates import shipped_templates
from builder.pipeline.verify import Verifier
from tests.support.answers import complete_answers
from tests.support.lists import save_list
from tests.support.panels import KIT
from tests.support.reports import filled_report
from tests.support.workbooks import shipped_plan, write_filled

FIRMS = ("江门海棠精密传动有限公司", "武汉市晓岚電器股份有限公司")
PEOPLE = (("王小棠", "李 岚棠"), ("赵晓岚", "钱多多"))
PHONES = ("0750-3123456", "13800138000")
MAILS = ("info@haitang-gear.com", "office@xiaolan.net.cn")
STREETS = ("广东省江门市蓬江区海棠大道8号", "湖北省武汉市洪山区晓岚路99号")
SHORT = (("海棠", "棠精"), ("晓岚", "岚电器"))
MORE = ("棠棠杯", "岚之星")
# What no issued file may hold, as it reads without blanks, widths and old script.
FORBIDDEN = tuple(
    map(
        folded,
        (
            *FIRMS,
            *(name for names in (*PEOPLE, *SHORT) for name in names),
            *("3123456", "13800138000", "haitang", "xiaolan", "海棠大道", "晓岚路99号"),
            *MORE,
        ),
    )
)
REVIEWERS = (("张三丰", "组长", "", ""), ("李四光", "评审员", FIRMS[1], ""), ("王五一", "", "", ""))
_NOISE = re.compile(r"[()·.,_-]")


def spellings(place: int) -> tuple[str, ...]:
    """The names of an applicant as people and programs write them."""
    firm, (boss, contact) = FIRMS[place], PEOPLE[place]
    dashed = "-".join((PHONES[place][:3], PHONES[place][3:7], PHONES[place][7:]))
    wide = "".join(chr(ord(sign) + 0xFEE0) for sign in MAILS[place])
    return (
        firm,
        " ".join(firm),
        firm.replace("电", "電").replace("传动", "傳動"),
        f"{firm[:4]}\u200b{firm[4:]}",
        f"{firm}（以下简称“{SHORT[place][1]}”）",
        f"{SHORT[place][0]}人的{SHORT[place][1]}",
        f"{boss}、{contact.replace(' ', '')}，{contact}",
        f"{PHONES[place]} 或 {dashed}",
        MAILS[place],
        wide,
        f"https://www.{MAILS[place].partition('@')[2]}/a?b=1",
        STREETS[place],
        MORE[place],
    )


def handed_in_with_names(folder: Path) -> Path:
    """Two applicants' workbooks and a report, in a folder and files that bear their names."""
    plan = shipped_plan(KIT)
    for place, firm in enumerate(FIRMS):
        home = folder / firm
        home.mkdir(parents=True)
        write_filled(home / f"{firm}-自评打分表.xlsx", plan, _answers(plan, place))
    report = filled_report(KIT, _names_in_report)
    (folder / FIRMS[0] / f"{FIRMS[0]}-申报材料.docx").write_bytes(report)
    return folder


def _answers(plan: KitPlan, place: int) -> dict[str, Value]:
    answers = complete_answers(plan) | {plan.applicant: FIRMS[place]}
    said = spellings(place)
    known = {item.name: item for item in plan.inputs}
    about = {
        "representative": PEOPLE[place][0],
        "contact": f"{PEOPLE[place][1]}（质量部）",
        "phone": PHONES[place],
        "email": MAILS[place],
        "address": STREETS[place],
    }
    answers |= {f"applicant_{key}": word for key, word in about.items()}
    for leaf in plan.leaves:
        answers[indicator_name("note", leaf.code)] = "\n".join(said)[:500]
    number = 0
    for name in tuple(answers):
        item = known[name]
        key = name.rpartition("_")[2]
        texts = item.kind in (InputKind.EVIDENCE, InputKind.METRIC)
        if texts and key in ("name", "kind", "issuer", "page", "source", "benchmark", "unit"):
            longest = item.allowed.longest or 50
            word = said[number % len(said)]
            number += 1
            if len(word) <= longest and not item.allowed.options:
                answers[name] = word
    return answers


def _names_in_report(document: Document) -> None:
    """Names in every answer, in a picture's texts, a header and the properties."""
    said = spellings(0)
    texts = [one for one in document.paragraphs if "我们采用系统的方法" in one.text]
    for number, paragraph in enumerate(texts):
        paragraph.runs[0].text += said[number % len(said)] + "。"
        paragraph.add_run(f"图 {number + 1}　{said[(number + 1) % len(said)]}")
    drawn: Any = texts[0]._p  # noqa: SLF001 - the library offers no other way
    drawn.append(parse_xml(_PICTURE.format(said[0])))
    document.sections[0].header.paragraphs[0].text = said[0]
    document.core_properties.author = FIRMS[0]
    document.core_properties.comments = said[1]


_PICTURE = (
    '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<w:drawing><wp:inline><wp:extent cx="1" cy="1"/><wp:docPr id="77" name="{0}" descr="{0}"/>'
    "</wp:inline></w:drawing></w:r>"
)


def blind_order(folder: Path, **changed: Any) -> ReviewOrder:
    """The order of a blind review of these applicants, its words to hide listed."""
    asked: dict[str, Any] = {
        "files": (folder / "收件",),
        "reviewers": save_list(
            folder / "名单.xlsx", ("姓名", "角色", "回避单位", "单位"), *REVIEWERS
        ),
        "folder": folder / "评审",
        "blind": True,
        "template": shipped_templates().workbook,
        "round": "盲试",
        "hide": save_list(folder / "也隐去.xlsx", ("也隐去",), *((word,) for word in MORE)),
    }
    return ReviewOrder(**asked | changed)


def blind_reviews(folder: Path, **changed: Any) -> Reviews:
    """A blind review of these applicants."""
    handed_in_with_names(folder / "收件")
    return write_reviews(blind_order(folder, **changed), Verifier())


def forbidden_in(folder: Path) -> list[tuple[str, str]]:
    """Every forbidden word in any part of any file below a folder, and in the names of both."""
    found = []
    for name, text in _texts(folder):
        read = folded(text)
        bare = _NOISE.sub("", read)
        found += [(name, word) for word in FORBIDDEN if word in read or word in bare]
    return found


def _texts(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.rglob("*")):
        name = str(path.relative_to(folder))
        yield f"名称 {name}", name
        if not path.is_file():
            continue
        content = path.read_bytes()
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as package:
                for member in package.infolist():
                    part = package.read(member).decode("utf-8", "replace")
                    yield f"{name}!{member.filename}", f"{member.filename}\n{part}"
                    # A word may be parted by marks of its format, or written as numbers.
                    yield f"{name}!{member.filename} 文字", html.unescape(_untagged(part))
        else:
            text = content.decode("utf-8")
            yield name, text
            if path.suffix == ".json":
                yield f"{name} 内容", json.dumps(json.loads(text), ensure_ascii=False)


def _untagged(markup: str) -> str:
    return re.sub(r"<[^>]*>", "", markup)
