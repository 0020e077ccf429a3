"""What people are: the words for offices and callings, which stand before and after names."""

import re
from types import MappingProxyType
from typing import Final

_ROLES: Final = MappingProxyType(
    {
        "en": "analyst envoy president minister director manager spokesman spokeswoman spokesperson professor chief "
        "head "
        "leader mayor lawmaker legislator senator judge lawyer attorney founder co-founder chairman chairwoman chair "
        "editor author writer researcher economist expert ambassador diplomat commander officer coach captain "
        "secretary "
        "member fellow owner doctor scientist historian activist journalist reporter correspondent resident widow "
        "mother "
        "father brother sister son daughter wife husband politician official governor prosecutor engineer teacher "
        "student nurse farmer architect artist actor actress singer composer player striker candidate adviser advisor "
        "deputy executive operator pilot scholar glaciologist geologist biologist physicist chemist climatologist "
        "sociologist psychologist epidemiologist goalkeeper midfielder defender champion",
        "ru": "президент премьер премьер-министр министр вице-президент канцлер директор гендиректор глава "
        "руководитель "
        "представитель представительница профессор аналитик эксперт депутат сенатор мэр губернатор посол судья адвокат "
        "прокурор основатель председатель автор историк экономист врач тренер капитан следователь писатель режиссер "
        "актер актриса певец певица журналист корреспондент редактор ученый гляциолог генерал полковник майор "
        "лейтенант "
        "адмирал спикер секретарь лидер координатор начальник замглавы советник король королева принц папа патриарх "
        "епископ архиепископ житель жительница учитель учительница инженер",
        "uk": "президент прем'єр міністр директор голова керівник речник речниця професор депутат мер губернатор "
        "посол суддя",
        "hy": "նախագահ վարչապետ փոխվարչապետ նախարար տնօրեն ղեկավար խոսնակ պրոֆեսոր փորձագետ վերլուծաբան պատգամավոր "
        "քաղաքապետ մարզպետ դեսպան դատավոր փաստաբան դատախազ հիմնադիր հեղինակ պատմաբան տնտեսագետ բժիշկ մարզիչ նավապետ "
        "քննիչ գրող ռեժիսոր դերասան երգիչ լրագրող խմբագիր գիտնական սառցադաշտաբան գեներալ գնդապետ մայոր կապիտան "
        "քարտուղար առաջնորդ կաթողիկոս եպիսկոպոս թագավոր ուսուցիչ ճարտարագետ գյուղապետ",
        "tr": "başkan başkanı cumhurbaşkanı başbakan bakanı bakan profesör müdür sözcü",
    }
)
_GERMAN: Final = re.compile(
    r"(?:\w*(?:präsident|minister|kanzler|chef|sprecher|trainer|leiter|meister|direktor|forscher|vorsitzende|abgeordnete|"
    r"anwalt|anwält|richter|autor|experte|expert|botschafter|kommissar|sekretär|berater|gründer|inhaber|historiker|"
    r"politiker|mediziner|ökonom|analyst|journalist|reporter|redakteur|kapitän|general|oberst|major|professor|doktor|"
    r"loge|log|nom|spieler|stürmer|torwart|sänger|schauspieler|regisseur|künstler|lehrer|arzt|ärzt|ingenieur|pfarrer|"
    r"bischof|papst|könig|königin|prinz|prinzessin|fürst|kandidat|mitglied|wissenschaftler|ermittler|beauftragte|rat|"
    r"rätin|schriftsteller|komponist|pianist|soziologe|fraktionschef|dirigent|geschäftsführer|kollege|"
    r"herr|frau|witwe|mutter|vater|bruder|schwester|sohn|tochter))(?:in|innen|en|n|r|s|es|e)?",
    re.IGNORECASE,
)
_ALL: Final = frozenset(word for words in _ROLES.values() for word in words.split())
_CASE_ENDINGS: Final = 3


def is_role(word: str, language: str = "") -> bool:
    """Whether a word says what somebody is, in the language's own or any other script."""
    folded = word.casefold()
    if folded in _ALL:
        return True
    if language == "de":
        return _GERMAN.fullmatch(word) is not None
    if folded[:1] < "\u0400":
        return False
    return any(folded[: len(folded) - cut] in _ALL for cut in range(1, _CASE_ENDINGS + 1) if len(folded) - cut > 3)
