"""Names of firms as they are compared: what a name is without its form, its place, its script."""

import re
from enum import IntEnum

from builder.model.compared_text import reduced

# The characters of older script that names of firms are written with.
_OLDER = (
    "機電業廠團國實東廣藝務學術龍華聯發達車飛馬魚鳥開關門間風雲葉長張陽陰陳陸際險隊階隨難離雙"
    "雜雞靈靜韓頁頂順領頭題願類顯飯飲館驗體髮麗麥黃點齊齒寶寧審將專尋對導層屬島嶺幣師帶幫幾庫"
    "應廟廳彈強後從復徵恆愛態慶憲懷戰戲戶撥擔據擇擴攝數斷時晉曉書會條來極構標樓樣橋檢權歐歷歸"
    "氣決沖淨測湯滿漁漢潔潤澤濟濱灣為無煙熱爾牆狀獎獨獲現環產畫異當療盤監盧眾礦碼確磚禮種稱積"
    "穩競筆節築簡籃糧紀約紅紙級純紗細終組結統絲經綜綠維網緊線縣總績織繪續羅義習聖聞聲職腦臺與"
    "興舊艦莊藥蘇蘭處號蟲衛裝補製複見規視親覺觀計訊訓記訪設許評試詩話誠語說課調論證識譜議護讀"
    "變豐財貝貨貫責貴買費貿資賓賢質賽贊趙躍軌軍軟輪輸轉農邊運過遠適選遼鄉鄭鄧醫釀釋鋼錄錢鋒錦"
    "鍋鍵鎮鐘鐵鑄鑽閃閘閩養餘駐駕騰驅鮮鴻鵬鹽億價儀優備傳債傑僅償儲兒內兩凍創劃劑劉動勞勝區協"
    "單參吳員啟喬園圓圖場塊塗墊壓壯壽夢奧婦孫寫岡峽崗巖帥廈憶懸揚換擬擁攜暢暉曆棟楊榮樂樹橫欄"
    "歲湧準溫滬滾漿濃濕灑煉燈燒營燦爐獅瑪瓊畢盡祿禎禦稅穀窯範籌紡紋納紐紹綱緣緯縱縮纖羣翹聰肅"
    "脈膠臨艙荊萊萬蓋蔣薦薩虛蝦螢蠟襯諾輝遊鑒鍛鋁銅鎂鈦鋅鎢鋰釣鈣銀鐳鏈鑼閣闊靂韋頓頻顧騎驕"
)
_NEWER = (
    "机电业厂团国实东广艺务学术龙华联发达车飞马鱼鸟开关门间风云叶长张阳阴陈陆际险队阶随难离双"
    "杂鸡灵静韩页顶顺领头题愿类显饭饮馆验体发丽麦黄点齐齿宝宁审将专寻对导层属岛岭币师带帮几库"
    "应庙厅弹强后从复征恒爱态庆宪怀战戏户拨担据择扩摄数断时晋晓书会条来极构标楼样桥检权欧历归"
    "气决冲净测汤满渔汉洁润泽济滨湾为无烟热尔墙状奖独获现环产画异当疗盘监卢众矿码确砖礼种称积"
    "稳竞笔节筑简篮粮纪约红纸级纯纱细终组结统丝经综绿维网紧线县总绩织绘续罗义习圣闻声职脑台与"
    "兴旧舰庄药苏兰处号虫卫装补制复见规视亲觉观计讯训记访设许评试诗话诚语说课调论证识谱议护读"
    "变丰财贝货贯责贵买费贸资宾贤质赛赞赵跃轨军软轮输转农边运过远适选辽乡郑邓医酿释钢录钱锋锦"
    "锅键镇钟铁铸钻闪闸闽养余驻驾腾驱鲜鸿鹏盐亿价仪优备传债杰仅偿储儿内两冻创划剂刘动劳胜区协"
    "单参吴员启乔园圆图场块涂垫压壮寿梦奥妇孙写冈峡岗岩帅厦忆悬扬换拟拥携畅晖历栋杨荣乐树横栏"
    "岁涌准温沪滚浆浓湿洒炼灯烧营灿炉狮玛琼毕尽禄祯御税谷窑范筹纺纹纳纽绍纲缘纬纵缩纤群翘聪肃"
    "脉胶临舱荆莱万盖蒋荐萨虚虾萤蜡衬诺辉游鉴锻铝铜镁钛锌钨锂钓钙银镭链锣阁阔雳韦顿频顾骑骄"
)
_SCRIPT = str.maketrans(_OLDER, _NEWER)
_SIGNS = re.compile(r"[()\[\]〔〕【】“”\"'·.,、—-]")
_FORM = re.compile(r"(?:股份|控股)?(?:有限(?:责任)?)?(?<!分)公司$|(?:股份|控股)$")
_GROUP = "集团"
_PLACE = re.compile(r"(?:\w{2,4}?(?:省|自治区|市|区|县))+")
# Fewer characters than these name nothing by themselves, or not a firm among others.
SHORTEST, _SHORTEST_PART = 2, 2


class Likeness(IntEnum):
    """How nearly two names are the same."""

    NONE = 0
    PART = 1
    NEAR = 2
    SAME = 3


def likeness(one: str, other: str) -> Likeness:
    """How nearly two names name the same firm; one may be part of the other."""
    said, name = plain(one), plain(other)
    if len(said) < SHORTEST or len(name) < SHORTEST:
        return Likeness.NONE
    if said == name:
        return Likeness.SAME
    cores = core(one), core(other)
    if cores[0] == cores[1]:
        return Likeness.NEAR
    shorter = min(map(len, cores))
    inside = cores[0] in cores[1] or cores[1] in cores[0]
    if said in name or name in said or (inside and shorter >= _SHORTEST_PART):
        return Likeness.PART
    return Likeness.NONE


def plain(name: str) -> str:
    """A name without blanks and differences of width and letter case."""
    return reduced(name).casefold()


def modern(name: str) -> str:
    """A name as ``plain`` gives it, in the script of today."""
    return plain(name).translate(_SCRIPT)


def core(name: str) -> str:
    """A name without the form of the firm, its group, its province, city and district."""
    said = _SIGNS.sub("", modern(name))
    bare = _FORM.sub("", said).replace(_GROUP, "")
    bare = _FORM.sub("", bare)
    place = _PLACE.match(bare)
    if place and len(bare) - place.end() >= SHORTEST:
        bare = bare[place.end() :]
    return bare if len(bare) >= SHORTEST else said
