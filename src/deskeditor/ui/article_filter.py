"""What of the articles a person wants to see."""

from dataclasses import dataclass
from typing import Final

from deskeditor.article.workflow import Stage

AT_WORK: Final = frozenset(Stage) - {Stage.SPIKED}
"""What is shown while no stage is chosen: a spiked article is out of the way until asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleFilter:
    """Words, the chosen stages (none for all at work), one's own only, and the order."""

    text: str = ""
    chosen: frozenset[Stage] = frozenset()
    mine: bool = False
    by_due: bool = False

    @property
    def stages(self) -> frozenset[Stage]:
        """The stages to look for."""
        return self.chosen or AT_WORK

    @property
    def narrows(self) -> bool:
        """Whether something may be hidden by it."""
        return bool(self.text.strip() or self.chosen or self.mine)
