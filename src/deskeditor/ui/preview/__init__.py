"""The preview: the very bytes of the page that is exported, shown by a web engine made on first use."""

from deskeditor.ui.preview.preview_pane import PreviewPane
from deskeditor.ui.preview.preview_width import PreviewWidth

__all__ = ["PreviewPane", "PreviewWidth"]
