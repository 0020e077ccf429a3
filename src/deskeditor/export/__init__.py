"""What leaves the desk: pages, fragments and Markdown files, the same bytes each time."""

from deskeditor.export.formats import ExtraFile, Format, Rendered, render
from deskeditor.export.page import render_fragment, render_page

__all__ = ["ExtraFile", "Format", "Rendered", "render", "render_fragment", "render_page"]
