"""The widths a page is looked at in."""

from enum import Enum

from deskeditor.ui.icons import Icon


class PreviewWidth(Enum):
    """A kind of screen: its name, its width in CSS pixels and its icon."""

    PHONE = ("Phone", 390, Icon.PHONE)
    TABLET = ("Tablet", 768, Icon.TABLET)
    DESKTOP = ("Desktop", 1180, Icon.DESKTOP)

    @property
    def label(self) -> str:
        """What the button and its tool tip say."""
        return self.value[0]

    @property
    def pixels(self) -> int:
        """The width of the page in CSS pixels."""
        return self.value[1]

    @property
    def icon(self) -> Icon:
        """The button's icon."""
        return self.value[2]
