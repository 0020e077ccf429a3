"""The command line: the window's acts without a window, and the way to the window itself."""

import getpass
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final, TypeVar
from uuid import UUID, uuid4

import typer

from deskeditor import __version__
from deskeditor.article.article import Person
from deskeditor.article.workflow import Stage
from deskeditor.errors import DeskError, InputError
from deskeditor.paths import data_folder, media_folder, profile_folder

if TYPE_CHECKING:
    from deskeditor.desk.story_file import Story
    from deskeditor.export import Format
    from deskeditor.media import MediaStore
    from deskeditor.profile import Profile
    from deskeditor.store import ArticleHead, ArticleQuery, Original, Store

T = TypeVar("T")

OURS: Final = 1
"""Exit code for a fault of the program."""

PERSONS: Final = 2
"""Exit code for what the person at the keyboard can mend."""

BLOCKED: Final = 3
"""Exit code where a finding stops an export."""

# ClickException, of whichever Click this Typer was built on: its newer versions bring one of their own.
_UsageFault: Final[type[BaseException]] = typer.BadParameter.__mro__[2]

_PAGE: Final = 2000
_ON_STDIN: Final = "-"

app = typer.Typer(
    name="deskeditor",
    help="A newsroom desk on one laptop. Without a command it opens the window.",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

StoreOption = Annotated[str, typer.Option("--store", metavar="FOLDER", help="The store; else the user's data folder.")]
AsOption = Annotated[str, typer.Option("--as", metavar="NAME", help="Who is working, for history and log.")]
ProfileOption = Annotated[
    Path | None, typer.Option("--profile", metavar="DIR", help="The publication profile; else the store's own.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print facts as JSON.")]
IdArgument = Annotated[str, typer.Argument(metavar="ID", help="The article's id, or enough of its beginning.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Where the commands work and for whom: the store's place, a person's name, a profile's folder."""

    store: str = ""
    name: str = ""
    profile: Path | None = None

    @property
    def location(self) -> str | Path:
        """The store's folder or URL."""
        return self.store or data_folder()

    def person(self, folder: Path) -> Person:
        """Who is working: as said, else as in the last session of the window, else the system's name."""
        from deskeditor.workspace.session import read_session

        if self.name.strip():
            words = self.name.split()
            return Person(name=" ".join(words), initials="".join(word[0] for word in words).upper())
        return read_session(folder).person or Person(name=getpass.getuser())

    def load_profile(self) -> "Profile":
        """The profile that was asked for, else the store's, else the default."""
        from deskeditor.profile import load_profile
        from deskeditor.store.location import locate

        own = profile_folder(locate(self.location).folder)
        return load_profile(self.profile or (own if own.is_dir() else None))


@app.callback(invoke_without_command=True)
def window(
    context: typer.Context,
    store: StoreOption = "",
    name: AsOption = "",
    profile: ProfileOption = None,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    """A newsroom desk on one laptop. Without a command it opens the window."""
    desk = Desk(store=store, name=name, profile=profile)
    context.obj = desk
    if version:
        typer.echo(__version__)
    elif context.invoked_subcommand is None:
        raise typer.Exit(_open_window(desk))


def _open_window(desk: Desk) -> int:
    # Qt is loaded for the window alone.
    from deskeditor.app import run

    person = desk.person(Path()) if desk.name.strip() else None
    return run(desk.location, person=person, profile=desk.profile)


@app.command("import")
def import_files(
    context: typer.Context,
    files: Annotated[
        list[str], typer.Argument(metavar="FILE", help="Word, Markdown, text, hand-off; - reads a paste.")
    ],
    store: StoreOption = "",
    name: AsOption = "",
    profile: ProfileOption = None,
    as_json: JsonOption = False,
) -> None:
    """Make articles of files; each keeps its original beside it."""
    from deskeditor.desk.facts import import_facts
    from deskeditor.desk.importing import Read, read_files, read_text, take_in
    from deskeditor.desk.importing import import_files as take_files
    from deskeditor.desk.telling import told_imports

    if files != [_ON_STDIN] and (stories := _stories(files)):
        _import_with_stories(_desk(context, store, name, profile), files, stories, as_json)
        return

    desk = _desk(context, store, name, profile)
    # All that can be wrong outside of the store comes first: then nothing in it is touched.
    language = desk.load_profile().language
    pasted = _pasted() if files == [_ON_STDIN] else ""
    read = () if pasted else read_files([Path(file) for file in files])
    with _opened(desk) as opened, _at_work(opened, desk) as media:
        person = desk.person(opened.folder)
        if pasted:
            taken: tuple[Read, ...] = (read_text(opened, pasted, language=language, new_id=uuid4),)
            take_in(opened, taken[0], person=person)
        else:
            taken = take_files(opened, read, language=language, new_id=uuid4, media=media, person=person)
    _print([import_facts(read) for read in taken], as_json, told_imports)


def _stories(files: Sequence[str]) -> "dict[str, Story]":
    """The hand-offs among files, read. Raises InputError for one that can't be."""
    from deskeditor.desk.handoff import is_story_file, read_story_file

    return {file: read_story_file(Path(file)) for file in files if is_story_file(Path(file))}


def _import_with_stories(desk: Desk, files: Sequence[str], stories: "dict[str, Story]", as_json: bool) -> None:
    from deskeditor.desk.facts import import_facts
    from deskeditor.desk.handoff import files_of, take_story
    from deskeditor.desk.handoff_telling import taken_facts, told_taken
    from deskeditor.desk.importing import import_files, read_files
    from deskeditor.desk.telling import told_imports

    language = desk.load_profile().language
    others = [file for file in files if file not in stories]
    read = read_files([Path(file) for file in others])
    with _opened(desk) as opened, _at_work(opened, desk) as media, opened.together():
        person = desk.person(opened.folder)
        taken = import_files(opened, read, language=language, new_id=uuid4, media=media, person=person)
        facts = dict(zip(others, map(import_facts, taken), strict=True))
        for file, story in stories.items():
            one = take_story(opened, story, files=files_of(opened.folder), person=person)
            facts[file] = taken_facts(one) | {"warnings": [told_taken(one)]}
    _print([facts[file] for file in dict.fromkeys(files)], as_json, told_imports)


def _pasted() -> str:
    from deskeditor.ingest.files import LARGEST, source_of

    return source_of(sys.stdin.buffer.read(LARGEST + 1), "", "The text on standard input").text


@app.command("list")
def list_articles(
    context: typer.Context,
    query: Annotated[str, typer.Option("--query", metavar="Q", help="Words to look for.")] = "",
    stage: Annotated[list[Stage] | None, typer.Option("--stage", help="Only articles at this stage.")] = None,
    tag: Annotated[str, typer.Option("--tag", metavar="T", help="Only articles with this tag.")] = "",
    limit: Annotated[int, typer.Option("--limit", min=0, help="At most so many; 0 for all.")] = 0,
    store: StoreOption = "",
    name: AsOption = "",
    profile: ProfileOption = None,
    as_json: JsonOption = False,
) -> None:
    """List articles, last changed first; with words to look for, best match first."""
    _list(_desk(context, store, name, profile), query, frozenset(stage or ()), tag, limit, as_json)


@app.command("search")
def search(
    context: typer.Context,
    query: Annotated[list[str], typer.Argument(metavar="Q", help="Words to look for; “quoted” ones stand together.")],
    limit: Annotated[int, typer.Option("--limit", min=0, help="At most so many; 0 for all.")] = 0,
    store: StoreOption = "",
    name: AsOption = "",
    profile: ProfileOption = None,
    as_json: JsonOption = False,
) -> None:
    """Search headlines, standfirsts, bullets, tags and bodies, best match first."""
    _list(_desk(context, store, name, profile), " ".join(query), frozenset(), "", limit, as_json)


def _list(desk: Desk, words: str, stages: frozenset[Stage], tag: str, limit: int, as_json: bool) -> None:
    from deskeditor.desk.facts import head_facts
    from deskeditor.desk.telling import told_heads
    from deskeditor.language.folding import fold
    from deskeditor.store import ArticleQuery

    with _opened(desk) as opened:
        tag_ids = [known.id for known in opened.known_tags() if fold(known.label) == fold(tag)] if tag else [None]
        query = ArticleQuery(text=words, stages=stages, tag=tag_ids[0] if tag_ids else None)
        heads = list(_heads(opened, query, limit)) if tag_ids else []
    _print([head_facts(head) for head in heads], as_json, told_heads)


def _heads(opened: "Store", query: "ArticleQuery", limit: int) -> "Iterator[ArticleHead]":
    from dataclasses import replace

    offset = 0
    while True:
        wanted = min(_PAGE, limit - offset) if limit else _PAGE
        page = opened.heads(replace(query, limit=wanted, offset=offset)) if wanted else ()
        yield from page
        offset += len(page)
        if len(page) < _PAGE:
            return


@app.command("show")
def show(
    context: typer.Context,
    article: IdArgument,
    original: Annotated[bool, typer.Option("--original", help="Print what it was imported from.")] = False,
    store: StoreOption = "",
    name: AsOption = "",
    profile: ProfileOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show an article."""
    from deskeditor.desk.facts import article_facts
    from deskeditor.desk.telling import told_article

    with _opened(_desk(context, store, name, profile)) as opened:
        article_id = _found(opened, article)
        if original:
            _write_originals(opened, article_id)
            return
        facts = article_facts(opened.load(article_id).article)
    _print(facts, as_json, told_article)


def _write_originals(opened: "Store", article_id: UUID) -> None:
    originals = opened.originals(article_id)
    if not originals:
        raise InputError("This article was not imported: it has no original.")
    for one in originals:
        sys.stdout.buffer.write(_words_of(one) if sys.stdout.isatty() else one.data)
    sys.stdout.buffer.flush()


def _words_of(original: "Original") -> bytes:
    """An original as a person can read it: a Word file or a hand-off in plain lines."""
    from deskeditor.desk.importing import WORD_TYPE
    from deskeditor.desk.story_file import STORY_TYPE, story_text

    if original.media_type == STORY_TYPE:
        return f"{story_text(original.data, original.name)}\n".encode()
    if original.media_type != WORD_TYPE:
        return original.data
    from deskeditor.ingest.docx_words import word_text

    return f"{word_text(original.data, original.name)}\n".encode()


@app.command("export")
def export(
    context: typer.Context,
    articles: Annotated[list[str], typer.Argument(metavar="ID", help="The articles' ids.")],
    to: Annotated[Path, typer.Option("--to", metavar="DIR", help="The folder to write to.")],
    formats: Annotated[str, typer.Option("--format", metavar="FORMATS", help="html,fragment,markdown")] = "html",
    override: Annotated[
        str, typer.Option("--override", metavar="REASON", help="Pass blocking findings over; the reason is recorded.")
    ] = "",
    store: StoreOption = "",
    name: AsOption = "",
    profile: ProfileOption = None,
    as_json: JsonOption = False,
) -> None:
    """Write articles as files to publish; blocking findings stop it."""
    from deskeditor.desk.exporting import export_articles

    wanted = _formats(formats)
    desk = _desk(context, store, name, profile)
    loaded = desk.load_profile()
    with _opened(desk) as opened:
        ids = [_found(opened, article) for article in articles]
        with _at_work(opened, desk) as media:
            exported = export_articles(
                opened,
                ids,
                folder=to,
                formats=wanted,
                profile=loaded,
                media=media,
                person=desk.person(opened.folder),
                override=override,
            )
    _print([str(one.paths[0]) for one in exported], as_json, lambda paths: paths)


def _formats(named: str) -> "list[Format]":
    from deskeditor.export import Format

    words = [word.strip().casefold() for word in named.split(",") if word.strip()]
    unknown = [word for word in words if word not in set(Format)]
    if unknown or not words:
        raise InputError(f"There is no format “{', '.join(unknown)}”: choose among {', '.join(Format)}.")
    return [Format(word) for word in words]


@app.command("check")
def check(
    context: typer.Context,
    article: IdArgument,
    store: StoreOption = "",
    name: AsOption = "",
    profile: ProfileOption = None,
    as_json: JsonOption = False,
) -> None:
    """Say what would go wrong if the article went out now; exit code 3 where something stops it."""
    from deskeditor.desk.checks import blocking, findings
    from deskeditor.desk.facts import finding_facts
    from deskeditor.desk.telling import told_findings

    desk = _desk(context, store, name, profile)
    loaded = desk.load_profile()
    with _opened(desk) as opened:
        checked = opened.load(_found(opened, article)).article
        media = _media(opened)
        found = findings(checked, loaded, now=opened.now(), media=media)
    _print([finding_facts(finding) for finding in found], as_json, told_findings)
    if blocking(found):
        raise typer.Exit(BLOCKED)


@app.command("claims")
def claims(
    context: typer.Context,
    article: IdArgument,
    store: StoreOption = "",
    name: AsOption = "",
    profile: ProfileOption = None,
    as_json: JsonOption = False,
) -> None:
    """Tell an article's claims in the order of the copy: their words, verdicts, queries and sources."""
    from deskeditor.desk.telling import told_claims
    from deskeditor.export.claim_data import claim_data

    with _opened(_desk(context, store, name, profile)) as opened:
        found = claim_data(opened.load(_found(opened, article)).article)
    _print(found, as_json, told_claims)


@app.command("report")
def report(
    context: typer.Context,
    article: IdArgument,
    to: Annotated[
        Path, typer.Option("--to", metavar="FILE", help="The file to write: .html for print, .docx, .csv or .json.")
    ],
    shareable: Annotated[
        bool,
        typer.Option("--shareable", help="Without contacts, the desk's notes, and who spoke off the record."),
    ] = False,
    store: StoreOption = "",
    name: AsOption = "",
    profile: ProfileOption = None,
    as_json: JsonOption = False,
) -> None:
    """Write the fact-check report: open queries, the copy with its claims, their verdicts and sources."""
    from deskeditor.desk.reporting import write_report

    desk = _desk(context, store, name, profile)
    loaded = desk.load_profile()
    with _opened(desk) as opened:
        article_id = _found(opened, article)
        with _at_work(opened, desk):
            person = desk.person(opened.folder)
            written = write_report(opened, article_id, to, profile=loaded, person=person, shareable=shareable)
    _print([str(written)], as_json, lambda paths: paths)


@app.command("handoff")
def handoff(
    context: typer.Context,
    article: IdArgument,
    to: Annotated[Path, typer.Option("--to", metavar="FILE", help="The .deskstory file to write, or a folder for it.")],
    store: StoreOption = "",
    name: AsOption = "",
    profile: ProfileOption = None,
    as_json: JsonOption = False,
) -> None:
    """Write an article with its claims, sources and evidence to one file, for a checker at another desk."""
    from deskeditor.desk.handoff import files_of, hand_off
    from deskeditor.desk.handoff_telling import handed_off_facts, told_handoff

    desk = _desk(context, store, name, profile)
    with _opened(desk) as opened:
        article_id = _found(opened, article)
        with _at_work(opened, desk):
            person = desk.person(opened.folder)
            sent = hand_off(opened, article_id, to=to, files=files_of(opened.folder), person=person)
    _print(handed_off_facts(sent), as_json, lambda _: [told_handoff(sent)])


@app.command("merge")
def merge(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A .deskstory file that came back.")],
    store: StoreOption = "",
    name: AsOption = "",
    profile: ProfileOption = None,
    as_json: JsonOption = False,
) -> None:
    """Take back what another desk did: claims, answers and sources, and edits, suggested where both made some."""
    from deskeditor.desk.handoff import files_of, read_story_file, take_story
    from deskeditor.desk.handoff_telling import taken_facts, told_taken

    desk = _desk(context, store, name, profile)
    story = read_story_file(file)
    with _opened(desk) as opened, _at_work(opened, desk):
        person = desk.person(opened.folder)
        taken = take_story(opened, story, files=files_of(opened.folder), person=person, known_only=True)
    _print(taken_facts(taken), as_json, lambda _: [told_taken(taken)])


def _desk(context: typer.Context, store: str, name: str, profile: Path | None) -> Desk:
    """Return what the command's own options say, completed from those before the command."""
    before = context.obj if isinstance(context.obj, Desk) else Desk()
    return Desk(store=store or before.store, name=name or before.name, profile=profile or before.profile)


@contextmanager
def _opened(desk: Desk) -> "Iterator[Store]":
    from deskeditor.store import open_store

    store = open_store(desk.location)
    try:
        yield store
    finally:
        store.close()


@contextmanager
def _at_work(store: "Store", desk: Desk) -> "Iterator[MediaStore]":
    """Change the store: others see who has it open meanwhile."""
    from deskeditor.store.network import told_of_network

    if told := told_of_network(store.folder):
        typer.echo(f"deskeditor: {told}", err=True)
    store.take_lease("The command line", desk.person(store.folder).name)
    try:
        yield _media(store)
    finally:
        store.drop_lease()


def _media(store: "Store") -> "MediaStore":
    from deskeditor.media import MediaStore

    return MediaStore(media_folder(store.folder))


def _found(store: "Store", beginning: str) -> UUID:
    """Return the id of the one article whose id begins so. Raises InputError."""
    found = store.ids_starting(beginning.strip())
    if not found:
        raise InputError(f"There is no article “{beginning}”: `deskeditor list` shows which there are.")
    if len(found) > 1:
        raise InputError(f"Several articles begin with “{beginning}”: give more of the id.")
    return found[0]


def _print(facts: T, as_json: bool, told: Callable[[T], Iterable[str]]) -> None:
    if as_json:
        typer.echo(json.dumps(facts, ensure_ascii=False, indent=2))
    else:
        for line in told(facts):
            typer.echo(line)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command line, this process's own by default, and return its exit code."""
    from deskeditor.desk.exporting import Blocked

    try:
        code = app(args=None if arguments is None else list(arguments), prog_name="deskeditor", standalone_mode=False)
    except Blocked as blocked:
        return _said(str(blocked), BLOCKED)
    except DeskError as error:
        return _said(str(error), PERSONS)
    except (typer.Abort, KeyboardInterrupt):
        return _said("Stopped.", PERSONS)
    except BrokenPipeError:
        return OURS
    except Exception as error:
        if isinstance(error, _UsageFault):
            return _said(_usage(error), PERSONS)
        if sys.flags.dev_mode:
            raise
        return _said(f"Deskeditor made a mistake ({type(error).__name__}: {error}). Please report it.", OURS)
    return code if isinstance(code, int) else 0


def _usage(error: Any) -> str:
    # Some Typers word a refused choice as their checker's error, and some end no sentence.
    told = error.format_message().replace("Value error, ", "").rstrip(".")
    return f"{told}. `deskeditor --help` shows what there is."


def _said(text: str, code: int) -> int:
    typer.echo(f"deskeditor: {' '.join(text.split())}", err=True)
    return code
