"""How to fill in each key of a panel's rules, for the page that asks and the one that documents.

A key within a record or a list is named after it: ``defence.weight``.
"""

from collections.abc import Mapping

RULE_NOTES: Mapping[str, str] = {
    "join": "各评审员的分怎样合成一个：去掉一个最高分和一个最低分的，3 人起；按角色加权的，"
    "写下面的权重表。",
    "weights": "按角色加权时每个角色的权重；没有写的角色为 1。",
    "weights.role": "与评审员名单里写的一致，如 组长。",
    "weights.weight": "例如 1.5。",
    "decimals": "合成分保留几位小数，0 为整数。",
    "spread": "最高分与最低分相差超过本项分值的多少须讨论。",
    "material": "材料评审的权重，与现场评审合计 100%；没有现场评审的两项都不写。",
    "site": "现场评审的权重；写了，合议表就多一列“现场评审分”，并给每位评审员写出现场评审表。",
    "line": "入围要达到的总分；不写则不设线。",
    "places": "入围几名；不写则不限。",
    "least": "每个申报者至少要有几份可用的评审意见；分工时是每家几位评审员。",
    "most": "分工时每位评审员至多几家；不写则不限。",
    "own_scores": "评审表里是否显示企业的自评得分；生成评审表时读。",
    "feedback": "评审反馈用合议的意见，还是各评审员的原话。",
    "feedback_pages": "评审反馈最多几页。",
    "tie_break": "总分相同时依次比较哪些指标，写编号，如 2、5.1；不写则名次并列。",
    "standard": "先把各评审员的分数标准化再合成；每位评审员至少要评 3 家。不写就不标准化。",
    "shortlist": "材料评审以后谁进入现场评审；要先写材料评审和现场评审的权重。",
    "shortlist.line": "按材料评审的总分要达到多少；不写则不设线。",
    "shortlist.places": "前几名进入现场评审；不写则不限。",
    "categories": "某个类别自己的达线和名额，替代全体的。",
    "categories.category": "类别表里的名称，或方案里的选项。",
    "categories.line": "这一类入围要达到的总分。",
    "categories.places": "这一类入围几名。",
    "categories.winners": "评委会投票通过的前几名获奖。",
    "defence": "办陈述答辩的写；权重一定要写，其余可以不写。",
    "defence.weight": "答辩占总分的比例，评审总分占其余，如 20%；答辩分按申报者的满分折算。",
    "defence.points": "答辩的满分。",
    "defence.join": "各评委的分怎样合成；回避的不计，不能按角色加权。",
    "defence.decimals": "答辩分保留几位小数。",
    "defence.line": "答辩分不低于多少才进入下一阶段；不写则不设线。",
    "defence.places": "按总分几名进入下一阶段；不写则不限。",
    "vote": "办评委会投票的写；通过比例一定要写，其余可以不写。",
    "vote.share": "同意票要达到多少，写成 2/3 或 60%，用整数精确比较；“超过半数”写 1/2，"
    "“须超过”写是。",
    "vote.above": "是否须超过通过比例（不含本数）。",
    "vote.base": "通过比例按到会的还是应到的评委算；回避的评委两种都不计。",
    "vote.quorum": "到会的评委至少是应到的多少，不够就停下，如 2/3；不写则不看。",
    "vote.places": "通过的前几名获奖；不写则通过的都获奖。",
    "vote.order": "通过的先比什么：票数（相同的比总分），还是总分。",
    "publicity": "公示名单和通知书里印的：三项要么都写，要么都不写（留空，印出来以后填）。",
    "publicity.since": "第一天，如 2026-12-07。",
    "publicity.until": "最后一天，如 2026-12-11。",
    "publicity.contact": "公示期间找谁，如 0750-1234567（质量科）。",
}
