"""The editors of body and lines, their keys and commands."""
