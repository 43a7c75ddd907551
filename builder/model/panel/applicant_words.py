"""What must not be read in a blind review, from what an applicant says about itself."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from builder.frozen import frozen
from builder.model.firm_names import plain
from builder.model.office import FieldKind
from builder.model.panel.hiding import HiddenKind, HiddenWord, folded
from builder.model.panel.short_names import called_in, foreign_in, short_names
from builder.model.trades import TRADES


@frozen
class Said:
    """One line of 基本信息 with its answer."""

    caption: str
    kind: FieldKind | None
    answer: str


@frozen
class Hidden:
    """The words to hide, and those that are ordinary ones and stay where they stand alone."""

    words: tuple[HiddenWord, ...]
    ordinary: tuple[HiddenWord, ...]


# What a line of 基本信息 is about, by its caption; the first that fits counts.
_ABOUT = (
    (re.compile(r"推荐|主管|上级部门"), None),
    (re.compile(r"信用代码|机构代码|营业执照号|登记号|证件号|身份证"), HiddenKind.CODE),
    (re.compile(r"邮箱|邮件|email", re.IGNORECASE), HiddenKind.MAIL),
    (re.compile(r"网址|网站|主页|官网|域名"), HiddenKind.WEB),
    (re.compile(r"电话|手机|传真|联系方式"), HiddenKind.PHONE),
    (re.compile(r"英文|外文"), HiddenKind.FOREIGN),
    (re.compile(r"简称|字号|商号|品牌|商标|公众号|曾用名"), HiddenKind.SHORT),
    (re.compile(r"地址|住所"), HiddenKind.ADDRESS),
    (
        re.compile(
            r"(?:代表人?|联系人|负责人|经办人|填[表报写]人|申报人|姓名|董事长|总经理|总裁|厂长|校长|院长"
            r"|质量官|法人)(?:姓名)?(?:\(.*\))?$"
        ),
        HiddenKind.PERSON,
    ),
    (
        re.compile(
            r"(?:组织|单位|企业|公司|机构|集团|申报者)(?:名称|全称)?(?:\(.*\))?$|名称$|全称$"
        ),
        HiddenKind.NAME,
    ),
)
_PARTED = re.compile(r"[、；;，,/|\n]+")
_TITLES = (
    *("董事长", "总经理", "总裁", "经理", "厂长", "校长", "院长", "主任", "总工", "总监", "部长"),
    *("先生", "女士", "同志", "老师", "工程师", "总"),
)
_BEFORE = ("董事长", "总经理", "总裁", "厂长", "法定代表人", "负责人", "联系人", "创始人")
_DIGITS = re.compile(r"\+?\d[\d ()-]{5,}\d")
_FEWEST_DIGITS, _LOCAL, _COUNTRY = 7, 7, "86"
_ADDRESS = re.compile(r"[\w.+-]+@([\w-]+(?:\.[\w-]+)+)", re.ASCII)
_DOMAIN = re.compile(r"(?:https?://)?(?:www\.)?([\w-]+(?:\.[\w-]+)+)", re.ASCII)
# Where everybody has mail, and what is no name of anybody in a domain.
_PUBLIC_WORDS = """
qq foxmail 163 126 139 189 sina sohu yeah aliyun gmail outlook hotmail yahoo icloud live msn
com cn net org gov edu top vip www mail email smtp web home
"""
_PUBLIC = frozenset(_PUBLIC_WORDS.split())
_FORM = re.compile(
    r"[\s,.]*\b(?:co|company|ltd|limited|inc|corp|corporation|group|llc|plc|gmbh)\b\.?",
    re.IGNORECASE,
)
_TOWN = re.compile(r"^.*[省市区县旗](?=.{4,})")
_SHORTEST, _SHORTEST_LATIN = 2, 3
# No name is longer, and a cell of a file from anybody may be.
_LONGEST = 300
# Kinds whose word alone may be an ordinary word.
_MAY_BE_ORDINARY = (HiddenKind.SHORT, HiddenKind.PERSON, HiddenKind.WEB, HiddenKind.FOREIGN)


def applicant_words(
    applicant: str, said: Iterable[Said], texts: Iterable[str], official: str, more: Iterable[str]
) -> Hidden:
    """The words of one applicant.

    ``texts`` are what it wrote, in which it may say what it calls itself; ``official`` is the
    folded text of the notice: a word of it is an ordinary one, and hiding it would destroy what
    is read. ``more`` are the office's own words, which it answers for.
    """
    named = [HiddenWord(kind=HiddenKind.NAME, text=applicant[:_LONGEST])]
    for one in said:
        named += _named(replace(one, answer=one.answer[:_LONGEST]))
    names = tuple(dict.fromkeys(one.text for one in named if one.kind is HiddenKind.NAME))
    towns = tuple(one.text for one in named if one.kind is HiddenKind.ADDRESS)
    for name in names:
        named += (_short(text) for text in short_names(name, towns))
        named += (_short(text) for text in called_in(name, texts))
    for text in foreign_in(texts):
        named += _named(Said(caption="英文名称", kind=FieldKind.TEXT, answer=text))
    words = [HiddenWord(kind=HiddenKind.MORE, text=text) for text in more]
    ordinary: list[HiddenWord] = []
    for word in dict.fromkeys(named):
        if not _is_long_enough(word):
            continue
        if word.kind in _MAY_BE_ORDINARY and is_ordinary(word.text, official):
            ordinary.append(word)
            words += _in_company(word)
        else:
            words.append(word)
    return Hidden(words=tuple(dict.fromkeys(words)), ordinary=tuple(dict.fromkeys(ordinary)))


def is_ordinary(text: str, official: str) -> bool:
    """Whether a word is one that the notice itself uses, or that any firm may."""
    word = folded(text)
    return word in official or word in TRADES


def _short(text: str) -> HiddenWord:
    return HiddenWord(kind=HiddenKind.SHORT, text=text)


def _is_long_enough(word: HiddenWord) -> bool:
    key = folded(word.text)
    return len(key) >= (_SHORTEST_LATIN if key.isascii() else _SHORTEST)


def _about(said: Said) -> HiddenKind | None:
    match said.kind:
        case FieldKind.CREDIT_CODE:
            return HiddenKind.CODE
        case FieldKind.EMAIL:
            return HiddenKind.MAIL
        case FieldKind.TEXT:
            caption = plain(said.caption)
            return next((kind for known, kind in _ABOUT if known.search(caption)), None)
        case _:
            return None


def _named(said: Said) -> Iterator[HiddenWord]:
    """The words that one line of 基本信息 gives."""
    kind = _about(said)
    if kind is None:
        return
    texts: Iterable[str] = (said.answer,)
    match kind:
        case HiddenKind.PERSON:
            texts = _people(said.answer)
        case HiddenKind.PHONE:
            texts = _numbers(said.answer)
        case HiddenKind.SHORT:
            texts = _PARTED.split(said.answer)
        case HiddenKind.FOREIGN:
            texts = (said.answer, _FORM.sub("", said.answer))
        case HiddenKind.ADDRESS:
            texts = (said.answer, _TOWN.sub("", said.answer))
        case _:
            pass
    yield from (HiddenWord(kind=kind, text=text.strip()) for text in texts if text.strip())
    if kind in (HiddenKind.MAIL, HiddenKind.WEB):
        yield from (HiddenWord(kind=HiddenKind.WEB, text=text) for text in _domains(said.answer))


def _people(answer: str) -> Iterator[str]:
    """The names in a text like 张三（总经理）、李四 13800000000."""
    for part in _PARTED.split(re.sub(r"[（(].*?[)）]|[\d+-]{4,}", "、", answer)):
        name = part.strip()
        whole = name.replace(" ", "") if re.search(r"[^\x00-\x7f]", name) else name
        bare = next((whole.removesuffix(one) for one in _TITLES if whole.endswith(one)), whole)
        yield bare if len(bare) >= _SHORTEST else whole


def _numbers(answer: str) -> Iterator[str]:
    """The numbers in a text, whole and without what is only dialled from elsewhere."""
    for match in _DIGITS.finditer(folded_blanks(answer)):
        parts = [part for part in re.split(r"\D+", match[0]) if part]
        number = "".join(parts)
        if len(number) < _FEWEST_DIGITS:
            continue
        yield number
        if number.startswith(_COUNTRY) and len(number) > _FEWEST_DIGITS + len(_COUNTRY):
            yield number.removeprefix(_COUNTRY)
        yield from (part for part in parts if len(part) >= _LOCAL and part != number)


def folded_blanks(text: str) -> str:
    """A text in plain widths, its blanks kept."""
    return "".join(" " if sign.isspace() else folded(sign) for sign in text)


def _domains(answer: str) -> Iterator[str]:
    """The domain of an address, and what in it is the owner's own."""
    whole = folded_blanks(answer)
    found = _ADDRESS.findall(whole) or _DOMAIN.findall(whole)
    for domain in found:
        own = [part for part in domain.split(".") if part not in _PUBLIC]
        if own:
            yield domain
            yield own[-1]


def _in_company(word: HiddenWord) -> Iterator[HiddenWord]:
    """An ordinary word beside what shows that it is a name."""
    if word.kind is HiddenKind.PERSON:
        yield from (HiddenWord(kind=word.kind, text=f"{word.text}{one}") for one in _TITLES)
        yield from (HiddenWord(kind=word.kind, text=f"{one}{word.text}") for one in _BEFORE)
    elif word.kind is HiddenKind.SHORT:
        ends = ("公司", "集团", "股份", "实业", "厂")
        yield from (HiddenWord(kind=word.kind, text=f"{word.text}{one}") for one in ends)
