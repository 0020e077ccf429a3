"""How much of a piece is to be checked: its own level, else what the profile says of its credit and section."""

from deskeditor.article.article import Article
from deskeditor.article.claims import CheckLevel
from deskeditor.language.folding import fold
from deskeditor.profile import Profile


def level_of(article: Article, profile: Profile) -> CheckLevel:
    """The level of a piece. What its credit says goes before its section: an agency may have checked its copy."""
    if article.check_level is not None:
        return article.check_level
    checking = profile.checking
    for level in (checking.credits.get(fold(article.credit.name)), checking.sections.get(fold(article.section))):
        if level is not None:
            return level
    return checking.level
