"""What the keys and words of a scheme, an office's settings and a panel's rules are in Chinese.

The one list: either spelling is read, and messages use the one that the file uses.
"""

from collections.abc import Iterable, Mapping

KEYS: Mapping[str, str] = {
    # The front matter of a scheme.
    "id": "编号",
    "title": "标题",
    "award": "奖项",
    "edition": "版次",
    "source": "出处",
    "total": "总分",
    "scale": "计分方式",
    "step": "步长",
    "markup": "排版标记",
    "bands": "档次",
    "choices": "选择",
    "compositions": "合成",
    "eligibility": "参评条件",
    "vetoes": "否决事项",
    "threshold": "建议线",
    "discrepancies": "分值矛盾",
    "weights": "权重表",
    "metrics": "测量项目",
    "corrections": "更正",
    "remarks": "提醒",
    "scale_terms": "打分约定",
    "office_terms": "主办约定",
    "fields": "填写项",
    "report": "申报材料",
    # The entries of its lists.
    "name": "名称",
    "low": "下限",
    "high": "上限",
    "options": "选项",
    "default": "默认",
    "no_default": "不设默认",
    "code": "编号",
    "terms": "各项",
    "factor": "系数",
    "one_of": "其中之一",
    "wording": "原话",
    "text": "文字",
    "circumstances": "情形",
    "variant": "适用选项",
    "points": "分数",
    "where": "位置",
    "stated": "通知所写",
    "actual": "相加所得",
    "treatment": "处理",
    "item": "条目",
    "clause": "条款",
    "weight": "权重",
    "indicator": "指标",
    "unit": "单位",
    "better": "好坏",
    "value": "改为",
    "basis": "依据",
    "approver": "批准人",
    "date": "日期",
    "caption": "项目名",
    "kind": "类型",
    "prompt": "填写说明",
    "group": "小标题",
    "longest": "字数",
    "required": "必填",
    # How the Word report differs from the usual.
    "parts": "组成部分",
    "cover": "封面",
    "pledge": "承诺书",
    "signatures": "签署栏",
    "characters": "字数上限",
    "overview_title": "概述名称",
    "overview": "概述提纲",
    "overview_of": "概述指标",
    "overview_characters": "概述字数上限",
    "recommenders": "推荐意见",
    "body_font": "正文字体",
    "body_size": "正文字号",
    "line_spacing": "正文行距",
    # An office's settings.
    "return_to": "交回方式",
    "year": "申报年度",
    "more_fields": "增加填写项",
    "evidence": "证据要求",
    "accept_unusual": "不提示异常",
    "since": "起始日",
    "until": "截止日",
    "indicators": "指标数",
    "report_pages": "报告页数",
    # The rules of a panel.
    "join": "合成方法",
    "decimals": "小数位数",
    "spread": "分差",
    "material": "材料评审",
    "site": "现场评审",
    "line": "达线",
    "least": "最少人数",
    "places": "入围名额",
    "tie_break": "同分比较",
    "role": "角色",
    "own_scores": "自评分",
    "feedback": "反馈意见",
    "feedback_pages": "反馈页数",
}

WORDS: Mapping[str, str] = {
    "direct": "直接打分",
    "maturity": "成熟度",
    "up": "越高越好",
    "down": "越低越好",
    "true": "是",
    "false": "否",
    # Kinds of field.
    "text": "文字",
    "number": "数",
    "date": "日期",
    "option": "下拉选择",
    "industry": "行业门类",
    "credit_code": "统一社会信用代码",
    "email": "电子邮箱",
    "years": "近三年",
    # Parts of a report.
    "pledge": "承诺书",
    "form": "申报表",
    "overview": "概述",
    "recommendation": "推荐意见",
    "reference": "评分标准",
    # How a panel's scores become one.
    "mean": "平均",
    "trimmed": "去掉最高最低",
    "weighted": "按角色加权",
    "median": "中位数",
    # What reviewers see, and whose words an applicant is told.
    "shown": "显示",
    "hidden": "不显示",
    "merged": "合议",
    "raw": "原样",
}

ATTRIBUTES: Mapping[str, str] = {
    "process": "过程",
    "result": "结果",
    "unscored": "不计分",
    "replaceable": "可删减",
    "veto": "否决",
    "reference": "参考文字",
    "code": "编号",
    "variant": "选项",
    "parts": "计分",
    "sum": "累加",
    "one": "择一",
}


def english(written: str, known: Iterable[str], names: Mapping[str, str]) -> str:
    """The known word that is called so in Chinese, else what was written."""
    return next((word for word in known if names.get(word) == written), written)


def called(words: Iterable[str], names: Mapping[str, str], *, chinese: bool) -> tuple[str, ...]:
    """The words in the spelling asked for, as far as they have one."""
    return tuple(names.get(word, word) if chinese else word for word in words)
