"""What changed between two states of a text, and one text made of two that went apart."""
