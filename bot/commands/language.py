"""Chooses the language: in private one's own, in a group the group's, which may be both, Welsh first."""

from collections.abc import Sequence
from dataclasses import replace

from bot.command import Command, Request
from bot.domain.chat import About, Button, Line, Reply
from bot.domain.errors import UserError
from bot.domain.languages import NAMES, Language, known, language_kept, read_language
from bot.domain.things import Change
from bot.words import say

_OWN: dict[Language | None, str] = {
    "en": "I write to you in English.",
    "cy": "I write to you in Welsh.",
    "cy+en": "I write to you in Welsh and English.",
    None: "I write to you in the language of your group.",
}
_HERE: dict[Language, str] = {
    "en": "I speak English in this group.",
    "cy": "I speak Welsh in this group.",
    "cy+en": "I speak Welsh and English in this group.",
}
_BUTTONS = (Button("Cymraeg", "/language Cymraeg"), Button("English", "/language English"))
_BOTH = Button("Cymraeg + English", "/language both")


def run(request: Request) -> Reply:
    """`/language Cymraeg`, `/language English`, `/language both`; alone it shows what holds, and the choice."""
    if not request.rest.strip():
        how = say('To change it, type "/language Cymraeg", "/language English" or "/language both".')
        return Reply((_shown(request), how), buttons=(*_BUTTONS, _BOTH))
    language = read_language(request.rest)
    if language is None:
        raise UserError(
            "Sorry, I can't speak that language. Nothing has changed.",
            'I can speak Welsh and English. Like this: "/language Cymraeg" or "/language both".',
            buttons=(*_BUTTONS, _BOTH),
        )
    if request.incoming.private:
        return _own(request, language)
    return _of_the_group(request, language)


def _own(request: Request, language: Language) -> Reply:
    needs = request.store.needs.of(request.person.id)
    request.store.needs.keep(request.person.id, replace(needs, language=language))
    return Reply((say("Thank you, {who}. I have noted that.", who=request.person), _own_line(language)))


def _of_the_group(request: Request, language: Language) -> Reply:
    """Anybody may: it takes nothing from the list, it is said here, and it can be taken back."""
    request.store.groups.settle(request.group.id, language=language)
    old = NAMES[known(request.group.language)]
    request.change(About("settings", 0), "language", old=old, new=NAMES[language])
    lines = (
        say("Thank you, {who}. I have noted that.", who=request.person),
        say(_HERE[language]),
        say('For your own messages, write "/language Cymraeg" or "/language English" to me in private.'),
    )
    # In the new language, which the group has from the next message on.
    return Reply(lines, language=language)


def _shown(request: Request) -> Line:
    if request.incoming.private:
        return _own_line(request.store.needs.of(request.person.id).language)
    return say(_HERE[known(request.group.language)])


def _own_line(language: str | None) -> Line:
    return say(_OWN[known(language) if language else None])


def _undo(request: Request, change: Change) -> Sequence[Reply]:
    return [_of_the_group(request, language_kept(change.old or ""))]


COMMAND = Command(
    "language",
    run,
    "Choose Welsh, English or both.",
    "/language Cymraeg",
    aliases=("iaith",),
    personal=True,
    undoes={"language": _undo},
    phrases=(
        "speak/talk/write/reply/answer to/ me in/ english/saesneg",
        "turn/switch/change to english/saesneg",
        "beside: speak/talk/write/reply/answer/use in/ english/saesneg",
        "beside: in/yn/ english/saesneg",
        "siarad/siaradwch saesneg",
        "do you speak/talk/know welsh/english/cymraeg",
        "ydych/wyt chin/tin siarad/deall cymraeg",
        "oes gennych chi gymraeg",
    ),
)
