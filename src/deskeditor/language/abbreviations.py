"""Words that end in a point and do not end a sentence, and words that most often begin one, by language."""

from types import MappingProxyType
from typing import Final

_BEFORE_NAMES: Final = MappingProxyType(
    {
        "en": "mr mrs ms messrs dr prof st gen lt col sgt capt maj cmdr cpl adm sen rep gov pres hon rev fr sr jr mt "
        "ft atty supt det insp vs v cf ca approx fig vol ed eds dept univ",
        "de": "dr prof st dipl ing hl hr fr bzw ca vgl evtl ggf inkl sog bspw geb gest zzt bes abt bd nr abs kap rd",
        "fr": "mm mme mlle mgr dr pr ste cf env p.ex chap boul av",
        "es": "sra srta dra prof lic ing gral pto sto sta ee.uu núm pág",
        "it": "sig sigg dott prof avv ing pag",
        "pt": "sra dra prof eng pág núm",
        "nl": "dhr mevr mw dr prof ir ing drs mr st bijv ca vgl resp",
        "sv": "dr prof st bl ca kl s.k dvs",
        "pl": "dr prof mgr inż ks św ul pl gen płk tzw m.in np",
        "cs": "dr prof ing mgr sv ul např tzv mj čl",
        "ru": "г гг т тт им ул пр пл стр корп кв обл р оз о акад проф доц инж ген полк св гл ст е рис см ср напр "
        "тыс млн млрд руб коп чел вв гр гос тов м ж проц долл",
        "uk": "м вул ім обл р рр проф акад ген св ст див тис млн млрд грн див",
        "tr": "dr prof doç av sn st no mah cad sok bkz vb alb gen org tel m.ö m.s yrd öğr",
        "az": "dr prof st küç məs bax akad gen",
        "el": "κ κα κ.κ δρ καθ αγ βλ αρ",
        "hy": "",
    }
)
_AMBIGUOUS: Final = MappingProxyType(
    {
        "en": "inc co corp ltd plc llc bros jr sr etc al est jan feb apr jun jul aug sep sept oct nov dec "
        "ave blvd rd ariz calif colo conn fla mich minn mont neb nev okla tenn tex va vt wis",
        "de": "usw etc jan feb mär apr jun jul aug sep sept okt nov dez uhr mio mrd",
        "ru": "др пр д проч",
        "fr": "etc janv févr avr juil sept oct nov déc",
        "es": "etc",
        "it": "ecc",
        "tr": "vs vb vd şti ltd",
    }
)

NEVER_LAST: Final = frozenset(word for words in _BEFORE_NAMES.values() for word in words.split())
"""Abbreviations that something always follows: a name, a number."""

SELDOM_LAST: Final = frozenset(word for words in _AMBIGUOUS.values() for word in words.split())
"""Abbreviations that may be the last word: what follows tells."""

BEFORE_NUMBERS: Final = frozenset("no nos nr p pp vol art abs sec ch fig v núm nº стр ст".split())
"""Abbreviations only where a number follows."""

YEARS: Final = frozenset("г гг թ թթ р рр".split())
"""Abbreviations of "year" after a number, where they may end a sentence; before a name some mean a town."""

OPENERS: Final = frozenset(
    (
        "the a an this that these those there it he she they we you i in on at for but and or if when while after "
        "before as by from with without since until although however what who why how where one some many most all no "
        "not his her its their our my last meanwhile later according "
        "der die das den dem ein eine er sie es wir ich ihr in im an am auf aus bei mit nach von vor zu zum zur über "
        "unter für gegen und aber oder doch auch so da dann wenn als während wie was wer wo warum diese dieser dieses "
        "nun jetzt nur noch sein seine ihre "
        "le la les un une il elle ils elles nous vous on ce cette ces en dans à au aux pour par sur mais et ou si "
        "el los las una ella ellos esto este esta en con por para pero y se su sus "
        "в во на с со к ко о об из по при за до от для у и а но или если когда пока он она оно они мы вы я это этот "
        "эта эти там тут так как что кто где также однако после перед среди его её ее их все всё "
        "bir bu şu o ve ama fakat ancak ne kim onlar biz ben siz sonra daha"
    ).split()
)
"""Words that, written with a capital after an abbreviation, begin a sentence: names seldom are such."""

ORDINAL_LANGUAGES: Final = frozenset("de da nb nn no fi is et lv cs sk sl hr sr bs pl hu tr az lb fo".split())
"""Where a number with a point is an ordinal: `am 17. Juli`, `5. Cadde`."""
