"""Keys have Chinese names: either spelling is read, and messages use the file's own."""

import re
from pathlib import Path

import pytest

from builder.load.attributes import FLAGS, VALUED
from builder.load.fields import Grammar
from builder.load.key_names import ATTRIBUTES, KEYS, WORDS
from builder.load.lint import lint_scheme
from builder.load.office import load_office
from builder.load.panel_rules import load_panel_rules
from builder.model.fingerprint import fingerprint
from builder.model.office import FieldKind
from builder.model.official import Parts
from builder.model.panel.join import Join, Standard
from builder.model.panel.stage_rules import Base, Order
from builder.model.report_terms import ReportPart
from builder.model.scheme import Better, Scale
from tests.docs.pages import SCHEME_GUIDE, blocks, text_of
from tests.load.samples import HEAD, TREE, head, save
from tests.load.test_fields import GRAMMARS

EXAMPLES = blocks(SCHEME_GUIDE, "markdown")
# What an office writes; the answers of the program's own examples it never sees.
OFFICE = [name for name in GRAMMARS if not re.search("example|answer|figure", name)]
ENUMERATIONS = (Scale, Better, FieldKind, ReportPart, Join, Standard, Base, Order)
_KEY = re.compile(r"(?m)(^\s*(?:- )?\{?|[{,] )([a-z_]+): ")
_BRACES = re.compile(r"(?m)^(#.*)\{([^{}]*)\}$")


def in_chinese(scheme: str) -> str:
    """A scheme with its keys and attributes in Chinese."""
    _, front, rest = re.split(r"(?m)^---\n", scheme, maxsplit=2)
    front = _KEY.sub(lambda one: f"{one[1]}{KEYS.get(one[2], one[2])}: ", front)
    front = re.sub(r"(?m)^([^ \n:]+):$", lambda one: f"{KEYS.get(one[1], one[1])}:", front)
    front = re.sub(
        r"(?m)^( +)([a-z_]+):$", lambda one: f"{one[1]}{KEYS.get(one[2], one[2])}:", front
    )
    front = front.replace(": direct\n", ": 直接打分\n").replace(": maturity\n", ": 成熟度\n")
    return f"---\n{front}---\n{_BRACES.sub(_attributes, rest)}"


def _attributes(found: re.Match[str]) -> str:
    words = re.sub(r"[a-z]+(?=[= ]|$)", lambda one: ATTRIBUTES.get(one[0], one[0]), found[2])
    return f"{found[1]}{{{words}}}"


@pytest.mark.parametrize("name", OFFICE)
def test_every_key_has_a_chinese_name_of_its_own(name: str) -> None:
    grammar: Grammar[object] = GRAMMARS[name]
    names = [KEYS[key] for key in grammar.keys]
    assert len(set(names)) == len(names)
    assert not set(names) & set(grammar.keys)


def test_every_word_and_attribute_has_a_chinese_name_of_its_own() -> None:
    for kind in ENUMERATIONS:
        assert len({WORDS[word] for word in kind}) == len(kind)
    named = [ATTRIBUTES[word] for word in (*FLAGS, *VALUED)]
    assert len(set(named)) == len(named)
    assert {ATTRIBUTES[part] for part in Parts} == {"择一", "累加"}


def test_there_is_no_name_for_a_key_that_no_file_has() -> None:
    known = {key for name in OFFICE for key in GRAMMARS[name].keys} | {"role"}
    assert set(KEYS) <= known


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: one.split()[2])
def test_a_scheme_in_chinese_keys_is_the_same_scheme(example: str, tmp_path: Path) -> None:
    plain = lint_scheme(save(tmp_path, example))
    chinese = lint_scheme(save(tmp_path, in_chinese(example)))
    assert plain.scheme is not None
    assert chinese.findings == ()
    assert chinese.scheme is not None
    assert fingerprint(chinese.scheme) == fingerprint(plain.scheme)
    assert not re.search(r"(?m)^[a-z_]+:", in_chinese(example).split("---")[1])


def test_settings_and_rules_are_read_in_chinese(tmp_path: Path) -> None:
    settings = tmp_path / "本单位.yaml"
    settings.write_text("名称: 某办\n证据要求: {指标数: 5}\n不提示异常: 是\n", encoding="utf-8")
    loaded = load_office(settings)
    assert loaded.findings == ()
    assert loaded.office is not None
    assert (loaded.office.name, loaded.office.accept_unusual) == ("某办", True)
    rules = tmp_path / "规则.yaml"
    rules.write_text("合成方法: 中位数\n小数位数: 0\n", encoding="utf-8")
    assert load_panel_rules(rules).findings == ()
    rules.write_text(
        "标准化: 均值极差\n分类:\n- {类别: 小微, 获奖名额: 2}\n"
        "陈述答辩: {权重: 20%, 合成方法: 平均}\n"
        "评委会投票: {通过比例: 2/3, 须超过: 是, 计票基数: 应到, 排列: 总分}\n",
        encoding="utf-8",
    )
    assert load_panel_rules(rules).findings == ()


@pytest.mark.parametrize("key", ["title", "award", "edition", "source", "total", "scale", "step"])
def test_what_is_missing_is_named_as_the_file_names_the_others(key: str, tmp_path: Path) -> None:
    english = head(**{key: ""}) + TREE
    for text, word in ((english, key), (in_chinese(english), KEYS[key])):
        told = [one.expected for one in lint_scheme(save(tmp_path, text)).findings]
        assert word in told


@pytest.mark.parametrize(
    ("right", "wrong", "code", "word"),
    [
        ("总分: 60", "总分: 多", "QA118", "总分"),
        ("总分: 60", "总份: 60", "QA113", "总分"),
        ("奖项: 某区政府质量奖", "奖项: ''", "QA121", "奖项"),
        ("计分方式: 直接打分", "计分方式: 打分", "QA120", "直接打分"),
    ],
)
def test_a_message_about_a_chinese_key_is_in_chinese(
    right: str, wrong: str, code: str, word: str, tmp_path: Path
) -> None:
    text = in_chinese(HEAD + TREE)
    assert right in text
    (found,) = lint_scheme(save(tmp_path, text.replace(right, wrong))).findings
    said = f"{found.message}{found.fix}"
    assert found.code == code
    assert word in said
    assert not re.search(r"\b(title|award|total|scale|step|direct|maturity)\b", said)


def test_what_to_write_is_said_in_the_spelling_of_the_file(tmp_path: Path) -> None:
    text = in_chinese(HEAD + TREE).replace("（25分）", "（20分）")
    found = lint_scheme(save(tmp_path, text)).findings[-1]
    assert found.code == "QA150"
    assert '文件头 分值矛盾 下增加一条：位置: "1"，通知所写: 60' in found.fix
    found = lint_scheme(save(tmp_path, (HEAD + TREE).replace("（25分）", "（20分）"))).findings[-1]
    assert '文件头 discrepancies 下增加一条：where: "1"，stated: 60' in found.fix


def test_both_spellings_of_one_key_are_one_key_written_twice(tmp_path: Path) -> None:
    (found,) = lint_scheme(save(tmp_path, head("总分: 60") + TREE)).findings
    assert (found.code, found.actual) == ("QA114", "总分")


def test_the_guide_gives_the_chinese_name_of_every_key_of_a_scheme() -> None:
    guide = text_of(SCHEME_GUIDE)
    for key in GRAMMARS["head"].keys:
        assert f"| `{key}` | {KEYS[key]} |" in guide
