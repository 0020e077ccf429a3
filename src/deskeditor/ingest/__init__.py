"""Readers that turn outside text into articles."""
