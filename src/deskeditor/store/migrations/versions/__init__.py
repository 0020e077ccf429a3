"""One script a schema, named for its revision."""
