"""How benchmark figures are kept and told."""

import json
from pathlib import Path

import pytest

from benchmarks import measure
from benchmarks.__main__ import main, subjects
from benchmarks.measure import CannotMeasureError, Measurement


def test_the_ratio_is_to_the_reference() -> None:
    beside = Measurement(name="import", value=3.0, unit="s", reference="read the bytes", reference_value=1.5, n=7)
    alone = Measurement(name="body F1", value=0.9, unit="")
    assert (beside.ratio, alone.ratio) == (2.0, None)


def test_figures_are_kept_as_json(tmp_path: Path) -> None:
    figure = Measurement(name="import", value=3.0, unit="s", reference="read", reference_value=1.5, n=7)
    path = measure.keep("articles", [figure], tmp_path / "results")
    assert path == tmp_path / "results" / "articles.json"
    assert json.loads(path.read_text()) == [
        {
            "name": "import",
            "value": 3.0,
            "unit": "s",
            "reference": "read",
            "reference_value": 1.5,
            "ratio": 2.0,
            "n": 7,
        }
    ]


def test_the_table_names_the_machine_and_lines_up() -> None:
    head, titles, rule, *rows = measure.table(
        "articles",
        [
            Measurement(name="import", value=12345.6, unit="articles/s", n=3),
            Measurement(name="a longer name", value=0.0123, unit="s", reference="read", reference_value=0.0041, n=10),
        ],
    ).splitlines()
    assert head == f"articles - {measure.machine()}"
    assert titles.split()[:3] == ["what", "value", "unit"]
    assert set(rule) == {"-", " "}
    assert rows[0].split() == ["import", "12,346", "articles/s", "3"]
    assert rows[1].split() == ["a", "longer", "name", "0.0123", "s", "read", "0.0041", "3", "10"]


def test_samples_are_found_through_the_environment_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DESKEDITOR_SAMPLES", raising=False)
    with pytest.raises(CannotMeasureError, match="DESKEDITOR_SAMPLES"):
        measure.samples()
    monkeypatch.setenv("DESKEDITOR_SAMPLES", str(tmp_path))
    assert measure.samples() == tmp_path
    with pytest.raises(CannotMeasureError, match="wire"):
        measure.samples("wire")


def test_an_unknown_subject_is_refused_and_the_known_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["no_such_thing"]) == 2
    told = capsys.readouterr().err
    assert "no_such_thing" in told
    assert all(name in told for name in subjects())
