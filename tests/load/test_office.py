"""An office's settings file is read as strictly as a scheme, and carried in its own words."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.findings.families.office import OFFICE_RULES
from builder.formula.blank import HIDDEN
from builder.load.lint import lint_scheme
from builder.load.office import LONGEST_SETTINGS, load_office, parse_office
from builder.model.office import ApplicantField, EvidenceTerms, FieldKind, Office
from tests.load.samples import TREE, head, save

FIELD = "{name: product, caption: 主导产品, kind: text}"
GOOD = f"""\
# 本单位的设置
name: 某区质量办
year: 2026
return_to:
  - 地址：某路1号
  - "邮箱：a@example.gov.cn"
more_fields:
  - {FIELD}
"""


def fields(*entries: str) -> str:
    return "\n".join(("fields:", *(f"  - {entry}" for entry in entries), ""))


def with_field(more: str) -> str:
    return fields(FIELD.replace("}", f", {more}}}"))


MANY = tuple(f"a{chr(97 + n % 26) * (n // 26 + 1)}" for n in range(61))

# code -> texts of a file that break it, and where the finding must point.
BROKEN: tuple[tuple[str, str, int, int], ...] = (
    ("QA107", "name: 某\x07区\n", 1, 8),
    ("QA111", "- 某区\n", 1, 1),
    ("QA111", "", 1, 1),
    ("QA111", "name: [某区\n", 2, 1),
    ("QA112", "name: &a 某区\n", 1, 7),
    ("QA113", "return: 某区\n", 1, 1),
    ("QA113", with_field("longst: 20"), 2, 48),
    ("QA114", "name: 甲\nname: 乙\n", 2, 1),
    ("QA115", fields("{name: product, kind: text}"), 2, 5),
    ("QA116", "name: [甲]\n", 1, 7),
    ("QA117", "name: 2026\n", 1, 7),
    ("QA118", "year: 二〇二六\n", 1, 7),
    ("QA120", fields("{name: product, caption: 甲, kind: txt}"), 2, 39),
    ("QA120", with_field("required: yes"), 2, 58),
    ("QA121", "return_to: []\n", 1, 12),
    ("QA121", "fields: []\n", 1, 9),
    ("QA123", "name: 甲 # 乙\n", 1, 8),
    ("QA126", "return_to: 某路\n", 1, 12),
    ("QA127", fields("甲"), 2, 5),
    ("QA192", fields(FIELD.replace("product", "产品")), 2, 12),
    ("QA192", fields(FIELD.replace("product", "year")), 2, 12),
    ("QA192", fields(FIELD, FIELD), 2, 3),
    ("QA193", with_field("options: [甲, 乙]"), 2, 57),
    ("QA193", fields("{name: a, caption: 甲, kind: option}"), 2, 5),
    ("QA193", fields("{name: a, caption: 甲, kind: date, longest: 5}"), 2, 48),
    ("QA194", with_field("longest: 2001"), 2, 57),
    ("QA194", f"name: {'长' * 121}\n", 1, 7),
    ("QA194", f"return_to: [{'长' * 121}]\n", 1, 12),
    ("QA194", f"return_to: [{', '.join('甲' * 13)}]\n", 1, 12),
    ("QA194", fields(FIELD.replace("主导产品", "长" * 31)), 2, 30),
    ("QA194", fields(*(FIELD.replace("product", name) for name in MANY)), 2, 3),
    ("QA195", fields('{name: a, caption: 甲, kind: option, options: ["甲,乙", 丙]}'), 2, 50),
    ("QA195", fields("{name: a, caption: 甲, kind: option, options: [丙, 丙]}"), 2, 50),
    ("QA196", "year: 26\n", 1, 7),
    ("QA196", "year: 2026.5\n", 1, 7),
    ("QA121", "evidence: {}\n", 1, 11),
    ("QA122", "evidence: {since: 2026-02-30}\n", 1, 19),
    ("QA194", "evidence: {indicators: 1.5}\n", 1, 24),
    ("QA197", "evidence: {since: 2026-02-01, until: 2026-01-31}\n", 1, 38),
    ("QA113", "report: {characters: 9, overview_of: '5.1'}\n", 1, 25),
    ("QA118", "report: {characters: 三万}\n", 1, 22),
    ("QA120", "report: {parts: [pledge, cover]}\n", 1, 26),
    ("QA120", "report: {body_size: 11磅}\n", 1, 21),
    ("QA120", "report: {line_spacing: 1.4}\n", 1, 24),
    ("QA121", "report: {}\n", 1, 9),
    ("QA121", "report: {parts: []}\n", 1, 17),
    ("QA194", "report: {characters: 1.5}\n", 1, 22),
    ("QA194", f"report: {{cover: [{'长' * 31}]}}\n", 1, 17),
    ("QA194", f"report: {{recommenders: [{', '.join('甲乙丙丁戊己庚')}]}}\n", 1, 24),
    ("QA194", f"report: {{overview_title: {'长' * 21}}}\n", 1, 26),
    ("QA198", "report: {overview: [竞争环境, 竞争环境]}\n", 1, 20),
)  # fmt: skip


def written(folder: Path, text: str) -> Path:
    path = folder / "office.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_good_file_says_what_it_says(tmp_path: Path) -> None:
    loaded = load_office(written(tmp_path, GOOD))
    assert loaded.findings == ()
    assert loaded.office == Office(
        name="某区质量办",
        year=2026,
        return_to=("地址：某路1号", "邮箱：a@example.gov.cn"),
        more_fields=(
            ApplicantField(name="product", caption="主导产品", kind=FieldKind.TEXT, longest=200),
        ),
    )


@pytest.mark.parametrize(
    ("code", "text", "line", "column"),
    BROKEN,
    ids=[f"{code}-{place}" for place, (code, *_) in enumerate(BROKEN)],
)
def test_one_mistake_is_one_finding_at_its_place_and_nothing_is_used(
    tmp_path: Path, code: str, text: str, line: int, column: int
) -> None:
    loaded = load_office(written(tmp_path, text))
    places = [(one.code, one.place.line, one.place.column) for one in loaded.findings]
    assert places == [(code, line, column)]
    assert loaded.office is None


def test_a_misspelt_key_is_answered_with_the_nearest(tmp_path: Path) -> None:
    (finding,) = load_office(written(tmp_path, "retrun_to: [甲]\n")).findings
    assert "return_to" in finding.message


@pytest.mark.parametrize("name", ["没有.yaml", "."])
def test_a_file_that_cannot_be_read_is_one_finding(tmp_path: Path, name: str) -> None:
    (finding,) = load_office(tmp_path / name).findings
    assert finding.code == "QA191"


def test_every_rule_about_settings_has_a_file_that_breaks_it() -> None:
    assert {rule.code for rule in OFFICE_RULES} <= {code for code, *_ in BROKEN} | {"QA191"}


def test_a_file_that_no_cell_could_carry_is_refused(tmp_path: Path) -> None:
    options = ", ".join(f"选项{'长' * 15}{number}" for number in range(10))
    entry = "{name: NAME, caption: 甲, kind: option, prompt: PROMPT, options: [OPTIONS]}"
    entries = [
        entry.replace("NAME", name).replace("PROMPT", "长" * 120).replace("OPTIONS", options)
        for name in MANY[:60]
    ]
    text = fields(*entries) + fields(*entries).replace("fields", "more_fields", 1)
    assert len(text) > LONGEST_SETTINGS
    assert [one.code for one in load_office(written(tmp_path, text)).findings] == ["QA194"]


TEXTS = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Cn", "Co", "Zl", "Zp", "Zs")),
    min_size=1,
    max_size=30,
).filter(lambda text: not HIDDEN.search(text))
NAMES = st.lists(st.text("abcdefgh_", min_size=1, max_size=12), max_size=6, unique=True).map(
    lambda names: tuple(f"x{name.replace('_', '')}" for name in names)
)


@st.composite
def offices(draw: st.DrawFn) -> Office:
    names = dict.fromkeys(draw(NAMES))
    kinds = st.sampled_from([kind for kind in FieldKind if kind is not FieldKind.OPTION])
    listed = tuple(
        ApplicantField(
            name=name,
            caption=draw(TEXTS),
            kind=(kind := draw(kinds)),
            prompt=draw(st.one_of(st.just(""), TEXTS)),
            longest=50 if kind is FieldKind.TEXT else 0,
            required=draw(st.booleans()),
        )
        for name in names
    )
    days = st.dates().map(str)
    since, until = sorted((draw(days), draw(days)))
    counts = st.one_of(st.none(), st.integers(1, 9999))
    terms = EvidenceTerms(
        since=since, until=until, indicators=draw(counts), report_pages=draw(counts)
    )
    return Office(
        evidence=draw(st.sampled_from((None, terms))),
        name=draw(st.one_of(st.just(""), TEXTS)),
        return_to=tuple(draw(st.lists(TEXTS, max_size=4))),
        year=draw(st.one_of(st.none(), st.integers(2000, 2100))),
        fields=listed,
    )


@given(office=offices())
def test_the_canonical_text_of_any_settings_is_read_back_as_the_same(office: Office) -> None:
    assert parse_office(office.canonical) == (office if office.canonical else None)
    assert "\n" not in office.canonical


@given(text=st.text(max_size=200))
def test_no_text_whatever_raises(text: str) -> None:
    parsed = parse_office(text)
    assert parsed is None or parsed.canonical == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        "name: 某区",
        '{"name": "某区", "year": 26}',
        '{"name": "某区", "name": "某区"}',
        '{"name": "某  区"}',
        '{"total": 1000}',
        "[" * 5000,
        '{"name": "' + "长" * LONGEST_SETTINGS + '"}',
        "&a [*a]",
    ],
)
def test_a_carried_text_that_we_never_wrote_is_refused(text: str) -> None:
    assert parse_office(text) is None


def test_a_scheme_declares_fields_by_the_same_grammar(tmp_path: Path) -> None:
    loaded = lint_scheme(save(tmp_path, head("fields:", f"  - {FIELD}") + TREE))
    assert loaded.findings == ()
    assert loaded.scheme is not None
    assert [field.caption for field in loaded.scheme.fields] == ["主导产品"]
    wrong = lint_scheme(save(tmp_path, head("fields:", f"  - {FIELD[:-1]}, kimd: 甲}}") + TREE))
    assert [(one.code, one.place.line) for one in wrong.findings] == [("QA113", 11)]
