"""Stretches of Chinese text whose numbers are no figures: times of day, scores, congresses, plans, centuries, generations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from build_tools.annotate.figures.grammar import Grammar, grammar

_HAN = "零〇一二两三四五六七八九十"
_NUMBER = rf"(?:\d{{1,2}}|[{_HAN}]{{1,3}})"

_CLOCK = re.compile(
    rf"[\d{_HAN}](?<![\d.{_HAN}].)(?:(?<=\d)\d?(?: ?[时点] ?\d{{1,2}} ?分(?! ?\d{{1,2}} ?秒)|[点时](?:半|钟|整|许|档|[一三]刻))"
    rf"|(?<=[{_HAN}])[{_HAN}]{{0,2}}[点时](?:半|钟|整|许|档|[一三]刻|[{_HAN}]{{1,3}}分(?!之)))(?:许|前后|左右)?"
)
_AFTER_DAY = re.compile(
    rf"(?<=[日号午晨早晚间夜]) ?{_NUMBER} ?[时点](?:[前后起至到许左]| ?\d{{1,2}}分)?(?!\d)"
)
_SCORE = re.compile(
    rf"[\d{_HAN}](?<![\d.{_HAN}].)(?:(?<=\d)\d{{0,2}}(?:\.\d{{1,2}})? ?比 ?\d{{1,3}}(?![\d.%万亿])"
    rf"|(?<=[{_HAN}])[{_HAN}]{{0,2}}比[{_HAN}]{{1,3}}(?![成万亿百千]))"
)
_POINTED = re.compile(
    r"\d(?:(?<!\d.)\d?·\d{1,2}(?!\d)|(?<![\d:.].)\d{0,2}(?:\.\d{1,2})? ?: ?\d{1,3}(?:\.\d{1,2}(?!\d|\.))?(?![\d:.%])|(?<=2)4/7)"
)
_CONGRESS = re.compile(
    r"(?:十[四五六七八九]|二十[一二]?|\d{2})(?=大报告|大(?:以来|精神|代表|上|后|闭幕|召开|开幕|提出)|届[一二三四五六七八]中)|[一二三四五六七八]中全会"
)
_PLAN = re.compile(r"十[一二三四五]五(?=[”\"」』’]|规划|时期|期间|计划|末|收官|开局|之后|后|以来|以後|建议)")
_CENTURY = re.compile(
    r"(?:\d{1,2}|二?十[一二三四五六七八九]?|[一二三四五六七八九])世纪(?:\d0年代|[一二三四五六七八九]十年代)?|(?<![\d年])\d0年代|[二三四五六七八九]十年代"
)
_GENERATION = re.compile(r"(?<![\d年月日第近])[05-9][05]后(?![来的续卫场果备方面台勤市期半座])")
_INDEX = re.compile(
    r"(?:沪深|中证|上证|深证|国证|标普|标准普尔|日经|纳斯达克|纳指|富时|罗素|科创|创业板|恒生|恒指|台湾|道琼|道琼斯|msci|cac|dax) ?\d{2,4}(?![\d.,]|[点元亿万%]| ?点)"
)
_MONTHS = re.compile(
    rf"(?:\d(?<![\d.].)\d?|[{_HAN}](?<![\d.].)[{_HAN}]{{0,2}}) ?(?:[-–—~至到、和]|——) ?{_NUMBER} ?(?:月|[日号](?![元均线圆]))(?!月)"
)
_FINAL = re.compile(r"\d{1,2}/\d{1,2} ?决赛")
_STRONG = re.compile(r"\d{1,4}强(?![度势])|[一二三四五六七八九十百]{1,3}强(?![度势大劲烈化调])")
_ALLIANCE = re.compile(r"[一二三四五六七八九十]{1,3}国(?:集团|联军|同盟|峰会|演义|机制)")
_EVENT = re.compile(
    r"[一二三四五六七八九十]{2}(?:事变|事件|惨案|运动|起义|国庆|黄金周|长假|假期|购物节|大促|节)"
)
_NUMBERED = re.compile(
    r"\d(?<![\d.].)\d{0,4} ?(?:号(?:线|楼|院|店|球|文|令|公告|门|台风|位|选手|种子|公路|机组|机|馆|厅|码头|仓|案|井|站|卫星|矿)|路公交|(?=人力银行|客服|短信|报警|热线|专线|急救|服务热线)|国道|省道|县道|高地|号)"
)
_HAN_NUMBERED = re.compile(r"(?<![月第年])[一二三四五六七八九十百零〇]{1,5}号(?!召|称|角)")
_BRACKETED_CODE = re.compile(
    r"(?<=[^\W\d_]\()\d{3,6}(?=(?:[-.]?(?:tw|hk|sh|sz|us))?\))"
    r"|[零〇一二三四五六七八九]{2,4}(?=\(\d{4,6}(?:\.(?:tw|hk|sh|sz|us))?\))"
)
_GAME = re.compile(
    r"\d(?<!\d.)(?:\d?支\d{1,2}(?!\d)|\d?-\d{1,3}(?=球员|俱乐部|领先|落后|不敌|负于|惜败|憾负|告负|落败|输给|力克|完胜|横扫|轻取|逼平|战平|击退|气走|取胜|击败|战胜|获胜|大胜|险胜|逆转)|(?<=[曾成].)\d{0,2}平|(?<=4)[×x*] ?\d{2,3} ?米)"
)
_LAST_DIGITS = re.compile(r"(?<=[末首前后头])[\d一两二三四五六七八]{1,2}码|\d{1,2}码(?=数|验证|身份|号)")
_PENALTY = re.compile(r"(?:十二|(?<![\d.])12) ?码(?!处|外|内|开外|距离|左右|宽|长|的)")
_FUEL = re.compile(r"(?<!\d)9\d(?=无铅|(?:号|#)?汽油)")
_FLIGHT = re.compile(r"(?:(?<=航空)|(?<=航))\d{2,4}(?=号?(?:航班|班机|客机))")
_POINT_SHOT = re.compile(r"[两二三](?:分|点)(?=[球线炮砲弹篮雨]|命中|外线|出手|\d{1,2}[投中])")
_PLACE = re.compile(
    r"(?<=[市县])[一二三四五六七八九十百千万]{1,2}(?![个多余名家人位座条成所处块])\w{1,2}[区乡镇路街村桥]"
    r"|(?<![十百千万亿第一二三四五六七八九])[一二三四五六七八九](?![个大座多几数成省市区县乡镇特社校小城郊景片战地山类种处块州])\w[区乡镇](?![域块间别])"
    r"|[一二三四五六七八九](?![条段岔种])\w[路街](?=[一二三四五六七八九\d]{1,4} ?[段号巷]|口|附近)"
)
_EDITION = re.compile(
    r"[1-9]\.0(?<=(?:计划|计画|工业|时代|版本|方案|革命|社会|行动|战略|模式|政策|体验|长照)[1-9]\.0)"
)
_CODE = re.compile(
    r"(?=[\d国三四五六七八])(?:(?<=条之)\d{1,2}|\d{3,4}室|\d{3,11}\*{2,6}\d{0,6}|\d{3,4}(?=阵型?)|(?<![\d.])\d{1,3}\.\d{1,3}(?=版(?!权|面|块|税))"
    r"|(?<!\d)360(?=浏览器|搜索|手机|集团|公司|创始人|董事长|数科|智能|杀毒|安全)"
    r"|(?:(?<=[台县市乡省])|(?<=国道))\d{1,3}[甲乙丙丁]?线|国\d[甲乙]|(?<!\d)国[\d一二三四五六七八十](?=国道|南下|北上|沿线|匝道|交流道|主线|塞|回堵|车祸|[南北]向|、国)"
    r"|[三四五六七八\d]代(?=机|战机|战斗机|网|移动|核电|半导体|处理器|酷睿|骁龙|产品|车型)|(?<=院)\d{3}所)"
)
_LUNAR = re.compile(
    r"(?<=月)(?:初[一二三四五六七八九十]|十[一二三四五六七八九]|廿[一二三四五六七八九]?)(?![日号个名人家项亿万千百点成])"
)
_SCHOOL = re.compile(
    r"(?<![提升最])[高初大][一二三四五六](?=学|女|男|生|下|上|毕业|暑|那|开学|班|的|时|就读)|(?<=年级)[一二三四五六七八九十\d]{1,2}班"
)
_CALLED = re.compile(
    r"[19](?<![\d.,].)(?:(?<=1)(?:1[09]|2[02]|999|2\d{3})|(?<=9)99)(?=[共已均]?(?:接获|接报|接警|受理|获报|报案|指挥|勤务|救护|急救|消防|出警|报警|电话|调度|平台|系统|来电|求助|投诉))"
)
"""Numbers that are called in need, as those who answer them."""
_DAY_NAME = re.compile(
    r"[1-9](?<![\d.,].)(?:(?<=1)[0-2])?[0-3]\d(?=大?(?:地震|强震|震灾|事件|惨案|空难|气爆|风灾|水灾|恐袭|政变|枪击|火灾|停电|事故|公投|大罢免|连假|学运|运动|起义|抗争|购物节|大促))"
)
"""Happenings named by their day: 921大地震."""
_TYPE = re.compile(
    r"\d(?<=[\u4e00-\u9fff].)(?<![约近超过逾达有共需购买产销出货第余多计为的和及与至到由从增减了仅只一二三四五六七八九十百千万亿点].)\d{0,3}"
    r"(?= ?(?:系列|晶片|芯片|处理器|机型|客机|战机|战斗机|轰炸机|运输机|直升机|导弹|飞弹|型|至尊版|旗舰版|标准版))"
)
"""天玑9500晶片: what is counted would have a classifier."""
_TITLE = re.compile(
    r"《[^》\d]{0,20}\d{1,4}》|《(?![^》]{0,8}(?:计划|方案|规划|意见|办法|条例|报告|公报|通知|法》|法案|年》))[^》]{1,8}》"
)
_FUTURES = re.compile(
    r"\d(?:(?<!\d.)\d{3}(?=合约)|(?<=主力.)\d{3}(?!\d|[元点万])|(?<=第.)\d{0,3}(?:\(\d{1,2}\)|/\d{1,4}))"
)
_HALF_INNING = re.compile(r"\d(?<![^\s，。、；,;].)\d?[上下](?![个月半年万来去])")
_BOND = re.compile(r"\d(?<!\d.)\d[\u4e00-\u9fff]{1,5}(?:[msp]?[ctp][pn]n?|mtn|债)\d{0,3}(?=[”」』\"]|\d)")
_HEADED = re.compile(r"[\d一二三四五六七八九](?<!\d.)\d?字头|\d(?<![\d.].)\d{0,2}舰(?![队机])")
_QUOTED_NAME = re.compile(
    r"[“「『](?![^”」』]{0,6}[占降增升到达为超约分比第过每共近仅逾的至从])[\u4e00-\u9fff]{1,4}(?<![一二三四五六七八九十百千万亿两])[一二三四五六七八九十百千万]{1,3}[”」』]"
)
"""「金枪六十」: what ends in a number inside quotation marks of its own."""
_GAMES = re.compile(
    r"十[一二三四五六七](?=[冬运](?![动输行营用转力量河]))|五一[、和与/]十一|十一[、和与/]五一"
)
_CALL = re.compile(r"(?:查询|电话|热线|致电|订座|预约|报名)[^\d。，]{0,6}\d{4}[ -]?\d{4}(?!\d)")
_SEAT = re.compile(r"\d(?<![\d.].)\d?车(?=\d{1,3} ?[a-f号])")
_ROUTE = re.compile(
    r"\d(?:(?<=[乘搭转坐].)\d{0,2}[a-z](?![a-z\d$])|(?<=[小巴][巴士].)\d{1,2}[a-z]?(?![\d万元.%辆架班条人名死伤部公岁分])|(?<![\w.,].)\d{0,2}[a-z](?=金|号?线?(?:巴士|公交|小巴|专线|路线)))"
)
_SPACECRAFT = re.compile(
    r"神(?:二?十[一二三四五六七八九]?|二十)(?=乘组|航天员|飞船|返回舱|任务|发射|[、与和])"
    r"|长[一二三四五六七八九十]{1,3}[甲乙丙]?(?=火箭|运载|遥)"
)
_ABOUT = re.compile(
    r"四处(?<![设置建有立共了这那另约含为等及和第供备达]..)(?![景工隐项文遗旧房地点违门院住收避安救设])"
)
"""四处 is "everywhere" unless something is told of which there are four."""
_UNIT_NOTE = re.compile(
    r"(?:单位[:：]? ?|[(（])(?:人民币|新台币|港币)?[百千万亿]{1,2}(?:元|美元|股|吨|人|港元|台币)[)）]?(?=[)）]|$|[\s,，;；。])"
)

_PATTERNS: tuple[tuple[str | tuple[str, ...], re.Pattern[str]], ...] = (
    ("时点", _CLOCK),
    ("时点", _AFTER_DAY),
    ("比", _SCORE),
    ("·:/", _POINTED),
    ("届大会", _CONGRESS),
    ("五", _PLAN),
    (("世纪", "年代"), _CENTURY),
    ("后", _GENERATION),
    ("", _INDEX),
    ("强", _STRONG),
    ("月日号", _MONTHS),
    ("决", _FINAL),
    ("高初大级", _SCHOOL),
    ("月", _LUNAR),
    ("条室*阵版30线国代院", _CODE),
    (".", _EDITION),
    ("区乡镇路街村桥", _PLACE),
    ("号", _HAN_NUMBERED),
    (")", _BRACKETED_CODE),
    ("支-×x*平", _GAME),
    ("码", _LAST_DIGITS),
    ("码", _PENALTY),
    ("铅油", _FUEL),
    ("航", _FLIGHT),
    ("分", _POINT_SHOT),
    ("局", re.compile(r"\d{1,2}局[上下]")),
    ("日月", re.compile(r"(?<=[昨今明前后本上下次]\()\d{1,2}(?=\) ?[日月晚早晨])")),
    ("国", _ALLIANCE),
    ("事惨运起国黄长假购大节", _EVENT),
    ("号路道高警线救银客短", _NUMBERED),
    ("百千万亿", _UNIT_NOTE),
    (("119", "110", "12", "999"), _CALLED),
    ("震件案难灾爆袭变击电故投免假运动义争节促", _DAY_NAME),
    ("车", _SEAT),
    (("查询", "电话", "热线", "致电", "订座", "预约", "报名"), _CALL),
    ("”」』", _QUOTED_NAME),
    (("十",), _GAMES),
    (("mtn", "cp", "ppn", "债"), _BOND),
    (("字头", "舰"), _HEADED),
    (("系列", "芯片", "晶片", "处理器", "机", "弹", "型", "版"), _TYPE),
    ("《", _TITLE),
    (("合约", "主力", "第"), _FUTURES),
    ("上下", _HALF_INNING),
    ("巴公专路乘搭转坐金", _ROUTE),
    (("神二", "神十", "长二", "长三", "长四", "长五", "长六", "长七", "长八", "长十"), _SPACECRAFT),
    (("四处",), _ABOUT),
)
"""Each with characters or words of which it needs one: most paragraphs have none."""


_GATED = tuple(
    (frozenset(form[0] for form in needed), needed if isinstance(needed, tuple) else (), pattern)
    for needed, pattern in _PATTERNS
)
"""First characters of what a pattern needs, the words that it needs, and the pattern."""


@cache
def _in_a_row(tag: str) -> re.Pattern[str]:
    """三、四线城市, 高二、三学生: the numbers of what is numbered rather than counted."""
    kinds = "|".join(map(re.escape, grammar(tag).data.numerals.numbered))
    digits = "[一二三四五六七八九十]{1,3}"
    return re.compile(rf"{digits}(?:、{digits}){{1,4}}(?={kinds})|[高初大]{digits}(?:、{digits}){{1,4}}")


def han_labels(flat: str, g: Grammar) -> Iterator[tuple[int, int]]:
    """Spans in which no figure may begin."""
    chars = frozenset(flat)
    for firsts, forms, pattern in _GATED:
        wanted = not firsts or not chars.isdisjoint(firsts)
        if wanted and (not forms or any(form in flat for form in forms)):
            for match in pattern.finditer(flat):
                yield match.span()
    if "、" in flat:
        for match in _in_a_row(g.tag).finditer(flat):
            yield match.span()
