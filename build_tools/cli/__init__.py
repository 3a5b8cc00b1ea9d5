"""The command ``archive``: what can be asked for, progress, the report. Each command loads its stages when it runs."""

from __future__ import annotations

import os
from importlib import import_module

import click

from build_tools.problems import TRACEBACK

_COMMANDS = {
    # name: (module that holds it, what it is for)
    "new": ("beginning", "Begin an archive in a folder of its own."),
    "build": ("building", "Build the whole site."),
    "serve": ("building", "Show the site on this machine and rebuild it when something changes."),
    "clean": ("building", "Remove what the build made."),
    "check": (
        "checking",
        "Check the configuration and everything in seeds/, and report all problems together.",
    ),
    "annotate": ("annotating", "Print the names and figures of each text, one JSON object a line."),
    "explain": ("explaining", "Show each name and figure with its value and the rule behind it."),
    "suggest": ("suggesting", "Propose names that the texts hold and the authority file lacks."),
    "verify": ("keeping", "Say which files are no longer what the last build read and made."),
    "bag": ("keeping", "Write the whole archive into a bag (BagIt), to be kept."),
    "records": (
        "recording",
        "Write the records of all documents into a table for a spreadsheet (CSV, UTF-8).",
    ),
    "add": ("adding", "Take in texts: files of any usual kind, folders of them, web archives."),
}


class _Lazy(click.Group):
    """Imports a command's module when the command is called: ``--help`` and wrong use answer at once."""

    def list_commands(self, context: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name not in _COMMANDS:
            return None
        module = import_module(f"build_tools.cli.{_COMMANDS[name][0]}")
        command: click.Command = getattr(module, name)
        return command

    def invoke(self, context: click.Context) -> object:
        try:
            return super().invoke(context)
        except BrokenPipeError as error:  # which click would pass over in silence
            from build_tools.cli.output import end, refused

            end(refused(error))

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, purpose) for name, (_, purpose) in _COMMANDS.items()])


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="press-archive", prog_name="archive")
def archive() -> None:
    """Make a searchable site of source texts in several languages.

    The texts lie in seeds/, one NAME.txt each. Exit codes: 0 fine, 1 problems in the data, 2 wrong use.

    \b
    Example:
        archive --version
    """


def main() -> None:
    """Run the command line. Faults of the program itself end in one line too; ARCHIVE_TRACEBACK=1 shows more."""
    from build_tools.cli.output import end, hold_streams, refused

    hold_streams()
    try:
        archive(prog_name="archive")
    except Exception as error:
        if os.environ.get(TRACEBACK):
            raise
        end(refused(error))
