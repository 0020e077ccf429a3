"""Deskeditor: a newsroom desk on one laptop."""

__version__ = "0.1.0"
