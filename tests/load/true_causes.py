"""What people get wrong in a scheme, each with the true cause that must be told first.

Each is a replacement in ``GOOD``: what stands there, what is typed instead, the code, and the line.
"""

from typing import NamedTuple

GOOD = """\
---
id: sample
title: 某区政府质量奖评分要点
award: 某区政府质量奖
edition: 第1版
source: 附件1
total: 100
scale: direct
step: "0.5"
remarks:
  - where: "1.1"
    text: 原文如此。
---

# 1 领导（60分） {process}

## 1.1 企业家精神（25分）

a.如何引领组织发展。

b.如何增强爱国情怀。

> 注：生产性服务业应突出专业化水平。

## 1.2 组织文化（35分）

（1）开展质量文化建设；（15分）

（2）开展品牌培育。（20分）

# 2 效益（40分） {result}

说明经济效益水平。
"""


class Slip(NamedTuple):
    """One mistake: the text it replaces, what stands there instead, and how it must be told."""

    right: str
    wrong: str
    code: str
    line: int


SLIPS: tuple[Slip, ...] = (
    # Points in another writing.
    Slip("领导（60分）", "领导（满分60分）", "QA177", 15),
    Slip("领导（60分）", "领导（共60分）", "QA177", 15),
    Slip("领导（60分）", "领导【60分】", "QA177", 15),
    Slip("领导（60分）", "领导［60分］", "QA177", 15),
    Slip("领导（60分）", "领导〔60分〕", "QA177", 15),
    Slip("领导（60分）", "领导（60分）★", "QA177", 15),
    Slip("领导（60分）", "领导（60分）。", "QA177", 15),
    Slip("领导（60分）", "领导，满分60分", "QA177", 15),
    Slip("领导（60分）", "领导 共60分", "QA177", 15),
    Slip("领导（60分）", "领导 60分", "QA177", 15),
    Slip("领导（60分）", "领导 ((60 pts.))", "QA177", 15),
    Slip("领导（60分）", "领导 (60 points)", "QA177", 15),
    Slip("领导（60分）", "领导（６０分）", "QA133", 15),
    Slip("领导（60分）", "领导（六十分）", "QA133", 15),
    Slip("领导（60分）", "领导（60%）", "QA186", 15),
    Slip("领导（60分）", "领导（权重60%）", "QA186", 15),
    Slip("领导（60分）", "领导（30分/项）", "QA187", 15),
    Slip("领导（60分）", "领导（满分30分）（60分）", "QA188", 15),
    Slip("建设；（15分）", "建设；【15分】", "QA177", 27),
    Slip("建设；（15分）", "建设；（不超过15分）", "QA177", 27),
    Slip("建设；（15分）", "建设；（≤15分）", "QA177", 27),
    Slip("建设；（15分）", "建设；（分值：15分）", "QA177", 27),
    Slip("建设；（15分）", "建设；（15）", "QA177", 27),
    Slip("建设；（15分）", "建设；（15分）★", "QA177", 27),
    Slip("建设；（15分）", "建设；（5分/项）", "QA187", 27),
    Slip("建设；（15分）", "建设；（每项5分）", "QA187", 27),
    Slip("建设；（15分）", "建设；（15%）", "QA186", 27),
    Slip("建设；（15分）", "建设；本项满分15分。", "QA177", 27),
    Slip("建设；（15分）", "建设（8分）；宣传；（7分）", "QA188", 27),
    # Options.
    Slip(
        "（1）开展质量文化建设；（15分）\n\n（2）开展品牌培育。（20分）",
        "A.省级以上（35分）\n\nB.市级（20分）",
        "QA178",
        25,
    ),
    Slip("（2）开展品牌培育。（20分）", "（2）没有开展。（0分）", "QA178", 25),
    # Points that nobody can know: what is above them is not blamed.
    Slip("企业家精神（25分）", "企业家精神 25", "QA153", 17),
    Slip("企业家精神（25分）", "企业家精神 赋分：25", "QA177", 17),
    # Headings that are none.
    Slip("## 1.2", "＃＃ 1.2", "QA143", 25),
    Slip("## 1.2", "##1.2", "QA143", 25),
    Slip("## 1.2", "##　1.2", "QA143", 25),
    Slip("## 1.2", "1.2", "QA143", 25),
    Slip("# 1 领导", "#1 领导", "QA143", 15),
    Slip("# 1 领导", "＃1 领导", "QA143", 15),
    Slip("## 1.2", "#### 1.2", "QA131", 25),
    Slip("## 1.2", "# 1.2", "QA150", 7),
    Slip("{process}", "{proces}", "QA138", 15),
    Slip("{process}", "｛process｝", "QA139", 15),
    Slip("{process}", "{过成}", "QA138", 15),
    # Signs that nobody sees, and signs that Markdown takes.
    Slip("领导（60分）", "领导（60\u200b分）", "QA107", 15),
    Slip("领导（60分）", "领导（60分）\u200b", "QA107", 15),
    Slip("## 1.2", "\ufeff## 1.2", "QA107", 25),
    Slip("说明经济", ">70%的得10分；说明经济", "QA180", 33),
    Slip("说明经济", "+ 说明经济", "QA180", 33),
    Slip("说明经济", "* 说明经济", "QA180", 33),
    Slip("说明经济效益水平。", "***", "QA142", 33),
    Slip("说明经济效益水平。", "~~~说明", "QA142", 33),
    Slip("说明经济", "说明<b>经济", "QA147", 33),
    Slip("> 注：", ">注：", "", 0),
    # The front matter.
    Slip("total: 100", "total：100", "QA189", 7),
    Slip("total: 100", "total:100", "QA189", 7),
    Slip("title: 某", "title：某", "QA189", 3),
    Slip("    text: 原", "\ttext: 原", "QA189", 12),
    Slip("    text: 原", "    text：原", "QA189", 12),
    Slip("total: 100", "total: １００", "QA118", 7),
    Slip("total: 100", "总分: 100分", "QA118", 7),
    Slip("total: 100", "totl: 100", "QA113", 7),
    Slip("total: 100\n", "", "QA115", 2),
    Slip("scale: direct", "scale: 直接给分", "QA120", 8),
    Slip('step: "0.5"', 'step: "7"', "QA179", 9),
    Slip('step: "0.5"', "step: “0.5”", "QA118", 9),
    Slip("---\nid", "－－－\nid", "QA110", 1),
    Slip('where: "1.1"', "where: 1.10", "QA117", 11),
    Slip("total: 100", "total 100", "QA111", 7),
    Slip("title: 某区", "title:\n某区", "QA111", 4),
    Slip("title: 某区", 'title: "某区', "QA111", 3),
    Slip("# 1 领导", "＃ 1 领导", "QA143", 15),
    Slip("b.如何增强爱国情怀。\n\n", "b.如何增强爱国情怀。", "", 0),
    Slip("（20分）\n\n# 2", "（20分）# 2", "QA143", 29),
    Slip("说明经济效益水平。", "｜ 甲 ｜ 乙 ｜\n｜ - ｜ - ｜", "QA146", 33),
    Slip("领导（60分）", "领导（★60分）", "QA177", 15),
    Slip("{process}", "{process，required}", "", 0),
    Slip("{process}", "{权重 = 60%}", "QA271", 15),
)
