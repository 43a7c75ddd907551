"""Filling a template's tags: body, headers and footers, each proved before it is believed.

docxtpl joins the tags that Word split over runs and lifts those that stand for whole rows and
paragraphs. Its own last step is left out, because it turns a typed ``{_{`` into ``{{``.
"""

import re
from collections.abc import Mapping
from traceback import extract_tb

from docx.oxml.parser import parse_xml
from jinja2 import TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError
from jinja2.nodes import Template
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree

from builder.findings.finding import Finding, Place
from builder.write.docx.nesting import nesting_faults
from builder.write.docx.tags import TagFault, closest_tag, tag_environment, tag_faults
from builder.write.docx.template import OpenTemplate

_PARAGRAPH = re.compile(r"(?=<w:p[ >])")
_MARKUP = re.compile(r"<[^>]*>")
_QUOTED = re.compile(r"'([^']+)' is undefined|no attribute '([^']+)'")
_LONGEST_QUOTE = 60
_UNPAIRED = "括号、for 或 if 不成对"
_PAIRS = (("{{", "}}"), ("{%", "%}"))


def fill_template(
    template: OpenTemplate, context: Mapping[str, object], place: Place
) -> tuple[Finding, ...]:
    """Put the values into the opened template; nothing is put in when anything is wrong."""
    engine = template.engine
    parts = [("正文", "", engine.get_xml())]
    for name, kind in (("页眉", engine.HEADER_URI), ("页脚", engine.FOOTER_URI)):
        parts += [
            (name, key, engine.get_part_xml(part)) for key, part in engine.get_headers_footers(kind)
        ]
    filled: list[tuple[str, str]] = []
    findings: list[Finding] = []
    for name, key, source in parts:
        unpaired = _unpaired(source, template.tags, place)
        if unpaired:
            findings += unpaired
            continue
        text, faults = _fill(engine.patch_xml(source), context, template.tags, name, place)
        filled.append((key, text))
        findings += faults
    if findings:
        return tuple(findings)
    for key, text in filled:
        if key:
            engine.map_headers_footers_xml(key, text.encode())
        else:
            engine.map_tree(parse_xml(text))
    return ()


def _unpaired(source: str, tags: tuple[str, ...], place: Place) -> list[Finding]:
    """The paragraphs in which a tag begins or ends alone, before one swallows the next."""
    lines = _PARAGRAPH.sub("\n", source.replace("\n", " "))
    return [
        _refused(TagFault(line=number, reason=_UNPAIRED), lines, tags, place)
        for number, line in enumerate(lines.split("\n"), start=1)
        for words in [_MARKUP.sub("", line)]
        if any(words.count(begin) != words.count(end) for begin, end in _PAIRS)
    ]


def _fill(
    source: str, context: Mapping[str, object], tags: tuple[str, ...], part: str, place: Place
) -> tuple[str, list[Finding]]:
    # One line a paragraph, so that a line number of Jinja finds the paragraph's words.
    lines = _PARAGRAPH.sub("\n", source.replace("\n", " "))
    deep = [_refused(fault, lines, tags, place) for fault in nesting_faults(lines)]
    if deep:
        return "", deep
    environment = tag_environment()
    try:
        tree = environment.parse(lines)
        faults = tag_faults(tree, tags)
        if faults:
            return "", [_refused(fault, lines, tags, place) for fault in faults]
        text = _render(environment, tree, context)
        etree.fromstring(text.encode())
    except UndefinedError as problem:
        fault = _undefined(problem)
    except TemplateSyntaxError as problem:
        fault = TagFault(line=problem.lineno, reason=_UNPAIRED)
    except SecurityError as problem:
        fault = TagFault(line=_line(problem), reason="只能显示内容、循环和判断")
    except TemplateError as problem:
        fault = TagFault(line=_line(problem), reason=problem.message or "无法显示")
    except etree.XMLSyntaxError:
        return "", [Finding.at("QA805", place, part=part)]
    else:
        return text, []
    return "", [_refused(fault, lines, tags, place)]


def _render(
    environment: SandboxedEnvironment, tree: Template, context: Mapping[str, object]
) -> str:
    rendered = environment.from_string(tree).render(context)
    return rendered.replace("\n", "")


def _undefined(problem: UndefinedError) -> TagFault:
    quoted = _QUOTED.search(problem.message or "")
    name = "" if quoted is None else quoted.group(1) or quoted.group(2)
    return TagFault(line=_line(problem), tag=name)


def _line(problem: TemplateError) -> int:
    """The template line that was running, as Jinja writes it into the traceback."""
    frames = [
        frame for frame in extract_tb(problem.__traceback__) if frame.filename == "<template>"
    ]
    return (frames[-1].lineno or 0) if frames else 0


def _refused(fault: TagFault, lines: str, tags: tuple[str, ...], place: Place) -> Finding:
    text = _words(lines, fault.line)
    if fault.reason:
        return Finding.at("QA804", place, reason=fault.reason, text=text)
    close = closest_tag(fault.tag, tags)
    hint = f"是不是想写“{close}”？" if close else ""
    return Finding.at("QA803", place, tag=fault.tag, text=text, hint=hint)


def _words(lines: str, number: int) -> str:
    """What a person sees in that paragraph, cut to a quotable length."""
    every = lines.split("\n")
    line = every[number - 1] if 0 < number <= len(every) else ""
    words = " ".join(_MARKUP.sub("", line).split())
    return words if len(words) <= _LONGEST_QUOTE else f"{words[:_LONGEST_QUOTE]}……"
