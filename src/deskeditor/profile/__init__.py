"""The publication profile: what a newsroom decides about its pages, its words and its checks."""

from deskeditor.profile.loading import load_profile
from deskeditor.profile.profile import Lengths, PageWords, Profile, SummaryAdvice, Template

__all__ = ["Lengths", "PageWords", "Profile", "SummaryAdvice", "Template", "load_profile"]
