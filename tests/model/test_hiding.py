"""Names are found however they are written, and ordinary words are not taken for names."""

from time import process_time

import pytest

from builder.model.office import FieldKind
from builder.model.panel.applicant_words import Said, applicant_words
from builder.model.panel.hiding import HiddenKind, HiddenWord, folded, freed, sought
from builder.model.panel.short_names import called_in, short_names

FIRM = "江门示例精密传动有限公司"
CODE = "〔C01〕"
# Linear work of a tenth of this; anything quadratic would take minutes.
_SECONDS = 10
OFFICIAL = folded("质量管理体系持续改进，追求卓越")


def line(caption: str, answer: str, kind: FieldKind | None = FieldKind.TEXT) -> Said:
    return Said(caption=caption, kind=kind, answer=answer)


SAID = (
    line("法定代表人", "王小明"),
    line("联系人", "李 雷（办公室）、韩梅 13900139000"),
    line("联系电话", "0750-3123456 / 13800138000"),
    line("电子邮箱", "info@shili-gear.com", FieldKind.EMAIL),
    line("通讯地址", "广东省江门市蓬江区建设路8号"),
    line("统一社会信用代码", "91440703MA4UXY1234", FieldKind.CREDIT_CODE),
    line("英文名称", "Shili Precision Drive Co., Ltd."),
    line("企业简称", "示传"),
    line("主要产品", "减速机"),
    line("推荐单位", "蓬江区市场监督管理局"),
)


def hidden(text: str, *more: str, applicant: str = FIRM) -> str:
    words = applicant_words(applicant, SAID, (text,), OFFICIAL, more)
    return freed(text, sought(words.words), CODE).text


@pytest.mark.parametrize(
    "written",
    [
        FIRM,
        "江门示例精密传动",
        "示例精密传动有限公司",
        "示例精密",
        "示例",
        "江門示例精密傳動有限公司",
        "江 门 示 例 精 密 传 动 有 限 公 司",
        "江门示例·精密-传动有限公司",
        "江门示\u200b例精密传\n动有限公司",
        "ＳＨＩＬＩ　ＰＲＥＣＩＳＩＯＮ　ＤＲＩＶＥ　ＣＯ．，ＬＴＤ．",
        "shili precision drive",
        "Shili Precision Drive Co Ltd",
        "示传",
        "王小明",
        "王　小明",
        "李雷",
        "韩梅",
        "13800138000",
        "138-0013-8000",
        "１３８００１３８０００",
        "0750-3123456",
        "(0750)3123456",
        "3123456",
        "info@shili-gear.com",
        "ＩＮＦＯ＠ｓｈｉｌｉ－ｇｅａｒ．ｃｏｍ",
        "https://www.shili-gear.com/about?x=1",
        "www.shili-gear.com",
        "shili-gear.com.cn",
        "Shili-Gear",
        "someone@other.example.org",
        "91440703MA4UXY1234",
        "91440703 ma4uxy1234",
        "广东省江门市蓬江区建设路8号",
        "建设路8号",
    ],
)
def test_a_name_is_replaced_by_the_code_however_it_is_written(written: str) -> None:
    assert hidden(f"前文，{written}，后文。") == f"前文，{CODE}，后文。"


@pytest.mark.parametrize(
    "kept",
    [
        "减速机的质量管理",
        "蓬江区市场监督管理局",
        "编号 1138001380001 的订单",
        "如图表显示\n例如下列三项",
        "precision drives in general",
        "GB/T 19580、ISO 9001:2015、V2.0.cn3",
        "江门市政府质量奖",
    ],
)
def test_what_names_nobody_stays(kept: str) -> None:
    assert hidden(kept) == kept


def test_what_is_found_is_counted_under_its_own_kind() -> None:
    text = f"{FIRM}，联系 李雷 13800138000，示例精密人，www.a.cn"
    words = applicant_words(FIRM, SAID, (text,), OFFICIAL, ())
    found = [one.kind for one in freed(text, sought(words.words), CODE).found]
    assert found == [
        HiddenKind.NAME,
        HiddenKind.PERSON,
        HiddenKind.PHONE,
        HiddenKind.SHORT,
        HiddenKind.WEB,
    ]


def test_an_ordinary_word_stays_alone_and_goes_beside_what_makes_it_a_name() -> None:
    firm, text = "蓬江质量科技有限公司", "质量公司重视质量，质量科技有限公司的质量好"
    said = (line("法定代表人", "卓越"), SAID[4])
    words = applicant_words(firm, said, (text,), OFFICIAL, ())
    assert {one.text for one in words.ordinary} == {"质量", "卓越"}
    assert freed(text, sought(words.words), CODE).text == f"{CODE}重视质量，{CODE}的质量好"
    told = freed("卓越总经理追求卓越，董事长卓越", sought(words.words), CODE).text
    assert told == f"{CODE}追求卓越，{CODE}"


def test_an_office_may_have_any_word_hidden() -> None:
    assert hidden("质量杯冠军", "质量杯") == f"{CODE}冠军"


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("珠海格力电器股份有限公司", "格力"),
        ("比亚迪汽车工业有限公司", "比亚迪"),
        ("华为技术有限公司", "华为"),
        ("湖北省武汉市东湖好孩子日化集团有限公司", "武汉市东湖好孩子"),
        ("丙丁生物醫藥集團有限公司", "丙丁"),
        ("江门市蓬达机械装备机械有限公司", "蓬达"),
    ],
)
def test_the_firms_own_word_follows_from_its_name(name: str, short: str) -> None:
    assert any(short.endswith(one) for one in short_names(name) if len(one) < 6)
    assert short in short_names(name) or short.endswith(short_names(name)[-1])


def test_what_a_firm_calls_itself_is_known_and_what_it_calls_others_is_not() -> None:
    texts = (
        f"{FIRM}（以下简称“示传”或“公司”）成立于2001年",
        "江门示例精密傳動有限公司（下称：示精）",
        f"{FIRM}（以下简称公司）",
        "卓越绩效评价准则（以下简称《准则》）",
    )
    assert called_in(FIRM, texts) == ("示传", "示精")


def test_what_a_firm_says_it_is_called_in_english_is_hidden() -> None:
    text = "本公司（英文名称：Jiangmen Xample Gears Co.， Ltd.）的品牌"
    words = applicant_words(FIRM, (), (text,), OFFICIAL, ()).words
    said = "Jiangmen Xample Gears 与 JIANGMEN XAMPLE GEARS CO., LTD."
    assert freed(said, sought(words), CODE).text == f"{CODE} 与 {CODE}"


def test_words_that_overlap_are_one_place() -> None:
    words = sought(
        HiddenWord(kind=HiddenKind.MORE, text=text) for text in ("甲乙丙丁", "丙丁戊己", "乙")
    )
    done = freed("x甲乙丙丁戊己y", words, CODE)
    assert (done.text, len(done.found)) == (f"x{CODE}y", 1)


@pytest.mark.parametrize(
    "text", ["a." * 50_000, "a-" * 50_000 + ".b", "a" * 100_000 + "@b", "江(" * 50_000]
)
def test_a_text_of_one_long_run_takes_no_longer_than_another(text: str) -> None:
    words = sought(applicant_words(FIRM, SAID, (text,), OFFICIAL, ()).words)
    begun = process_time()
    assert freed(text, words, CODE).text == text
    assert process_time() - begun < _SECONDS
