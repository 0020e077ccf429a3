"""Words that tell names from other words written with a capital: what joins names, what never is one."""

from functools import lru_cache
from types import MappingProxyType
from typing import Final

_LINKS: Final = MappingProxyType(
    {
        "en": "of the de da do dos das del della di du des la le les el al van von der den ter ten bin ibn ben abu "
        "for on "
        "upon y e",
        "fr": "de des du la le les d l et sur aux en",
        "es": "de del la las los y e",
        "it": "di de della dello dei degli delle d e",
        "pt": "de da do das dos e",
        "nl": "van de der den ter ten het op aan",
        "sv": "af av von de",
        "ru": "ван дер фон де ди да ибн бен аль эль оглы",
        "hy": "վան դեր ֆոն դե դի դա իբն բեն ալ էլ",
    }
)


@lru_cache(maxsize=32)
def links(language: str) -> frozenset[str]:
    """Small words that stand inside names: `Bank of England`, `Ursula von der Leyen`."""
    own = language if language in _LINKS else "en"
    return frozenset(word for name in (own, "ru", "hy") for word in _LINKS[name].split())


_SMALL_WORDS: Final = MappingProxyType(
    {
        "en": (
            "i i'm i've i'll i'd a an the this that these those there here it he she they we you him her them us his "
            "hers "
            "its their our your my me who whom whose which what when where why how if whether because although though "
            "while whereas since until unless after before during amid among between about above below under over into "
            "onto upon with without within through throughout across along around against toward towards by for from "
            "in "
            "on at to of off out up down as than then so thus hence yet but and or nor not no none nobody nothing "
            "never "
            "ever always often sometimes usually recently lately currently today yesterday tomorrow tonight now once "
            "twice again still already just only even also too both either neither each every all any some many much "
            "more "
            "most several few fewer less least other others another such same own "
            "dozens hundreds thousands millions first last next another meanwhile however moreover "
            "furthermore nevertheless nonetheless therefore instead rather perhaps maybe indeed otherwise besides "
            "according despite given regarding following including like unlike per via versus is are was were be been "
            "being am do does did done has have had having can could will would shall should may might must let please "
            "later earlier soon formerly finally initially originally eventually previously similarly additionally "
            "separately specifically actually basically generally officially reportedly apparently clearly simply "
            "nearly "
            "roughly approximately especially particularly speaking asked based born founded citing quoting using "
            "calling "
            "yes well oh ok okay mr mrs ms miss dr prof sir "
        ),
        "de": (
            "der die das den dem des ein eine einer einem einen eines er sie es wir ihr ich man und oder aber denn "
            "doch "
            "sondern wenn weil dass ob als wie wo wer was wann warum wieso in im an am auf aus bei beim mit nach von "
            "vom "
            "vor zu zum zur über unter für gegen ohne um durch seit bis während wegen trotz laut zwischen hinter neben "
            "auch noch nur schon so dann da dort hier heute gestern morgen jetzt nun immer nie oft dabei damit dazu "
            "danach "
            "daher deshalb deswegen zudem außerdem jedoch allerdings insgesamt rund etwa fast mehr viele alle beide "
            "jeder "
            "jede jedes diese dieser dieses diesem diesen jene mein dein sein seine seiner seinem seinen unser euer "
            "kein "
            "keine nicht ja nein ist sind war waren hat haben hatte wird werden wurde wurden kann können soll sollen "
            "bereits zuvor später zuletzt zunächst erst "
        ),
        "fr": (
            "le la les un une des du de et ou mais donc or ni car il elle ils elles on nous vous je tu ce cet cette "
            "ces "
            "son sa ses leur leurs dans en au aux pour par sur sous avec sans chez après avant depuis selon si "
        ),
        "es": (
            "el los las una unos unas y o pero él ella ellos ellas este esta estos estas su sus por para con sin según "
            "tras desde hasta cuando como "
        ),
        "it": ("il lo gli uno la le un una i e ma e nel nella dal dalla con per tra fra questo questa "),
        "ru": (
            "в во на с со к ко о об обо из изо по при за до от для у под над перед между через без про и а но или либо "
            "если когда пока чтобы что кто где куда откуда как какой какая какие который которая которое которые он "
            "она "
            "оно они мы вы я его её ее их им ему ей нас вас мне это этот эта эти того той тот та те так там тут здесь "
            "также тоже однако поэтому потом затем тогда теперь сейчас сегодня вчера завтра уже еще ещё лишь только "
            "даже "
            "все всё весь вся каждый каждая не ни да нет был была было были есть будет после ранее позже более около "
            "вместе среди согласно несмотря кроме около почти "
        ),
        "uk": ("й та або він вона вони ми ви це цей ця ці після "),
        "tr": (
            "bir bu şu o ve ile ama fakat ancak ne kim onlar biz ben siz daha çok en için gibi kadar sonra önce her "
            "bazı "
        ),
        "az": ("və amma lakin onun onlar bunun "),
        "hy": (
            "և եվ եւ իսկ բայց կամ թե եթե երբ որ որը որոնք ով ինչ ինչպես որտեղ այս այդ այն նա նրա նրանք մենք դուք ես "
            "դու "
            "սա դա մեր ձեր իր իրենց նաև արդեն դեռ միայն երեկ այսօր վաղը հետո առաջ մինչև ըստ համաձայն բոլոր ամեն շատ մի "
            "մեկ երկու երեք նույն ոչ չի է են էր էին հիմա այժմ սակայն ուստի քանի որպես մոտ ավելի"
        ),
    }
)
_OTHER_SCRIPTS: Final = ("ru", "uk", "hy")


