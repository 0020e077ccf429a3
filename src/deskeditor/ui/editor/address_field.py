"""The input of an address, and what a person means who types one."""

from PySide6.QtWidgets import QLineEdit, QWidget

REFUSED = "A link may be http, https, mailto, tel or an address on the site."


class AddressField(QLineEdit):
    """Takes an address as people type them."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText("https://…")

    def address(self) -> str:
        """What is meant: a name of a host is an address of the web, a name at a host one of mail."""
        text = self.text().strip()
        if not text or ":" in text or text.startswith(("/", "#", "?")):
            return text
        if "@" in text and "/" not in text:
            return f"mailto:{text}"
        host = text.partition("/")[0]
        return f"https://{text}" if "." in host and " " not in host else text
