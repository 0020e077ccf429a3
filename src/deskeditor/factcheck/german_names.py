"""Which capitals of a German text are names: there every noun has one."""

import re
from collections.abc import Callable, Sequence
from typing import Final

from deskeditor.factcheck.places import is_place
from deskeditor.factcheck.roles import is_role
from deskeditor.factcheck.words import Word, are_joined

_ARTICLES: Final = frozenset(
    "der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner mein meine sein seine "
    "seinen seinem seiner ihr ihre ihren ihrem ihrer unser unsere unseren dieser diese dieses diesen diesem jener jene "
    "jeder jede jedes jeden jedem alle allen aller viele vielen mehrere mehreren einige einigen beide beiden manche "
    "welche welcher zum zur im am vom beim ins ans aufs fürs ums zwei drei vier fünf sechs sieben acht neun zehn elf "
    "zwölf solche wenige weitere weiteren andere anderen rund mehr".split()
)
_ADJECTIVE: Final = re.compile(
    r"(?!gegen|neben|wegen|zwischen|unter|über|ohne|hinter|außer|eine?)[a-zäöüß]{3,}(?:en?|er|es|em)"
)
_PLACE: Final = re.compile(
    r"(?!\w*(?:parkplatz|arbeitsplatz|sportplatz|spielplatz|marktplatz|nationalpark|hauptstadt|innenstadt|großstadt|"
    r"altstadt|hauptstraße|autobahn|schwerpunkt)$)\w{3,}(?:straße|strasse|platz|park|allee|gasse|burg|berg|hausen|heim|"
    r"furt|stadt|dorf|see|haven|münde|tal|itz|ingen|brück|brücken|kirchen|leben|rode|walde|hafen)",
    re.IGNORECASE,
)
_WHERE: Final = frozenset("in aus nach bei von vor im am an der bis".split())
_INTO_NAMES: Final = frozenset("in aus nach bei laut".split())
_SAYING: Final = frozenset(
    "sagte sagt erklärte erklärt teilte berichtete berichtet betonte betont meinte schrieb schreibt kündigte forderte "
    "fordert kritisierte kritisiert warnte warnt nannte nennt erzählte rechnet rechnete sprach spricht lobte "
    "bestätigte "
    "bestätigt gewann verlor besiegte trifft traf spielte".split()
)
_JOINING: Final = frozenset("von van zu zur zum der den de la für am ob auf an di du del al el bin ibn".split())
_BODY: Final = re.compile(
    r"(?:\w*(?:universität|hochschule|institut|gesellschaft|gericht|gerichtshof|ministerium|bundesamt|landesamt|bundesbank|"
    r"stiftung|verband|partei|akademie|kirche|klinik|krankenhaus|museum|theater|oper|philharmonie|zeitung|messe|"
    r"flughafen|bahnhof|bundestag|bundesrat|landtag|bundesliga|fc|sv|tsv|vfb|vfl|bundeswehr|union|republik|"
    r"allianz|konzern|werke|agentur|behörde))(?:en|s|es)?",
    re.IGNORECASE,
)
_OPENS_NAME: Final = re.compile(
    r"(?:Deutsch|Europäisch|International|Vereint|Vereinigt|National|Bayerisch|Sächsisch|Österreichisch|Schweizerisch|"
    r"Französisch|Russisch|Amerikanisch|Britisch|Rot|Weiß|Schwarz|Norddeutsch|Westdeutsch|Süddeutsch|Frankfurter|"
    r"Berliner|Wiener|Hamburger|Kölner|Münchner|Leipziger|Neue|Alte|Große|Heilig|Erst|Zweit|Dritt|Ev|Evangelisch|"
    r"Katholisch|Königlich|Staatlich|Kaiserlich|Schwäbisch|Hessisch|Islamisch)(?:e|er|en|es|em)?"
)
_COMMON_ENDING: Final = re.compile(
    r"\w+(?:ung|ungen|heit|heiten|keit|keiten|schaft|schaften|ion|ionen|tät|täten|ismus|nis|nisse|nissen|tum|ling|linge|"
    r"chen|lein|ment|mente|enz|anz|erei|erin|erinnen|innen|ieren|ität|itäten|ler|lern|zeit|jahr|jahre|jahren|tag|tage|"
    r"tagen|woche|wochen|monat|monate|monaten|stunde|stunden|meter|metern|prozent|million|millionen|milliarde|"
    r"milliarden|euro|leute|kosten|preis|preise|preisen|recht|rechte|haus|häuser|häusern|platz|weg|wege|stück|werk|"
    r"arbeit|spiel|spiele|spielen|kampf|krieg|frage|fragen|grund|gründe|gründen|hilfe|plan|pläne|plänen)"
)
_COMMON: Final = frozenset(
    (
        "abend alter anfang angaben angst anklage anspruch antwort april arbeiter art aufgabe auge ausland auto bahn "
        "bank bau bauern baum bedarf bedenken bedingungen beginn beispiel bereich bericht beruf besuch bett "
        "bevölkerung "
        "beweise bild boden bord börse brand brief brot bruder brücke buch bühne bürger büro chance computer dach "
        "daten "
        "dauer demokratie dienst ding dinge dorf druck ehe ehre einfluss einsatz eis eltern ende energie entscheidung "
        "erde erfolg ergebnis ergebnisse ermittler essen fall fälle familie farbe fehler feld fenster ferien feuer "
        "film "
        "finale firma fisch flucht flüchtlinge flugzeug fluss folge folgen form foto frau frauen freitag freund "
        "freunde "
        "frieden front frühjahr führung fußball gas gast gebäude gebiet gefahr gefängnis gegner gehalt geld gemeinde "
        "gericht geschäft geschichte gesetz gespräche gesicht gesundheit gewalt gewinn gewinne glas gletscher glück "
        "gold "
        "gott grenze gruppe gutachten hafen haft hand handel handtücher haut heimat herbst herr herz herzen himmel "
        "hitze "
        "hof hoffnung höhe holz hund idee industrie inhalt interesse internet kaffee kamera kapitän kauf kinder kind "
        "kino kirche klage klasse klima körper konzert kopf kraft krankheit krise küche kultur kunden kunst küste "
        "land länder landwirtschaft leben lehrer leitung licht liebe linie liste lohn löhne luft macht mai mann männer "
        "markt maschine material mauer medien meer mehrheit meinung menge mensch menschen milch minister miete mieten "
        "mitarbeiter mitglied mitglieder mitte mittel mord morgen motor mund musik mutter nachbarn nachmittag nacht "
        "name "
        "namen natur nebel netz not öffentlichkeit opfer opposition ordnung ort orte osten papier parlament partei "
        "parteien patienten person personen pferd pflege platz politik politiker polizei post probleme problem "
        "produkte "
        "programm projekt protest prozess publikum qualität rand rat rathaus raum regen regierung region reise reisen "
        "richter rolle ruhe sache schaden schäden schiff schlaf schluss schnee schritt schuld schulden schule schulen "
        "schüler schutz schwimmer see seite sender sicht sieg sinn sitz sitzung sohn soldaten sommer sonne sonntag "
        "sorge "
        "spanne spaß spender spieler sprache staat staaten stadt städte stadtrat stelle stellen steuern stimme stimmen "
        "strafe straße straßen strecke streit strom studenten studie stühle süden sturm täter tabak tatort team "
        "technik "
        "teil teile telefon text thema theater tiere tisch titel tochter tod tor tore tot tote toten trainer trasse "
        "trauer traum truppen tür turnier umwelt unfall unfälle unternehmen ursache urlaub urteil vater verbrechen "
        "verein verfahren vergleich verkehr verletzte verlust verluste vertrag vertrauen verwandte video volk "
        "vorgehen vorjahr vorwürfe waffen wahl wahlen wald wand ware waren wasser wein welt werke westen wetter wind "
        "winter wirtschaft wissen wissenschaft woche wohl wohnung wort worte worten wunsch zahl zahlen zeichen zeiten "
        "zeitung zentrum zeuge zeugen ziel ziele zug züge zukunft zustimmung zusammenhang zweifel forscher norden "
        "mittelpunkt gefolge kürze bezug teilen teufel kontrolle freiheit umfang haushalt rente renten"
    ).split()
)


