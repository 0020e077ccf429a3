"""Names of countries, capitals and regions: what tells a name where a capital letter does not."""

from functools import lru_cache
from typing import Final

from deskeditor.language.folding import fold

_EN: Final = (
    "Afghanistan Albania Algeria Angola Argentina Armenia Australia Austria Azerbaijan Bahrain Bangladesh Belarus "
    "Belgium Bolivia Bosnia Botswana Brazil Britain Bulgaria Burundi Cambodia Cameroon Canada Chad Chechnya Chile "
    "China "
    "Colombia Congo Croatia Cuba Cyprus Czechia Denmark Ecuador Egypt England Eritrea Estonia Ethiopia Europe Fiji "
    "Finland France Gaza Georgia Germany Ghana Greece Greenland Guatemala Guinea Haiti Honduras Hungary Iceland India "
    "Indonesia Iran Iraq Ireland Israel Italy Jamaica Japan Jordan Kazakhstan Kenya Kosovo Kuwait Kyrgyzstan Laos "
    "Latvia Lebanon Liberia Libya Lithuania Luxembourg Madagascar Malaysia Mali Malta Mexico Moldova Mongolia "
    "Montenegro Morocco Mozambique Myanmar Namibia Nepal Netherlands Nicaragua Niger Nigeria Norway Oman Pakistan "
    "Palestine Panama Paraguay Peru Philippines Poland Portugal Qatar Romania Russia Rwanda Scotland Senegal Serbia "
    "Singapore Slovakia Slovenia Somalia Spain Sudan Sweden Switzerland Syria Taiwan Tajikistan Tanzania Thailand "
    "Tunisia "
    "Turkey Turkmenistan Uganda Ukraine Uruguay Uzbekistan Venezuela Vietnam Wales Yemen Zambia Zimbabwe Abkhazia "
    "Karabakh Crimea Donbas Africa Asia America Washington London Paris Berlin Moscow Beijing Brussels Tokyo Kyiv Kiev "
    "Baku Yerevan Tbilisi Ankara Istanbul Tehran Jerusalem Baghdad Kabul Delhi Geneva Vienna Rome Madrid Warsaw"
)
_DE: Final = (
    "Afghanistan Ägypten Albanien Algerien Argentinien Armenien Aserbaidschan Äthiopien Australien Bangladesch Belarus "
    "Belgien Bolivien Bosnien Brasilien Bulgarien Chile China Dänemark Deutschland Ecuador England Estland Europa "
    "Finnland Frankreich Georgien Ghana Griechenland Großbritannien Haiti Indien Indonesien Irak Iran Irland Island "
    "Israel Italien Japan Jemen Jordanien Kanada Kasachstan Katar Kenia Kirgistan Kolumbien Kosovo Kroatien Kuba "
    "Kuwait "
    "Lettland Libanon Libyen Liechtenstein Litauen Luxemburg Malaysia Mali Malta Marokko Mexiko Moldau Mongolei "
    "Montenegro Myanmar Nepal Neuseeland Niederlande Niederlanden Nigeria Nordkorea Norwegen Österreich Pakistan "
    "Palästina Peru Polen Portugal Rumänien Russland Saudi-Arabien Schottland Schweden Schweiz Senegal Serbien "
    "Singapur "
    "Slowakei Slowenien Somalia Spanien Südafrika Sudan Südkorea Syrien Tadschikistan Taiwan Thailand Tschechien "
    "Tunesien Türkei Turkmenistan Uganda Ukraine Ungarn Usbekistan Venezuela Vietnam Wales Zypern USA Amerika Afrika "
    "Asien Bayern Sachsen Hessen Thüringen Brandenburg Niedersachsen Saarland Schleswig-Holstein Rheinland-Pfalz "
    "Nordrhein-Westfalen Baden-Württemberg Mecklenburg-Vorpommern Sachsen-Anhalt Tirol Kärnten Steiermark Salzburg "
    "Berlin Hamburg München Köln Frankfurt Stuttgart Düsseldorf Leipzig Dortmund Essen Bremen Dresden Hannover "
    "Nürnberg "
    "Duisburg Bochum Wuppertal Bielefeld Bonn Münster Karlsruhe Mannheim Augsburg Wiesbaden Kiel Lübeck Rostock Erfurt "
    "Mainz Kassel Magdeburg Potsdam Saarbrücken Freiburg Cottbus Schwerin Stralsund Rügen Wien Graz Linz Innsbruck "
    "Zürich Bern Basel Genf Brüssel Paris London Moskau Rom Madrid Lissabon Warschau Prag Budapest Athen Kopenhagen "
    "Stockholm Oslo Helsinki Kiew Kyjiw Minsk Istanbul Ankara Teheran Jerusalem Bagdad Kabul Peking Tokio Washington "
    "Rhein Elbe Donau Main Mosel Oder Ostsee Nordsee Mittelmeer Atlantik Pazifik Alpen Balkan Kaukasus Krim Gaza"
)
_RU: Final = (
    "Афганистан Австралия Австрия Азербайджан Албания Алжир Аргентина Армения Бангладеш Белоруссия Беларусь Бельгия "
    "Болгария Боливия Босния Бразилия Великобритания Венгрия Венесуэла Вьетнам Германия Греция Грузия Дания Египет "
    "Израиль Индия Индонезия Иордания Ирак Иран Ирландия Исландия Испания Италия Йемен Казахстан Канада Катар Кения "
    "Кипр "
    "Киргизия Китай Колумбия Корея Косово Куба Кувейт Латвия Ливан Ливия Литва Люксембург Марокко Мексика Молдавия "
    "Молдова Монголия Нидерланды Нигерия Норвегия Пакистан Палестина Перу Польша Португалия Россия Румыния Сербия "
    "Сингапур Сирия Словакия Словения Сомали Судан США Таджикистан Таиланд Тайвань Тунис Туркмения Туркменистан Турция "
    "Узбекистан Украина Филиппины Финляндия Франция Хорватия Черногория Чехия Чечня Чили Швейцария Швеция Эстония "
    "Эфиопия "
    "Япония Абхазия Карабах Крым Донбасс Европа Азия Африка Америка Сибирь Урал Кавказ Алтай Карелия Татарстан "
    "Дагестан "
    "Москва Петербург Новосибирск Екатеринбург Казань Самара Омск Челябинск Ростов Уфа Красноярск Пермь Воронеж "
    "Волгоград Киев Минск Ереван Баку Тбилиси Ташкент Астана Бишкек Душанбе Рига Вильнюс Таллин Варшава Берлин Париж "
    "Лондон Рим Мадрид Брюссель Вена Прага Вашингтон Пекин Токио Анкара Стамбул Тегеран Женева Кремль"
)
_HY: Final = (
    "Հայաստան Արցախ Ղարաբաղ Ադրբեջան Վրաստան Թուրքիա Ռուսաստան Իրան Իրաք Սիրիա Լիբանան Իսրայել Եգիպտոս Հնդկաստան "
    "Չինաստան Ճապոնիա Կորեա Ուկրաինա Բելառուս Մոլդովա Լեհաստան Գերմանիա Ֆրանսիա Իտալիա Իսպանիա Պորտուգալիա Հունաստան "
    "Կիպրոս Բուլղարիա Ռումինիա Սերբիա Խորվաթիա Ավստրիա Շվեյցարիա Հունգարիա Չեխիա Սլովակիա Բելգիա Նիդեռլանդներ Դանիա "
    "Շվեդիա Նորվեգիա Ֆինլանդիա Էստոնիա Լատվիա Լիտվա Իռլանդիա Իսլանդիա Անգլիա Բրիտանիա Կանադա Մեքսիկա Բրազիլիա "
    "Արգենտինա Ավստրալիա Ղազախստան Ուզբեկստան Թուրքմենստան Տաջիկստան Ղրղզստան Պակիստան Աֆղանստան Եվրոպա Ասիա Աֆրիկա "
    "Ամերիկա Կովկաս Երևան Գյումրի Վանաձոր Սևան Դիլիջան Իջևան Գորիս Կապան Մեղրի Սիսիան Արմավիր Արտաշատ Աշտարակ "
    "Հրազդան Աբովյան Էջմիածին Վաղարշապատ Գավառ Մարտունի Ստեփանակերտ Շուշի Սյունիք Տավուշ Լոռի Շիրակ Արագածոտն Կոտայք "
    "Գեղարքունիք Արարատ Վայոց Արագած Մոսկվա Կրեմլ Բաքու Թբիլիսի Անկարա Ստամբուլ Թեհրան Փարիզ Լոնդոն Բեռլին Բրյուսել "
    "Վաշինգտոն Հռոմ Վիեննա Ժնև Պեկին Տոկիո Կիև Մինսկ"
)
_AR: Final = (
    "السعودية مصر العراق سوريا لبنان الأردن فلسطين إسرائيل اليمن الكويت قطر البحرين عمان الإمارات السودان ليبيا تونس "
    "الجزائر المغرب موريتانيا الصومال تركيا إيران أفغانستان باكستان الهند الصين اليابان روسيا أوكرانيا ألمانيا فرنسا "
    "بريطانيا إيطاليا إسبانيا أرمينيا أذربيجان جورجيا أوروبا أفريقيا آسيا أمريكا القاهرة بغداد دمشق بيروت عمّان القدس "
    "غزة رام صنعاء الرياض الدوحة دبي أبوظبي الخرطوم طرابلس الرباط أنقرة إسطنبول طهران كابول موسكو كييف باريس لندن "
    "برلين بروكسل واشنطن نيويورك جنيف بكين طوكيو يريفان باكو"
)
_HE: Final = "ישראל ירושלים מצרים ירדן סוריה לבנון עזה איראן עיראק טורקיה רוסיה אוקראינה גרמניה צרפת בריטניה סין הודו"
_HAN: Final = (
    "日本 中国 中國 台湾 台灣 韩国 韓国 北朝鮮 朝鲜 米国 美国 美國 英国 英國 法国 德国 俄罗斯 ロシア ウクライナ "
    "乌克兰 フランス ドイツ "
    "イタリア インド 印度 イラン 伊朗 イスラエル 以色列 東京 大阪 京都 北京 上海 香港 广州 台北 ソウル 首尔 "
    "ワシントン 华盛顿 莫斯科"
)

UNCASED: Final = frozenset((*_AR.split(), *_HE.split()))
"""Places in scripts without capitals whose words are parted by spaces."""

UNSPACED: Final = tuple(sorted(_HAN.split(), key=len, reverse=True))
"""Places in Chinese and Japanese, the longest first."""

_ENDINGS: Final = 4


@lru_cache(maxsize=1)
def _folded() -> frozenset[str]:
    return frozenset(fold(name) for name in f"{_EN} {_DE}".split())


@lru_cache(maxsize=1)
def _stems() -> frozenset[str]:
    return frozenset(stem(name) for name in f"{_RU} {_HY}".split())


def stem(name: str) -> str:
    """A name of an inflecting script without the vowel it ends in, folded."""
    folded = fold(name)
    return folded[:-1] if folded[-1:] in "аяйьеоыиуւաիե" and len(folded) > 3 else folded


def is_place(word: str) -> bool:
    """Whether a word with a capital is a known country, capital or region, in any case."""
    folded = fold(word)
    if folded in _folded():
        return True
    if word[:1] < "\u0400" or word[:1] > "\u058f":
        return False
    return any(folded[: len(folded) - cut] in _stems() for cut in range(min(_ENDINGS, len(folded) - 3) + 1))
