"""Catalogue entries as JSON and on the terminal."""

from collections.abc import Iterator

from builder.findings.rule import Rule
from builder.show.plain import Json, picked


def with_blanks(sentence: str) -> str:
    """A message or a remedy as people read it: what is not a blank has its own braces."""
    return sentence.replace("{{", "{").replace("}}", "}")


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
