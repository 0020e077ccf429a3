"""Page templates: Jinja2 in a sandbox, whose errors name the newsroom's own file and line."""

import traceback
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import FunctionLoader, StrictUndefined, TemplateError, TemplateNotFound, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from deskeditor.errors import DeskError
from deskeditor.profile import Template


def render_template(templates: tuple[Template, ...], name: str, values: Mapping[str, Any]) -> str:
    """Return the template of that name filled with `values`, everything escaped but `Markup`.

    Raises DeskError naming the template's file and line.
    """
    try:
        return _environment(templates).get_template(name).render(values)
    except TemplateSyntaxError as error:
        raise _fault(error.filename or error.name or name, error.lineno, error.message or str(error)) from error
    except TemplateNotFound as error:
        raise DeskError(f"The profile has no template “{error.name}”: put it into its templates folder.") from error
    except Exception as error:
        place = _place_in_template(error, templates)
        if place is None and not isinstance(error, TemplateError):
            raise
        raise _fault(*(place or (name, None)), str(error)) from error


# Compiling takes longer than filling in, and a batch fills the same few templates a thousand times.
@lru_cache(maxsize=4)
def _environment(templates: tuple[Template, ...]) -> ImmutableSandboxedEnvironment:
    by_name = {template.name: template for template in templates}

    def load(name: str) -> tuple[str, str, None] | None:
        template = by_name.get(name)
        return (template.text, str(template.path), None) if template else None

    return ImmutableSandboxedEnvironment(
        loader=FunctionLoader(load),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )


def _place_in_template(error: Exception, templates: tuple[Template, ...]) -> tuple[str, int | None] | None:
    files = {str(template.path) for template in templates}
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename in files]
    return (frames[-1].filename, frames[-1].lineno) if frames else None


def _fault(file: str, line: int | None, reason: str) -> DeskError:
    place = f"{Path(file)}, line {line}" if line else str(file)
    return DeskError(f"{place}: the page template is faulty ({reason}). Mend it, or take it out to use the default.")
