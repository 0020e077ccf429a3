"""Months, weekdays and the words of the clock in the languages that copy is written in."""

import re
from types import MappingProxyType
from typing import Final

MONTHS: Final = MappingProxyType(
    {
        "en": "January February March April May June July August September October November December "
        r"Jan\. Feb\. Mar\. Apr\. Jun\. Jul\. Aug\. Sept?\. Oct\. Nov\. Dec\.",
        "de": "Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember",
        "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "es": "enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre",
        "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "nl": "januari februari maart april mei juni juli augustus september oktober november december",
        "sv": "januari februari mars april maj juni juli augusti september oktober november december",
        "pl": "stycz(?:eń|nia|niu) lut(?:y|ego|ym) mar(?:zec|ca|cu) kwie(?:cień|tnia|tniu) maj(?:a|u)? "
        "czerw(?:iec|ca|cu) lip(?:iec|ca|cu) sierp(?:ień|nia|niu) wrze(?:sień|śnia|śniu) "
        "październik(?:a|u)? listopad(?:a|zie)? grud(?:zień|nia|niu)",
        "tr": "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık",
        "az": "yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr",
        "ru": "январ[ьяеюь]м? феврал[ьяею]м? март[аеу]?м? апрел[ьяею]м? ма[йяею]м? июн[ьяею]м? июл[ьяею]м? "
        "август[аеу]?м? сентябр[ьяею]м? октябр[ьяею]м? ноябр[ьяею]м? декабр[ьяею]м?",
        "uk": "січ(?:ень|ня|ні) лют(?:ий|ого|ому) берез(?:ень|ня|ні) квіт(?:ень|ня|ні) трав(?:ень|ня|ні) "
        "черв(?:ень|ня|ні) лип(?:ень|ня|ні) серп(?:ень|ня|ні) верес(?:ень|ня|ні) жовт(?:ень|ня|ні) "
        "листопад[аі]? груд(?:ень|ня|ні)",
        "hy": "(?:հունվար|փետրվար|մարտ|ապրիլ|մայիս|հունիս|հուլիս|օգոստոս|սեպտեմբեր|հոկտեմբեր|նոյեմբեր|դեկտեմբեր)"
        "(?:ի|ին|ը|ից|ով|ում)?",
        "ar": "يناير فبراير مارس أبريل إبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر "
        "شباط آذار نيسان أيار حزيران تموز آب أيلول",
        "he": "ב?(?:ינואר|פברואר|מרץ|אפריל|מאי|יוני|יולי|אוגוסט|ספטמבר|אוקטובר|נובמבר|דצמבר)",
        "el": "Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου "
        "Νοεμβρίου Δεκεμβρίου",
        "ka": "(?:იანვ|თებერვ|მარტ|აპრილ|მაის|ივნის|ივლის|აგვისტო|სექტემბ|ოქტომბ|ნოემბ|დეკემბ)[ა-ჰ]*",
        "hi": "जनवरी फ़रवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर",
    }
)
"""Regular expressions of the months' names, parted by spaces, with the forms they take in a sentence."""

WEEKDAYS: Final = MappingProxyType(
    {
        "en": "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?",
        "de": "(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag)"
        "(?:abend|morgen|nachmittag|nacht)?",
        "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
        "es": "lunes martes miércoles jueves viernes sábado domingo",
        "it": "lunedì martedì mercoledì giovedì venerdì sabato domenica",
        "pt": "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
        "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
        "sv": "måndag(?:en)? tisdag(?:en)? onsdag(?:en)? torsdag(?:en)? fredag(?:en)? lördag(?:en)? söndag(?:en)?",
        "pl": "poniedziałek wtorek środ[aęy] czwartek piątek sobot[aęy] niedziel[aęi]",
        "tr": "Pazartesi Salı Çarşamba Perşembe Cuma Cumartesi Pazar",
        "az": "bazar\\sertəsi çərşənbə\\saxşamı çərşənbə cümə\\saxşamı cümə şənbə bazar",
        "ru": "понедельник[а-я]* вторник[а-я]* сред[аыуе] четверг[а-я]* пятниц[аыуе]й? суббот[аыуе]й? воскресень[еяю]",
        "uk": "понеділ(?:ок|ка|ку) вівтор(?:ок|ка) серед[аиу] четвер(?:га)? п.ятниц[яіюі] субот[аиу] неділ[яіюі]",
        "hy": "(?:երկուշաբթի|երեքշաբթի|չորեքշաբթի|հինգշաբթի|ուրբաթ|շաբաթ\\sօրը|կիրակի)(?:ն|ի|յան)?",
        "ar": "(?:الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد)",
        "he": "(?:ב?יום\\s(?:ראשון|שני|שלישי|רביעי|חמישי|שישי|שבת))",
        "el": "Δευτέρα Τρίτη Τετάρτη Πέμπτη Παρασκευή Σάββατο Κυριακή",
    }
)

_SCRIPTS: Final = (
    (re.compile("[\u0400-\u04ff]"), ("ru", "uk")),
    (re.compile("[\u0530-\u058f]"), ("hy",)),
    (re.compile("[\u0590-\u05ff]"), ("he",)),
    (re.compile("[\u0600-\u06ff]"), ("ar",)),
    (re.compile("[\u0370-\u03ff]"), ("el",)),
    (re.compile("[\u10a0-\u10ff]"), ("ka",)),
    (re.compile("[\u0900-\u097f]"), ("hi",)),
)


def languages_of(text: str, language: str) -> tuple[str, ...]:
    """The languages whose words a text may hold: its own, English, and those of its scripts."""
    found = dict.fromkeys((language, "en"))
    if not text.isascii():
        found.update(dict.fromkeys(name for script, names in _SCRIPTS if script.search(text) for name in names))
    return tuple(found)
