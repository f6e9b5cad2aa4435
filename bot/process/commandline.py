"""What may be typed after `python -m bot`."""

import argparse
import re
from datetime import timedelta
from functools import partial
from pathlib import Path


def arguments() -> argparse.ArgumentParser:
    """The commands and their options."""
    parser = argparse.ArgumentParser(
        prog="python -m bot", description="Said & Done: ideas get answers, and promises get done."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    trying = commands.add_parser("try", help="a group chat in your terminal; no account needed")
    trying.add_argument("--data", type=Path, help="keep the chat in this file")
    playing = commands.add_parser("replay", help="play a chat transcript through the bot, and print what it would log")
    playing.add_argument("file", type=Path)
    playing.add_argument("--json", action="store_true", help="print it for machines")
    bringing = commands.add_parser("import", help="take in ideas of old notes: a chat's export, a CSV or a spreadsheet")
    bringing.add_argument("file", type=Path)
    bringing.add_argument("--group", help="the group's name, if there are several")
    bringing.add_argument("--yes", action="store_true", help="add them; without it they are only shown")
    for name, does in (
        ("run", "the bot: whichever platforms have a token"),
        ("web", "only take what platforms bring over HTTP: one of many processes, on PostgreSQL"),
        ("worker", "all but that: say, remind, fetch; one of many processes, on PostgreSQL"),
    ):
        commands.add_parser(name, help=does).add_argument(
            "--clock-offset",
            type=length_of_time,
            default=timedelta(),
            help="move the clock for a rehearsal, like 11d6h",
        )
    showing = commands.add_parser("manifest", help="print what a platform wants to know of the bot, to be pasted there")
    showing.add_argument("platform", help="such as slack")
    showing.add_argument("--http", metavar="URL", help="the platform calls this address; without it, the bot connects")
    showing.add_argument("--quiet", action="store_true", help="hear commands and mentions only, not all that is said")
    keeping = commands.add_parser("retention", help="let go of what was kept for long enough; `run` does it each day")
    keeping.add_argument("--dry-run", action="store_true", help="only show what would go")
    commands.add_parser("migrate", help="bring the database up to date")
    commands.add_parser("doctor", help="check the set-up, and say what to do")
    saying = commands.add_parser("outbox", help="list what may have been said, or not, and settle it")
    settling = saying.add_mutually_exclusive_group()
    for how, means in (("arrived", "it is in the chat"), ("again", "it is not: say it"), ("drop", "let it go")):
        settling.add_argument(f"--{how}", dest="settle", metavar="ROW", type=partial(_row_settled, how), help=means)
    broken = commands.add_parser("failures", help="list what a fault of ours kept from being heard, and settle it")
    broken.add_argument("--show", metavar="N", type=int, help="print one, which may quote a member")
    broken.add_argument("--done", metavar="N", type=int, help="it was seen to: keep nothing of it")
    copying = commands.add_parser("backup", help="copy the database to a file, while the bot goes on working")
    copying.add_argument("file", type=Path)
    returning = commands.add_parser("restore", help="bring such a copy back, where no database is yet")
    returning.add_argument("file", type=Path)
    return parser


def _row_settled(how: str, row: str) -> tuple[str, int]:
    if not re.fullmatch(r"[0-9]{1,18}", row):
        raise argparse.ArgumentTypeError(f"{row} is no number of a row; to see them, type outbox alone")
    return how, int(row)


def length_of_time(text: str) -> timedelta:
    """A length of time like "11d6h" or "90m"; raises argparse's error, whose text is shown."""
    match = re.fullmatch(r"(?:(\d{1,6})d)?(?:(\d{1,6})h)?(?:(\d{1,6})m)?(?:(\d{1,6})s)?", text.strip().lstrip("+"))
    if not match or not any(match.groups()):
        raise argparse.ArgumentTypeError(f"{text} is no length of time; say it like 11d6h")
    days, hours, minutes, seconds = (int(part or 0) for part in match.groups())
    return timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)
