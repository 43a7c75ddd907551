"""The examples of the grammar's description are what the program reads."""

import re
from pathlib import Path

import pytest

from builder.findings.catalogue import FAMILIES
from builder.findings.families.kit import KIT_RULES
from builder.findings.families.leaf_rules import LEAF_RULE_RULES
from builder.findings.families.limits import LIMIT_RULES
from builder.findings.families.office import OFFICE_RULES
from builder.findings.families.scheme import SCHEME_RULES
from builder.load.applicant_fields import FIELD
from builder.load.attributes import FLAGS, VALUED
from builder.load.front_matter import HEAD
from builder.load.lint import lint_scheme
from builder.load.office import EVIDENCE, OFFICE, load_office
from builder.load.panel_rules import RULES, load_panel_rules
from builder.load.report_terms import SCHEME_TERMS
from builder.load.stage_rules import CATEGORY, DEFENCE, PUBLICITY, VOTE
from builder.model.office import FieldKind
from builder.model.panel.join import Join
from tests.docs.pages import PROOF, ROOT, SCHEME_GUIDE, blocks, text_of
from tests.docs.pictures import DRAWN, examples
from tests.load.malformed import MANY
from tests.load.true_causes import SLIPS

GUIDE = text_of(SCHEME_GUIDE)
EXAMPLES = [
    *blocks(SCHEME_GUIDE, "markdown"),
    *blocks(ROOT / "schemes" / "README.md", "markdown"),
]
LINTED = (SCHEME_RULES, KIT_RULES, LIMIT_RULES, OFFICE_RULES, LEAF_RULE_RULES)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda text: text.split()[2])
def test_every_example_is_a_scheme_without_findings(example: str, tmp_path: Path) -> None:
    path = tmp_path / "example.md"
    path.write_text(example, encoding="utf-8")
    loaded = lint_scheme(path)
    assert loaded.findings == ()
    assert loaded.scheme is not None


def test_the_examples_show_every_attribute_and_every_key() -> None:
    together = "\n".join(EXAMPLES)
    assert all(f"\n{key}:" in together for key in HEAD.keys)
    headings = "\n".join(re.findall(r"^#.*", together, re.MULTILINE))
    assert all(re.search(rf"[{{ ]{word}\b", headings) for word in FLAGS + VALUED)


def test_every_attribute_and_key_is_explained() -> None:
    assert all(f"| `{key}` |" in GUIDE for key in HEAD.keys)
    assert all(f"`{word}" in GUIDE for word in FLAGS + VALUED)


def test_the_page_on_proofs_counts_the_malformed_schemes() -> None:
    page = text_of(PROOF)
    assert f"{MANY} 个写坏的方案" in page
    assert f"{len(SLIPS)} 种常见的笔误" in page


def test_the_guide_leads_to_what_lint_may_say() -> None:
    families = [title for title, rules in FAMILIES if rules in LINTED]
    assert len(families) == len(LINTED)
    assert [title for title in families if f"](问题代码.md#{title})" not in GUIDE] == []


def test_the_example_of_an_offices_settings_is_without_findings(tmp_path: Path) -> None:
    (example,) = re.findall(r"```yaml\n(name: .*?)```", GUIDE, re.DOTALL)
    path = tmp_path / "office.yaml"
    path.write_text(example, encoding="utf-8")
    loaded = load_office(path)
    assert loaded.findings == ()
    assert loaded.office is not None


def test_every_key_of_the_settings_and_every_kind_of_field_is_explained() -> None:
    keys = (*OFFICE.keys, *FIELD.keys, *EVIDENCE.keys, *SCHEME_TERMS.keys)
    assert all(f"| `{key}` |" in GUIDE or f"`{key}`：" in GUIDE for key in keys)
    assert all(f"`{kind.value}` " in GUIDE for kind in FieldKind)


def test_every_key_of_a_panels_rules_is_explained(tmp_path: Path) -> None:
    part = GUIDE[GUIDE.index("## 专家评审规则") :]
    assert all(f"`{key}`" in part for key in RULES.keys)
    assert all(f"`{join.value}`" in part or f"join: {join.value}" in part for join in Join)
    (example,) = re.findall(r"```yaml\n(join: .*?)```", part, re.DOTALL)
    path = tmp_path / "规则.yaml"
    path.write_text(example, encoding="utf-8")
    assert load_panel_rules(path).findings == ()
    (later,) = re.findall(r"```yaml\n(defence: .*?)```", part, re.DOTALL)
    path.write_text(later, encoding="utf-8")
    assert load_panel_rules(path).findings == ()
    for grammar in (CATEGORY, DEFENCE, VOTE, PUBLICITY):
        assert all(f"`{key}`" in part or f".{key}`" in part for key in grammar.keys)


def test_every_family_has_its_example_and_its_picture() -> None:
    shown = examples()
    for scheme_id, picture in DRAWN.items():
        after = GUIDE.partition(shown[scheme_id])[2]
        assert after.startswith("```\n\n![")
        assert after.partition("](pictures/")[2].startswith(f"{picture}.png)")
