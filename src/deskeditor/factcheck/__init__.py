"""Checking the facts of a piece: what stands in the way of its going out."""
