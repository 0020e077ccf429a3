"""Starts the program: the window where nothing else is asked for, else a command."""

import sys


def main() -> int:
    """Run the command line of this process."""
    from deskeditor.cli import main as run_command_line

    return run_command_line()


if __name__ == "__main__":
    sys.exit(main())