@lru_cache(maxsize=32)
def never_names(language: str) -> frozenset[str]:
    """Words that are no name though a sentence begins with them; for an unknown language English is taken."""
    own = language if language in _SMALL_WORDS else "en"
    return frozenset(word for name in (own, *_OTHER_SCRIPTS) for word in _SMALL_WORDS[name].split())


CALENDAR: Final = frozenset(
    (
        "january february march april may june july august september october november december jan feb mar apr jun jul "
        "aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mondays tuesdays "
        "wednesdays thursdays fridays saturdays sundays christmas easter ramadan "
        "januar februar märz mai juni juli oktober dezember montag dienstag mittwoch donnerstag freitag samstag "
        "sonnabend sonntag ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık pazartesi salı "
        "çarşamba perşembe cuma cumartesi pazar"
    ).split()
)
"""Months and weekdays: they are dates."""

_ROOTS: Final = (
    "afghan albanian algerian american andorran angolan argentine argentinian armenian australian austrian azerbaijani "
    "azeri bahraini bangladeshi belarusian belgian beninese bhutanese bolivian bosnian brazilian british bulgarian "
    "burmese burundian cambodian cameroonian canadian chadian chechen chilean chinese colombian congolese croatian "
    "cuban cypriot czech danish dutch ecuadorian egyptian english eritrean estonian ethiopian european fijian finnish "
    "french gambian georgian german ghanaian greek guatemalan guinean haitian honduran hungarian icelandic indian "
    "indonesian iranian iraqi irish israeli italian ivorian jamaican japanese jordanian kazakh kenyan korean kosovar "
    "kurdish kuwaiti kyrgyz lao laotian latvian lebanese liberian libyan lithuanian macedonian malagasy malaysian "
    "malian maltese mauritanian mexican moldovan mongolian montenegrin moroccan mozambican namibian nepalese nepali "
    "nicaraguan nigerian norwegian omani ossetian ottoman pakistani palestinian panamanian paraguayan persian peruvian "
    "philippine filipino polish portuguese qatari romanian russian rwandan salvadoran saudi scottish senegalese "
    "serbian singaporean slovak slovenian somali soviet spanish sudanese swedish swiss syrian tajik taiwanese "
    "tanzanian thai tibetan tunisian turkish turkmen ugandan ukrainian uruguayan uzbek venezuelan vietnamese welsh "
    "yemeni zambian zimbabwean abkhaz abkhazian arab arabic african asian latin nordic scandinavian baltic balkan "
    "western eastern northern southern jewish muslim islamic christian catholic orthodox protestant hindu buddhist "
    "sunni shia shiite "
    "karabakhi tatar caucasian uyghur catalan basque breton flemish bavarian prussian saxon "
    "democratic republican conservative liberal labour communist socialist"
)

DEMONYMS: Final = frozenset(
    [
        *(root for root in _ROOTS.split()),
        *(f"{root}s" for root in _ROOTS.split()),
        *"swede swedes dane danes finn finns pole poles turk turks kurd kurds serb serbs croat croats scot scots "
        "briton britons frenchman frenchmen englishman irishman spaniard spaniards dutchman greek greeks "
        "jew jews "
        "democrat democrats tory tories westerners westerner icelander new-yorker".split(),
    ]
)
"""What people and things of a country, a faith or a party are called in English: alone there is nothing to check."""

SAYING: Final = frozenset(
    (
        "said says say told tells tweeted wrote writes added adds claimed announced argued asked replied insisted "
        "explained warned noted stated denied confirmed called welcomed criticized criticised accused promised voted "
        "won lost died resigned scored beat signed agreed refused joined left met visited believes thinks has had is "
        "was will would also did does "
        "сказал сказала заявил заявила сообщил сообщила отметил отметила добавил добавила подчеркнул подчеркнула "
        "считает "
        "рассказал рассказала пояснил пояснила уточнил уточнила предупредил предупредила написал написала намекнул "
        "ասաց հայտարարեց նշեց ավելացրեց պատմեց գրեց ասել հայտնեց ընդգծեց հավելեց"
    ).split()
)
"""Verbs that follow a person's name at the beginning of a sentence."""
