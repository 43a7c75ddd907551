"""The catalogue of findings as one Markdown page."""

from collections.abc import Iterator

from builder.findings.catalogue import FAMILIES
from builder.findings.rule import Rule
from builder.show.rules import applicant_words, with_blanks


def catalogue_page() -> str:
    """Every code with its name, severity and kind, message, reason and remedy, by families.

    Dots stand for the blanks of a message; every code is an anchor that other pages may link to.
    """
    return "\n".join(_lines())


def _lines() -> Iterator[str]:
    yield "# 问题代码"
    yield ""
    yield "核对、检查和生成时会遇到的每一种问题：说什么、为什么要紧、怎么办。"
    yield "“……”处的词随问题变化。本页由 `builder explain --markdown` 生成，请勿手工改动。"
    yield ""
    for title, rules in FAMILIES:
        yield f"- [{title}](#{title})（{rules[0].code}–{rules[-1].code}）"
    for title, rules in FAMILIES:
        yield ""
        yield f"## {title}"
        for rule in rules:
            yield from _entry(rule)
    yield ""


def _entry(rule: Rule) -> Iterator[str]:
    yield ""
    weight = f"{rule.severity.label} · {rule.kind}"
    yield f'### <a id="{rule.code}"></a>{rule.code}　{rule.name}（{weight}）'
    yield ""
    yield f"- 说什么：{_plain(with_blanks(rule.message))}"
    yield f"- 为什么：{_plain(rule.why)}"
    yield f"- 怎么办：{_plain(with_blanks(rule.fix))}"
    for words in applicant_words(rule):
        yield f"- {_plain(words)}"


def _plain(sentence: str) -> str:
    """The sentence with what Markdown would read as markup taken literally."""
    for mark in "\\*_`<[":
        sentence = sentence.replace(mark, f"\\{mark}")
    return sentence
