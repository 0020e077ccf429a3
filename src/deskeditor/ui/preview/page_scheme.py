"""The `desk:` scheme: the one address the web engine can reach, answered from memory."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QUrl
from PySide6.QtWebEngineCore import (
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
    QWebEngineUrlRequestJob,
    QWebEngineUrlScheme,
    QWebEngineUrlSchemeHandler,
)

SCHEME: Final = b"desk"
PAGE_ADDRESS: Final = "desk://page/"
_MEDIA_PATH: Final = "/media/"
_SIGNATURES: Final = (
    (b"\x89PNG", b"image/png"),
    (b"\xff\xd8\xff", b"image/jpeg"),
    (b"GIF8", b"image/gif"),
    (b"RIFF", b"image/webp"),
)

ReadMedia = Callable[[str], bytes | None]


def register_scheme() -> None:
    """Make `desk:` known to the web engine: once, before its first profile; later calls do nothing."""
    if QWebEngineUrlScheme.schemeByName(QByteArray(SCHEME)).name():
        return
    scheme = QWebEngineUrlScheme(QByteArray(SCHEME))
    scheme.setSyntax(QWebEngineUrlScheme.Syntax.Host)
    scheme.setFlags(QWebEngineUrlScheme.Flag.SecureScheme)
    QWebEngineUrlScheme.registerScheme(scheme)


class PageSchemeHandler(QWebEngineUrlSchemeHandler):
    """Answers with the page it was given, byte for byte, and with pictures from `read_media`."""

    def __init__(self, read_media: ReadMedia, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read_media = read_media
        self._page = b""

    @property
    def page(self) -> bytes:
        """The page it answers with."""
        return self._page

    def serve(self, page: bytes) -> None:
        """Answer with `page` from now on."""
        self._page = page

    def _answer(self, path: str) -> tuple[bytes, bytes] | None:
        if path in ("", "/"):
            return b"text/html;charset=utf-8", self._page
        if not path.startswith(_MEDIA_PATH):
            return None
        data = self._read_media(path.removeprefix(_MEDIA_PATH))
        if data is None:
            return None
        media_type = next((kind for signature, kind in _SIGNATURES if data.startswith(signature)), b"image/avif")
        return media_type, data

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        answer = self._answer(job.requestUrl().path())
        if answer is None:
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)
            return
        media_type, data = answer
        # The job outlives this call: what it reads from must live as long as it does.
        buffer = QBuffer(job)
        buffer.setData(QByteArray(data))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        job.reply(QByteArray(media_type), buffer)


class RequestBlocker(QWebEngineUrlRequestInterceptor):
    """Lets `desk:` and `data:` through and nothing else: a preview asks no one for anything."""

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        info.block(not is_local(info.requestUrl()))


def is_local(address: QUrl) -> bool:
    """Whether the address is answered on this machine without a look at disk or network."""
    return address.scheme() in (SCHEME.decode(), "data")
