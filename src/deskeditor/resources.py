"""The one way to the files of `resources/`, in a checkout, an editable install, a wheel and a bundle."""

from pathlib import Path
from typing import Final

_PACKAGE: Final = Path(__file__).resolve().parent
_PLACES: Final = (
    # A wheel carries the folder inside the package; so does a bundle made from one.
    _PACKAGE / "resources_data",
    # An editable install points at `<checkout>/src`, where force-included files do not exist.
    _PACKAGE.parents[1] / "resources",
)


def resources_folder() -> Path:
    """Return the folder that holds `profile/`, `icons/` and the other files shipped with the program."""
    for place in _PLACES:
        if place.is_dir():
            return place
    raise FileNotFoundError(f"the program's resources are in none of {', '.join(map(str, _PLACES))}")


def resource_path(*parts: str) -> Path:
    """Return the path of one shipped file or folder, such as `resource_path("profile", "profile.toml")`."""
    path = resources_folder().joinpath(*parts)
    if not path.exists():
        raise FileNotFoundError(f"the program was shipped without {path}")
    return path
