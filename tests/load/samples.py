"""Small scheme files for the tests of loading, as text that can be read beside its findings."""

from pathlib import Path

HEAD = """\
---
id: sample
title: 某区政府质量奖评分要点
award: 某区政府质量奖
edition: 第1版
source: 附件1
total: 60
scale: direct
step: "0.5"
---
"""

TREE = """\
# 1 领导（60分）

## 1.1 企业家精神（25分）

a.如何引领组织发展。

## 1.2 组织文化（35分）

如何开展质量文化建设。
"""


def head(*more: str, **changed: str) -> str:
    """The front matter with some values changed, left out where empty, and lines added."""
    lines = []
    for line in HEAD.splitlines()[1:-1]:
        key = line.partition(":")[0]
        value = changed.get(key)
        if value is None:
            lines.append(line)
        elif value:
            lines.append(f"{key}: {value}")
    return "\n".join(("---", *lines, *more, "---", ""))


def body(*lines: str) -> str:
    """A good front matter and these lines as the body; the first of them is line 11."""
    return HEAD + "\n".join(lines) + "\n"


def save(folder: Path, text: str) -> Path:
    """A scheme file with this text."""
    path = folder / "sample.md"
    path.write_text(text, encoding="utf-8")
    return path
