"""The identity family: which award, edition and content a file declares."""

from builder.findings.rule import Rule, Severity

IDENTITY_RULES: tuple[Rule, ...] = (
    Rule(
        code="QA301",
        name="没有标识",
        severity=Severity.ERROR,
        message="文件里没有评分表标识，不是由本工具生成的评分表，或者标识已被删除。",
        why="不知道是哪个奖项、哪个版本，就无法核对总分。",
        fix="请让申报组织在下发的评分表里填写后交回；不要把内容复制到别的表格。",
    ),
    Rule(
        code="QA302",
        name="奖项未知",
        severity=Severity.ERROR,
        message="文件标识为方案“{actual}”，手头没有这个方案。",
        why="只能用它自己的方案核验，不能拿别的方案代替。",
        fix="请用 --scheme 指定该奖项的方案文件，或确认文件是否交错了奖项。",
    ),
    Rule(
        code="QA303",
        name="版本不符",
        severity=Severity.ERROR,
        message="文件由另一个版本的方案生成，手头没有那一版：文件为 {actual}，手头为 {expected}。",
        why="版本不同，分值和要点可能不同，拿现行版本核验会冤枉申报组织。",
        fix="请用生成它的方案核验（--scheme 文件，或 --schemes 各版的文件夹），或改用现行的表。",
    ),
    Rule(
        code="QA304",
        name="标识互相矛盾",
        severity=Severity.WARNING,
        message="文件三处标识不一致：多数为 {expected}；不同的是 {actual}。",
        why="标识只有被人改动时才会互相矛盾。",
        fix="请核对文件来源；核验按多数一致的标识进行。",
    ),
    Rule(
        code="QA305",
        name="选择不符",
        severity=Severity.ERROR,
        message="文件说它是为“{actual}”生成的，方案里没有这样的选择。",
        why="选择不同，评分表的指标就不同，不能拿别的选择代替。",
        fix="请确认文件没有被改动；选择改过名称的，请用当时的方案文件核验（--scheme）。",
    ),
    Rule(
        code="QA306",
        name="主办单位设置读不出来",
        severity=Severity.ERROR,
        message="文件说它带有主办单位设置（{expected}），但设置读不出来，或与标识不符。",
        why="不知道当初按什么设置生成，就无法逐格核对。",
        fix="请用 --office 指定生成该文件时所用的设置文件，或请申报组织重新下载评分表填写。",
    ),
    Rule(
        code="QA307",
        name="主办单位设置不同",
        severity=Severity.WARNING,
        message="文件不是按指定的设置生成的：文件为 {actual}，指定的为 {expected}。",
        why="设置不同，交回方式、申报年度和要填的基本信息可能不同；分值和得分不受影响。",
        fix="请确认申报组织用的是本次下发的评分表；设置改过的，用当时的设置文件核验。",
    ),
    Rule(
        code="QA308",
        name="版式不同",
        severity=Severity.ERROR,
        message="方案相同，但文件由另一版本的程序生成：文件的版式为 {actual}，现为 {expected}。",
        why="版式不同，工作表的行列和名称就不同，逐格比对会冤枉申报组织。",
        fix="请用当时的程序版本核验，或请申报组织把内容填进重新下发的评分表。",
    ),
    Rule(
        code="QA309",
        name="方案文件夹不能用",
        severity=Severity.ERROR,
        message="方案文件夹不能用：{actual}。",
        why="没有方案，就只能用自带的方案核验。",
        fix="请检查 --schemes 后面的文件夹是否写对，里面放各版方案文件（.md）。",
    ),
)
