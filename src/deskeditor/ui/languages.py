"""The languages offered for an article, by BCP 47 tag."""

from typing import Final

from PySide6.QtCore import QLocale

OFFERED: Final = tuple(
    "en en-GB en-US ar az bg bn ca cs da de el es et fa fi fr ga he hi hr hu hy id is it ja ka ko lt lv mk ms "
    "nb nl pl pt pt-BR ro ru sk sl sq sr sv sw ta th tr uk ur vi zh zh-TW".split()
)


def language_label(tag: str) -> str:
    """Return `German`, or `Portuguese, Brazil` where the tag names a place; an unknown tag stands as it is."""
    locale = QLocale(tag)
    if locale.language() is QLocale.Language.C:
        return tag
    name = QLocale.languageToString(locale.language())
    if "-" in tag:
        name += f", {QLocale.territoryToString(locale.territory())}"
    return name
