"""What would go wrong if the piece went out now: small checks, each from an article to findings."""

from deskeditor.preflight.registry import CHECKS, blocking, preflight

__all__ = ["CHECKS", "blocking", "preflight"]