def is_common(word: str) -> bool:
    """Whether a German noun is surely or most likely no name."""
    folded = word.casefold()
    bare = folded.removesuffix("n") if folded not in _COMMON else folded
    return (
        folded in _COMMON
        or bare in _COMMON
        or (_COMMON_ENDING.fullmatch(folded) is not None and not is_place(word) and not word.isupper())
    )


def german_runs(
    text: str, words: Sequence[Word], is_name_word: Callable[[Word], Word | None]
) -> list[tuple[tuple[Word, ...], bool]]:
    """The runs of a sentence that are names, and whether each is sure; the others wait for the rest of the piece."""
    found: list[tuple[tuple[Word, ...], bool]] = []
    at = 0
    while at < len(words):
        if is_name_word(words[at]) is None:
            at += 1
            continue
        end = _run_end(text, words, at, is_name_word)
        run = [part for word in words[at:end] if (part := is_name_word(word) or word) is not None]
        before = words[at - 1] if at and are_joined(text, words[at - 1], words[at]) else None
        after = words[end] if end < len(words) else None
        found.extend(_decided(run, before, after))
        at = end
    return found


def _run_end(text: str, words: Sequence[Word], at: int, is_name_word: Callable[[Word], Word | None]) -> int:
    end = at + 1
    while end < len(words) and are_joined(text, words[end - 1], words[end]):
        if is_name_word(words[end]) is not None:
            end += 1
            continue
        small = end
        while small < len(words) and small - end < 2 and words[small].folded in _JOINING:
            small += 1
        joins = (
            end < small < len(words)
            and is_name_word(words[small]) is not None
            and all(are_joined(text, words[step - 1], words[step]) for step in range(end, small + 1))
        )
        if not joins or not _may_be_joined(words[at:end], words[end:small]):
            break
        end = small + 1
    return end


