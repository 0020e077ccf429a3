"""A person's whole task at the command line: a page's pasted text becomes an article and a page again."""

import json
from pathlib import Path
from typing import Any

import pytest

from deskeditor import cli

OURS = """• 4 minutes Who still mends nets by hand?
  • 2 hours The price of diesel
  • 5 days Herring is back, and nobody is buying


Soundnews is an independent news service that reports from the islands and the coast, on paper and on the air, for…

More Info

Premium Content

Osk And Marlow Agree On Ferry As County’s Role Shrinks

  • The two towns will pay for a night ferry themselves, and have asked the county to stay out of it.
  • The plan was welcomed in Osk but received coolly in Marlow, where many expect the fares to rise.
  • Officials say that the boat could sail from May if Osk finishes its new quay in time.
Osk Marlow

Osk's council is sounding more and more hopeful about talks with Marlow, and less patient with the county.\u00a0

The two councils have met three times since January, each time without the county, which paid for the old ferry.

"We have waited eleven years for somebody else to build us a boat," said Runa Halder, who chairs the council of Osk.

The plan was less warmly received in Marlow, where only the harbour café lost guests when the boat stopped.

If both councils vote in favour, the ferry will sail in May, Halder said.

By Ines\u00a0Okoro\u00a0via Soundnews.test

More Top Reads From Islandpost.example:

Download The Free Islandpost App Today

Back to homepage

Leave a comment

Leave a comment
"""


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    capsys.readouterr()
    assert cli.main(arguments) == 0, capsys.readouterr().err
    out = capsys.readouterr().out
    return json.loads(out) if "--json" in arguments else out


def test_a_page_of_our_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "page.txt"
    source.write_text(OURS, encoding="utf-8")

    (imported,) = run(capsys, "import", str(source), "--json")
    article = run(capsys, "show", imported["id"], "--json")

    assert article["headline"] == imported["headline"] == "Osk And Marlow Agree On Ferry As County’s Role Shrinks"
    assert [bullet.split()[0] for bullet in article["summary"]] == ["The", "The", "Officials"]
    assert len(article["summary"]) == 3
    assert article["tags"] == ["Osk", "Marlow"]
    assert article["byline"] == [{"name": "Ines Okoro"}]
    assert article["credit"]["name"] == "Soundnews.test"
    assert article["credit"]["about"].startswith("Soundnews is an independent news service")
    assert article["access"] == "premium"
    assert article["related"] == []
    paragraphs = article["body_text"].split("\n\n")
    assert len(paragraphs) == 5
    assert paragraphs[0].startswith("Osk's council is sounding")
    assert paragraphs[-1].endswith("Halder said.")
    dropped = "\n".join(imported["dropped"])
    for words in ("nets by hand", "More Top Reads", "More Info", "Premium Content", "Islandpost App", "homepage"):
        assert words in dropped
    assert run(capsys, "show", imported["id"], "--original") == OURS
    assert [found["id"] for found in run(capsys, "search", "quay halder", "--json")] == [imported["id"]]


def test_the_first_real_page(samples: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = samples / "page-copy" / "oilprice-karabakh.txt"
    (imported,) = run(capsys, "import", str(source), "--json")
    article = run(capsys, "show", imported["id"], "--json")

    assert article["headline"] == "Azerbaijan-Armenia Peace Talks Lean West As Russia’s Role Declines"
    assert [bullet.split()[0] for bullet in article["summary"]] == ["Azerbaijan", "The", "Analysts"]
    assert not any(bullet.startswith("•") for bullet in article["summary"])
    assert article["tags"] == ["Azerbaijan", "Armenia"]
    assert article["byline"] == [{"name": "Heydar Isayev"}]
    assert article["credit"]["name"] == "Eurasianet.org"
    assert article["credit"]["about"].startswith("Eurasianet is an independent news organization")
    assert article["access"] == "premium"
    assert article["related"] == []
    assert article["language"].split("-")[0] == "en"
    paragraphs = article["body_text"].split("\n\n")
    assert len(paragraphs) == 23
    assert paragraphs[0].startswith("Azerbaijan's government is sounding")
    assert paragraphs[-1].endswith("Ahmadzada said.")
    assert "“" not in article["body_text"]
    assert '"neutrality"' not in article["body_text"]
    assert "'neutrality'" in article["body_text"]

    dropped = imported["dropped"]
    assert sum("minutes " in line or "days " in line or "hours " in line for line in dropped) == 9
    for line in ("More Top Reads From Oilprice.com:", "More Info", "Back to homepage"):
        assert line in dropped
    assert dropped.count("Leave a comment") == 2
    assert any("Oilprice App" in line for line in dropped)
    assert run(capsys, "show", imported["id"], "--original") == source.read_bytes().decode()

    paths = run(capsys, "export", imported["id"], "--to", str(tmp_path / "out"))
    page = Path(paths.strip()).read_text(encoding="utf-8")
    for words in ("Heydar Isayev", "Eurasianet.org", "Ahmadzada said."):
        assert words in page
    for words in ("Leave a comment", "More Info", "Oilprice App", "Download The Free"):
        assert words not in page
