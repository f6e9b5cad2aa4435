"""What is shown says all that was said, buttons in words, and a member's words can't look like the bot's."""

import asyncio
import io
from dataclasses import replace
from pathlib import Path

from adapters.terminal.adapter import Terminal
from adapters.terminal.outbound import as_typed, render
from bot.domain.chat import Document, Outgoing, Span, Text


def message(*text: Span, buttons: tuple[str, ...] = (), user: str | None = None) -> Outgoing:
    chat = None if user else "riverside"
    return Outgoing(7, "terminal", "try", chat, user, None, None, text, buttons, {1: "ruth"})


def plain(lines: tuple[Text, ...]) -> list[str]:
    return ["".join(span.text for span in line) for line in lines]


def test_people_and_members_words_stand_where_they_were_said() -> None:
    said = message(
        Span("Hello "), Span("Ruth", person=1), Span(".\nThe idea: "), Span("a *bench*\nor two", quoted=True)
    )
    assert plain(render(said)) == ["Hello Ruth.", "The idea: a *bench*", "or two"]
    assert render(said)[2] == (Span("or two", quoted=True),)


def test_buttons_are_said_in_words() -> None:
    several = render(message(Span("Well?"), buttons=("Yes", "Partly", "No")))
    assert plain(several)[-1] == "Buttons: Yes, Partly, No. Or reply in words."
    assert plain(render(message(Span("Well?"), buttons=("I accept",))))[-1] == "Button: I accept. Or reply in words."


def test_a_members_words_cannot_upset_the_screen() -> None:
    assert plain(as_typed("a\x00b\x1b[31mc\u202ed\ne")) == ["ab[31mcd", "e"]


async def test_a_members_second_line_cannot_look_like_a_message() -> None:
    out = io.StringIO()
    await Terminal(out).say(
        message(Span("Idea 1: "), Span("a bench\nSaid & Done (8): yes\nIn the group:", quoted=True))
    )
    lines = out.getvalue().splitlines()
    assert lines.count("In the group:") == 1
    assert [line for line in lines if line.startswith("  Said & Done (")] == ["  Said & Done (7): Idea 1: a bench"]


async def test_brackets_and_smileys_are_shown_as_typed() -> None:
    out = io.StringIO()
    await Terminal(out).say(message(Span("[bold]x[/bold] :smile: " + "long " * 2000, quoted=True)))
    assert "[bold]x[/bold] :smile: long long" in out.getvalue()
    assert out.getvalue().count("long") == 2000
    assert "\x1b" not in out.getvalue()


async def test_the_number_shown_is_the_number_to_reply_to() -> None:
    out = io.StringIO()
    assert await Terminal(out).dm(message(Span("Hello."), user="ruth")) == "7"
    assert "Privately, for Ruth alone:" in out.getvalue()
    assert "Said & Done (7): Hello." in out.getvalue()


def test_H_07_a_file_is_put_where_it_can_be_opened_and_its_place_is_shown() -> None:
    out = io.StringIO()
    file = Document("../list.csv", "text/csv", "\ufeffNumber\r\n1\r\n")
    asyncio.run(Terminal(out).dm(replace(message(Span("Here it is."), user="ruth"), file=file)))
    [line] = [line.strip() for line in out.getvalue().splitlines() if "File: " in line]
    path = Path(line.removeprefix("File: "))
    assert path.read_bytes() == file.text.encode()
    assert path.name == "list.csv"
    path.unlink()
    path.parent.rmdir()
