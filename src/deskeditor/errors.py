"""The one error a person is meant to read: what happened, and what to do."""


class DeskError(Exception):
    """A fault told in an editor's words, in one sentence or two.

    Raised for whatever a person can mend: a file that is missing, a store that is locked, a link
    that is unsafe. Anything else that escapes is a fault of the program.
    """


class StoreError(DeskError):
    """The store can't be opened or written: locked, read-only, newer than the program, not a store."""


class InputError(DeskError):
    """A file or a pasted text can't be read."""
