"""Catalogue entries as JSON and on the terminal."""

import re
from collections.abc import Iterator
from string import Formatter

from builder.findings.rule import Rule
from builder.show.plain import Json, picked

# Blanks side by side are one to the reader.
_DOTS, _DOTTED = "……", re.compile("(?:……)+")


def with_blanks(sentence: str) -> str:
    """A message or a remedy as people read it: dots stand where its words differ."""
    parts = Formatter().parse(sentence)
    dotted = "".join(f"{text}{'' if name is None else _DOTS}" for text, name, *_ in parts)
    # A question that may follow the sentence is no part of what it always says.
    return _DOTTED.sub(_DOTS, dotted).replace(f"。{_DOTS}", "。")


def rule_json(rule: Rule) -> dict[str, Json]:
    """One entry; message and remedy with their blanks in braces."""
    return picked(rule, "code", "name", "severity", "kind", "message", "why", "fix")


def rule_lines(rule: Rule, *, brief: bool) -> Iterator[str]:
    """One entry: a single line when brief, otherwise all that is known of it."""
    yield f"{rule.code}　{rule.severity.label}　{rule.name}"
    if not brief:
        yield f"  性质：{rule.kind}"
        yield f"  说什么：{with_blanks(rule.message)}"
        yield f"  为什么：{rule.why}"
        yield f"  怎么办：{with_blanks(rule.fix)}"
        for words in applicant_words(rule):
            yield f"  {words}"


def applicant_words(rule: Rule) -> Iterator[str]:
    """What the letter to an applicant says otherwise than an office is told, if it does."""
    told = rule.applicant
    if told is None:
        yield "对申报者：不写进通知书和批注"
        return
    said = [told.message] if told.message != rule.message else []
    said += [told.fix] if told.fix != rule.fix else []
    if said:
        yield f"对申报者：{with_blanks(''.join(said))}"
