"""Scheme files of an office's own: small awards with everything a kit can be made of."""

from pathlib import Path

from builder.load.scheme_file import load_scheme
from builder.model.scheme import Scheme
from builder.pipeline.choosing import Wanted, kits_of

# 2 is judged as a whole by its clauses, 1 and 2.1 are only described, nothing below 10 % is.
BANDED = """\
---
id: banded
title: 某区政府质量奖评定标准
award: 某区政府质量奖
edition: 第1版
source: 附件1
total: 100
scale: maturity
step: 5%
bands:
  - {name: 一档, low: 10%, high: 45%}
  - {name: 二档, low: 50%, high: 65%}
  - {name: 三档, low: 70%, high: 100%}
---
# 1 组织环境 {unscored}

说明组织的环境。

# 2 领导作用（60分）

## 2.1 概述 {unscored}

本条目评价领导作用。

## 2.2 引领发展 {process}

如何引领发展。

## 2.3 领导的结果 {result}

领导作用的结果。

# 3 业绩（40分） {result}

主要业绩。
"""

# 1 is composed of a general part and one of its trade; 2.1 is scored criterion by criterion, 2.2
# has one criterion that carries all its points.
CHOSEN = """\
---
id: chosen
title: 某市市长质量奖评审细则
award: 某市市长质量奖
edition: 第1版
source: 附件2
total: 100
scale: direct
step: "0.5"
choices:
  - name: 行业
    options: [一般, 养老, 物流]
    default: 一般
  - name: 规模
    options: [大型, 小型]
compositions:
  - code: "1"
    wording: 一般部分按80%计算，另加养老部分。
    terms:
      - {factor: 0.8, code: "1.1"}
      - {factor: 1, code: "1.2"}
  - code: "1"
    wording: 一般部分按80%计算，另加物流部分。
    terms:
      - {factor: 0.8, code: "1.1"}
      - {factor: 1, code: "1.3"}
---
# 1 服务（50分）

## 1.1 一般服务（50分）

如何服务。

## 1.2 养老服务（10分） {variant="行业=养老"}

如何养老。

## 1.3 物流服务（10分） {variant="行业=物流"}

如何运输。

# 2 质量（50分）

## 2.1 质量安全（30分）

本项逐条评分。

（1）建立责任制。（10分）

（2）防范风险。（20分）

## 2.2 质量信誉（20分） {variant="规模=大型"}

信守合同。（20分）

## 2.3 质量起步（20分） {variant="规模=小型"}

开始管理质量。
"""
OWN = {"banded": BANDED, "chosen": CHOSEN}


def save_own(folder: Path, scheme_id: str) -> Path:
    """The file of one of these schemes."""
    path = folder / f"{scheme_id}.md"
    path.write_text(OWN[scheme_id], encoding="utf-8")
    return path


def own_scheme(folder: Path, scheme_id: str) -> Scheme:
    """One of these schemes as loaded from its file, nothing chosen."""
    loaded = load_scheme(save_own(folder, scheme_id))
    assert loaded.findings == ()
    assert loaded.scheme is not None
    return loaded.scheme


def own_kit(folder: Path, scheme_id: str, **options: str) -> Scheme:
    """One of these schemes resolved for some options."""
    (kit,), findings = kits_of(own_scheme(folder, scheme_id), Wanted(options=options))
    assert findings == ()
    return kit
