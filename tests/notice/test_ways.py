"""How indicators are scored and joined is read from the notice, and asked about."""

from tests.notice.written import TITLE, body, drafted, keys, question

OPTIONS = (
    TITLE
    + """总分100分
一、质量（100分）
（一）管理体系认证（60分）
A. 通过认证（60分）
B. 正在认证（30分）
C. 没有认证（0分）
（二）执行标准（40分）
1. 执行国际标准（40分）
2. 执行国家标准（20分）
3. 执行企业标准（10分）
"""
)


def test_options_are_asked_about_also_where_they_are_headings() -> None:
    draft = drafted(OPTIONS)
    assert [key for key in keys(draft) if key.startswith("way")] == [
        "way:(一)管理体系认证",
        "way:(二)执行标准",
    ]
    assert "## （二）执行标准（40分） {code=1.2 计分=择一}" in body(draft)
    assert "2.执行国家标准（20分）" in body(draft)
    assert draft.findings == ()
    added = drafted(OPTIONS, **{"way__(二)执行标准": "各项相加"})
    assert "### 2. 执行国家标准（20分） {code=1.2.2}" in body(added)


def test_printed_weights_are_asked_about() -> None:
    draft = drafted(
        f"{TITLE}总分100分\n1 管理（100分）（权重40%）\n怎样管理。\n"
        "2 结果（100分）（权重60%）\n结果怎样。\n"
    )
    assert question(draft, "weights:总分").proposal == "按权重"
    assert "总分合计: 加权" in draft.text
    assert "# 1 管理（100分）（权重40%）" in "\n".join(body(draft))
    assert draft.findings == ()


def test_thresholds_of_a_rate_are_no_bands_of_a_scale() -> None:
    rows = "增长率\t得分\n≥35%\t100\n≥25%且不足35%\t80\n≥15%且不足25%\t60\n不足15%\t0\n"
    draft = drafted(f"{TITLE}总分100分\n1 增长（100分）\n近三年的增长率。\n\n{rows}")
    assert question(draft, "way:1增长").proposal == "分档"
    assert "scale: direct" in draft.text
    assert not [key for key in keys(draft) if key == "scale"]
