"""What the desk knows of languages: folding for search, words and reading time."""
