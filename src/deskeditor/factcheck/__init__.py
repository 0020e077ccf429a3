"""Checking the facts of a piece: what there is to check, how far, and what stands in the way of its going out."""
