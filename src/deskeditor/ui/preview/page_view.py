"""The web view itself: imported on first use, since the web engine takes its time and 245 MB."""

import json
import os
from typing import Final

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QColor
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile, QWebEngineScript, QWebEngineSettings
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from deskeditor.ui.preview.page_difference import PageParts, page_parts
from deskeditor.ui.preview.page_scheme import (
    PAGE_ADDRESS,
    PageSchemeHandler,
    ReadMedia,
    RequestBlocker,
    register_scheme,
)

_WORLD: Final = QWebEngineScript.ScriptWorldId.ApplicationWorld.value

_SWAP: Final = """
(body => {
  const x = scrollX, y = scrollY;
  document.body.innerHTML = body;
  scrollTo({left: x, top: y, behavior: "instant"});
})(%s)
"""
# The page follows the reader's own light or dark setting. Here the person chooses, so the page's
# media queries are answered in the loaded style sheet: the bytes stay the ones that are exported.
# The answers are lengths that nothing else uses, so that they can be found and changed again.
_DARK: Final = """
(dark => {
  const asked = /\\(prefers-color-scheme: (dark|light)\\)|\\((?:min|max)-width: 0\\.(03125|0625)px\\)/g;
  const answer = (_, scheme, length) => {
    const aboutDark = (scheme ?? (length === "03125" ? "dark" : "light")) === "dark";
    return `(${aboutDark === dark ? "min" : "max"}-width: 0.${aboutDark ? "03125" : "0625"}px)`;
  };
  const visit = rules => {
    for (const rule of rules) {
      if (rule instanceof CSSMediaRule) rule.media.mediaText = rule.media.mediaText.replace(asked, answer);
      if (rule.cssRules) visit(rule.cssRules);
    }
  };
  for (const sheet of document.styleSheets) visit(sheet.cssRules);
  document.documentElement.style.colorScheme = dark ? "dark" : "light";
})(%s)
"""
_SCROLL: Final = "scrollTo({left: %d, top: %d, behavior: 'instant'})"


class PreviewPage(QWebEnginePage):
    """A page whose own scripts are dead and whose links lead nowhere but to a signal."""

    link_activated = Signal(str)

    def acceptNavigationRequest(
        self, url: QUrl | str, navigation_type: QWebEnginePage.NavigationType, is_main_frame: bool
    ) -> bool:
        address = QUrl(url)
        if navigation_type == QWebEnginePage.NavigationType.NavigationTypeLinkClicked:
            if _is_the_page(address) and address.hasFragment():
                return True
            self.link_activated.emit(address.toString())
            return False
        return is_main_frame and _is_the_page(address)

    def javaScriptConsoleMessage(
        self, level: QWebEnginePage.JavaScriptConsoleMessageLevel, message: str, line: int, source: str
    ) -> None:
        # The console tells of requests that were refused, which is what should happen to them.
        pass


class PageView(QWebEngineView):
    """Shows one page after another, by its body alone where that is all that changed."""

    link_activated = Signal(str)
    shown = Signal()

    def __init__(self, read_media: ReadMedia, parent: QWidget | None = None) -> None:
        prepare_web_engine()
        super().__init__(parent)
        self.setAccessibleName("Preview of the page")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._profile = QWebEngineProfile()
        self._profile.setHttpCacheType(QWebEngineProfile.HttpCacheType.NoCache)
        self._profile.setPersistentCookiesPolicy(QWebEngineProfile.PersistentCookiesPolicy.NoPersistentCookies)
        self._handler = PageSchemeHandler(read_media, self._profile)
        self._blocker = RequestBlocker(self._profile)
        self._profile.installUrlSchemeHandler(b"desk", self._handler)
        self._profile.setUrlRequestInterceptor(self._blocker)
        self._page = PreviewPage(self._profile, self)
        # Children are deleted in the order they came: the profile must go after its page.
        self._profile.setParent(self)
        _restrict(self._page.settings())
        self._page.setBackgroundColor(QColor(Qt.GlobalColor.transparent))
        self._page.link_activated.connect(self.link_activated)
        self._page.loadFinished.connect(self._finish_loading)
        self._page.renderProcessTerminated.connect(self._forget)
        self.setPage(self._page)
        self._latest: PageParts | None = None
        self._loaded: PageParts | None = None
        self._is_loading = False
        self._is_dark = False
        self._scroll = (0, 0)

    @property
    def served(self) -> bytes:
        """The bytes that `desk:` answers with."""
        return self._handler.page

    def show_page(self, html: bytes) -> None:
        """Show the page; where only its body differs from the one shown, it stays where it was scrolled to."""
        self._handler.serve(html)
        self._latest = page_parts(html)
        if not self._is_loading:
            self._bring_up_to_date()

    def show_dark(self, dark: bool) -> None:
        """Show the page as readers with a dark screen see it, or as those with a light one do."""
        self._is_dark = dark
        self._apply_dark()

    def _bring_up_to_date(self) -> None:
        latest, loaded = self._latest, self._loaded
        if latest is None or loaded is None or latest.look != loaded.look:
            position = self._page.scrollPosition()
            self._scroll = (round(position.x()), round(position.y()))
            self._is_loading = True
            self._loaded = latest
            self._page.load(QUrl(PAGE_ADDRESS))
        elif latest.body != loaded.body:
            self._loaded = latest
            self._page.runJavaScript(_SWAP % json.dumps(latest.body), _WORLD, self._tell_shown)
        else:
            self.shown.emit()

    def _forget(self) -> None:
        # The engine's own process died: the next page is loaded whole, which starts a new one.
        self._is_loading = False
        self._loaded = None

    def _tell_shown(self, _: object) -> None:
        # The engine answers late: the view may have been deleted meanwhile.
        if isValid(self):
            self.shown.emit()

    def _finish_loading(self, ok: bool) -> None:
        self._is_loading = False
        if not ok:
            self._loaded = None
            return
        self._apply_dark()
        self._page.runJavaScript(_SCROLL % self._scroll, _WORLD)
        self._bring_up_to_date()

    def _apply_dark(self) -> None:
        self._page.runJavaScript(_DARK % json.dumps(self._is_dark), _WORLD)


def prepare_web_engine() -> None:
    """Make the scheme known, and switch Chromium's sandbox off where it can't work: as root, and only then."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")
    register_scheme()


def _is_the_page(address: QUrl) -> bool:
    return address.toString().partition("#")[0] == PAGE_ADDRESS


def _restrict(settings: QWebEngineSettings) -> None:
    attribute = QWebEngineSettings.WebAttribute
    for refused in (
        attribute.JavascriptEnabled,
        attribute.LocalStorageEnabled,
        attribute.LocalContentCanAccessRemoteUrls,
        attribute.LocalContentCanAccessFileUrls,
        attribute.PluginsEnabled,
        attribute.HyperlinkAuditingEnabled,
        attribute.DnsPrefetchEnabled,
        attribute.AutoLoadIconsForPage,
        attribute.ErrorPageEnabled,
        attribute.FocusOnNavigationEnabled,
        attribute.NavigateOnDropEnabled,
        attribute.FullScreenSupportEnabled,
    ):
        settings.setAttribute(refused, False)
