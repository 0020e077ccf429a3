"""Figures for this project: one module a subject, each with a function `run()`."""
