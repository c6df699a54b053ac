"""The command line. What a command needs is imported when it runs, so that `--help` comes at once."""

import sys
from pathlib import Path
from typing import Annotated

import typer

cli = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,  # it would print what somebody wrote, as values of variables
    help="Roundtable: a Slack bot for the adults who support one student together.",
)

Http = Annotated[bool, typer.Option("--http", help="Serve /slack/events and /healthz on PORT, not Socket Mode.")]
Host = Annotated[str, typer.Option("--host", help="With --http: the address to listen on; 127.0.0.1 unless given.")]
WithParent = Annotated[bool, typer.Option("--with-parent", hidden=True)]


@cli.command()
def run(http: Http = False, host: Host = "", with_parent: WithParent = False) -> None:
    """Run the bot; reads its settings from the environment and .env."""
    from bot.run import run as run_bot

    run_bot(http=http, host=host, with_parent=with_parent)


@cli.command()
def demo(
    port: Annotated[int, typer.Option("--port", help="Where the page is; the next free one where it is taken.")] = 8765,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open the page.")] = True,
) -> None:
    """Show everything on this machine: a small chat workspace of an invented school, with the real bot in it."""
    from bot.demo import show

    show(port, open_browser=browser)


@cli.command(name="import")
def import_(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="A CSV, OneRoster zip or calendar.")],
    channel: Annotated[list[str] | None, typer.Option("--channel", help="Put the students on this team.")] = None,
    school: Annotated[str, typer.Option("--school", help="The school, where the file does not say.")] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be done.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask before doing it.")] = False,
) -> None:
    """Take in students, roles, positions or a school calendar from a file, beside a running bot."""
    from bot import tokens
    from bot.import_command import import_files
    from bot.settings import database_url, gather

    tokens.refuse_in_file(file)
    url = database_url(gather())
    raise typer.Exit(import_files(file, channel or (), school, dry_run=dry_run, yes=yes, database_url=url))


@cli.command()
def manifest(
    http: Annotated[str, typer.Option("--http", metavar="URL", help="For HTTP mode, at this public address.")] = "",
) -> None:
    """Print the app manifest to paste at api.slack.com/apps."""
    from bot.manifest import read_manifest

    typer.echo(read_manifest(http), nl=False)


@cli.command()
def migrate(
    source: Annotated[str, typer.Option("--from", metavar="URL", help="Then take everything over from there.")] = "",
) -> None:
    """Bring the database to this version's schema, after a backup copy of a SQLite file."""
    from bot.prepare import upgrade
    from bot.settings import database_url, gather

    url = database_url(gather())
    upgrade(url)
    typer.echo("The database stands at the newest schema.")
    if source:
        from bot.take_over import take_over

        typer.echo(f"{take_over(source, url):,} rows were taken over.")


@cli.command()
def doctor() -> None:
    """Look whether everything is as it should be: token, scopes, connection, database, channels."""
    from bot.doctor import examine

    raise typer.Exit(examine())


def main() -> None:
    """Errors are sentences on standard error; what nobody expected is named by type and place alone."""
    from bot.settings import CannotStart
    from bot.tokens import refuse_on_command_line

    try:
        refuse_on_command_line(sys.argv[1:])
        cli()
    except CannotStart as reason:
        typer.echo(str(reason), err=True)
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as error:
        from bot.logs import name_of

        typer.echo(f"Roundtable broke: {name_of(error)}. Please report this line.", err=True)
        sys.exit(70)
