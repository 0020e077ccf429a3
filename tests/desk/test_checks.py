"""All findings of a piece together, as severe as the profile sets them."""

from dataclasses import replace
from types import MappingProxyType

import pytest

from deskeditor.article.claims import Verdict
from deskeditor.article.finding import Finding, Severity
from deskeditor.desk.checks import CODES, findings
from deskeditor.errors import DeskError
from deskeditor.profile import load_profile
from tests.factcheck.pieces import NOON, claim, piece, query, verdict

DEFAULT = load_profile(None)
ARTICLE = piece(
    "The harbour has {1:14 boats}, and {2:9 more} come.",
    claims=(claim(1, judgement=verdict(Verdict.DISPUTED)), claim(2, "9 more", query=query())),
)


def found(**checks: Severity | None) -> list[Finding]:
    named = {code.replace("_", "."): severity for code, severity in checks.items()}
    return list(findings(ARTICLE, replace(DEFAULT, checks=MappingProxyType(named)), now=NOON))


def test_the_worst_comes_first_whichever_check_said_it() -> None:
    severities = [finding.severity for finding in found()]
    assert severities == sorted(severities, key=list(Severity).index)
    codes = [finding.code for finding in found()]
    assert {"headline.missing", "claims.query-out", "claims.disputed", "tags.missing"} <= set(codes)


def test_the_profile_sets_how_severe_a_finding_is() -> None:
    said = {finding.code: finding.severity for finding in found(claims_disputed=Severity.BLOCKING, tags_missing=None)}
    assert said["claims.disputed"] is Severity.BLOCKING
    assert "tags.missing" not in said


def test_a_check_that_does_not_exist_is_told_with_those_that_do() -> None:
    with pytest.raises(DeskError, match=r"“claims\.misssing” that does not exist") as told:
        found(claims_misssing=None)
    assert all(code in str(told.value) for code in CODES)


def test_every_code_is_used_once() -> None:
    assert len(CODES) == len(set(CODES))


def test_a_name_spelt_two_ways_is_among_them() -> None:
    article = piece("Mayor Anna Lindqvist left Tellbridge.", "Later Lindquist came back to Tellbridge.")
    assert "claims.name-spelt-two-ways" in {finding.code for finding in findings(article, DEFAULT, now=NOON)}