def _may_be_joined(before: Sequence[Word], small: Sequence[Word]) -> bool:
    """`Ursula von der Leyen`, `Gesellschaft zur Rettung Schiffbrüchiger`, but not `Stadtrat von Ahlensee`."""
    if _OPENS_NAME.fullmatch(before[0].text) and len(before) > 1:
        return True
    last = before[-1]
    if is_common(last.text) or is_role(last.text, "de"):
        return False
    links = {word.folded for word in small}
    return bool(links & {"van", "de", "la", "di", "du", "del", "al", "el", "bin", "ibn", "am", "ob"}) or (
        "von" in links and not is_place(last.text)
    )


def _decided(run: list[Word], before: Word | None, after: Word | None) -> list[tuple[tuple[Word, ...], bool]]:
    named = _OPENS_NAME.fullmatch(run[0].text) is not None and len(run) > 1
    kept = list(run)
    if not named:
        article = before is not None and (before.folded in _ARTICLES or _ADJECTIVE.fullmatch(before.text) is not None)
        while kept and len(kept) > 1 and not _BODY.fullmatch(kept[0].text) and _is_head(kept, article):
            kept.pop(0)
            article = False
    while len(kept) > 1 and len(kept) == len(run) and not named and _is_plain(kept[-1].text):
        kept.pop()
    if len(kept) > 1:
        return [(tuple(kept), not kept[0].begins)]
    if _single(kept[0], run, before, after):
        return [((kept[0],), True)]
    if _is_plain(kept[0].text) or is_role(kept[0].text, "de") or (before is not None and before.folded in _ARTICLES):
        return []
    return [((kept[0],), False)]


def _is_plain(word: str) -> bool:
    return is_common(word) and not _BODY.fullmatch(word)


def _is_head(kept: Sequence[Word], after_article: bool) -> bool:
    """Whether the first word says what the rest is the name of: `Bürgermeisterin`, `die Fähre`."""
    first = kept[0].text
    return is_role(first, "de") or is_common(first) or (after_article and not is_place(first) and not first.isupper())


def _single(word: Word, run: Sequence[Word], before: Word | None, after: Word | None) -> bool:
    text = word.text
    if len(text) > 1 and any(map(str.isupper, text[1:])):
        return True
    if is_place(text):
        return True
    if len(run) > 1 and word is run[-1] and text.casefold() not in _COMMON:
        # What it is was said right before: `die Fähre Seeadler`.
        return True
    if before is not None and before.folded in _WHERE and _PLACE.fullmatch(text) and text.casefold() not in _COMMON:
        return True
    if is_common(text) or is_role(text, "de"):
        return False
    if _BODY.fullmatch(text):
        return False
    if before is not None and before.folded in _INTO_NAMES:
        return True
    if before is not None and before.folded in _SAYING:
        return True
    if before is not None and before.folded == "von" and not text.endswith(("en", "ern", "er", "e", "s")):
        return True
    return after is not None and after.folded in _SAYING and (before is None or before.folded not in _ARTICLES)
