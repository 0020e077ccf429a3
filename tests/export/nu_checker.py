"""The Nu HTML checker, where this machine has it: `npm install vnu-jar` in the checkout, or DESKEDITOR_VNU_JAR."""

import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

_CHECKOUT = Path(__file__).resolve().parents[2]


def jar() -> Path | None:
    """Return the checker's jar, or None where it or a Java runtime is missing."""
    given = os.environ.get("DESKEDITOR_VNU_JAR")
    places = [Path(given)] if given else []
    places += [folder / "node_modules/vnu-jar/build/dist/vnu.jar" for folder in (_CHECKOUT, _CHECKOUT / "tests")]
    return next((place for place in places if place.is_file()), None) if shutil.which("java") else None


def complaints(pages: Mapping[str, bytes], folder: Path, checker: Path) -> list[str]:
    """Return the errors and warnings that the checker has about pages, written to `folder` by name."""
    for name, data in pages.items():
        (folder / name).write_bytes(data)
    # A run of seconds pays for no thorough compiling.
    quick = ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss4m"]
    command = ["java", *quick, "-jar", str(checker), "--stdout", "--format", "json", *pages]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False, timeout=110)
    messages = json.loads(done.stdout)["messages"]
    return [f"{Path(told['url']).name}: {told['message']} {told.get('extract', '')}" for told in messages]
