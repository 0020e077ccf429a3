"""The middle of the window keeps its parts in sight where it is narrow."""

import pytest
from PySide6.QtWidgets import QApplication, QToolBar
from pytestqt.qtbot import QtBot

from deskeditor.article.workflow import Stage
from deskeditor.profile.loading import load_profile
from deskeditor.ui.action_set import ActionSet
from deskeditor.ui.actions import FORMAT_BAR
from deskeditor.ui.article_page import ArticlePage
from deskeditor.ui.theme import Theme, apply_theme


@pytest.mark.parametrize("stage", [Stage.DRAFT, Stage.PUBLISHED, Stage.WITHDRAWN])
def test_all_formats_fit_beside_the_stage(qtbot: QtBot, qapp: QApplication, stage: Stage) -> None:
    apply_theme(qapp, Theme.LIGHT)
    actions = ActionSet()
    page = ArticlePage(actions, load_profile())
    qtbot.addWidget(page)
    page.stage.show_stage(stage, None)
    page.resize(600, 500)
    with qtbot.waitExposed(page):
        page.show()
    bar = page.findChild(QToolBar)
    buttons = [bar.widgetForAction(actions[act]) for part in FORMAT_BAR for act in part]
    # A tool bar lays its buttons out anew once it has its style.
    qtbot.waitUntil(lambda: all(button.isVisible() for button in buttons))
    assert page.stage.geometry().right() < page.width()
