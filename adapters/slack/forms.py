"""The forms that Slack shows: a command with holes, each a field; what is sent back is the command with them filled."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from slack_sdk.models.blocks import (
    Block,
    CheckboxesElement,
    ConversationFilter,
    ConversationSelectElement,
    DatePickerElement,
    InputBlock,
    InputInteractiveElement,
    Option,
    PlainTextInputElement,
    RadioButtonsElement,
    UserSelectElement,
)
from slack_sdk.models.views import View

from adapters.slack.inbound import Known, Profile, here, is_outside, is_somebody, sender_of
from adapters.slack.outbound import cut
from adapters.slack.texts import drawn
from bot.catalogue import catalogue
from bot.domain.answers import COST_ASKED
from bot.domain.chat import Incoming, Mention, Original
from bot.edges import Clock

Json = Mapping[str, Any]
# A sentence of ours in the language of a form.
Say = Callable[[str], str]

IDEA, ACTION, ANSWER = "form:idea", "form:action", "form:answer"
# Where the words go that say what is wrong: each form has one field that it is mostly about.
MAIN: Final = {IDEA: "what", ACTION: "what", ANSWER: "reason"}
LONGEST: Final = 3000
_FIELD: Final = "field"
_CHOICES: Final = ("Yes", "Partly", "No")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a form was asked for. `message`: what it was made from, in `thread`; `author` wrote `words` there."""

    chat: str = ""
    message: str | None = None
    thread: str | None = None
    author: str | None = None


def idea_form(origin: Origin, words: str = "", language: str = "en") -> Json:
    """Ask for an idea; if no channel is known, for that too. What all have seen can't be without a name any more."""
    say = catalogue(language).gettext
    where = () if origin.chat else (_which_channel(say),)
    unnamed = () if origin.message else (_without_a_name(say),)
    blocks = [*where, _text("what", say("What is the idea?"), words), *unnamed]
    return _form(IDEA, say("Add an idea"), origin, blocks, say)


def action_form(origin: Origin, words: str = "", language: str = "en") -> Json:
    """Ask for an action: what, who, start and finish."""
    say = catalogue(language).gettext
    blocks = [
        _text("what", say("What needs doing?"), words),
        _input("who", say("Who will do it?"), UserSelectElement(action_id=_FIELD), optional=True),
        _input("start", say("When does it start?"), DatePickerElement(action_id=_FIELD), optional=True),
        _input("finish", say("When will it be done by?"), DatePickerElement(action_id=_FIELD), optional=True),
    ]
    return _form(ACTION, say("Add an action"), origin, blocks, say)


def answer_form(origin: Origin, number: str = "", language: str = "en") -> Json:
    """Ask for an answer: to which idea, yes or partly or no, why, what it costs, what instead."""
    say = catalogue(language).gettext
    choices = [Option(text=say(choice), value=choice.lower()) for choice in _CHOICES]
    blocks = [
        _input("number", say("Which idea? Give its number."), _line(number)),
        _input("decision", say("What is the answer?"), RadioButtonsElement(action_id=_FIELD, options=choices)),
        _text("reason", say("Why? A partly or a no needs a reason."), optional=True),
        _input("cost", say("If money is why: how much, and how often?"), _line(), optional=True),
        _input("instead", say("What could be done instead?"), _line(), optional=True),
    ]
    return _form(ANSWER, say("Answer an idea"), origin, blocks, say)


def chat_of(view: Json) -> str:
    """The channel that a form is for: where it was asked for, or the one that was picked in it."""
    origin = _origin(view)
    return origin.chat or str(_values(view).get("channel") or "")


def submitted(body: Json, known: Known, clock: Clock) -> Incoming:
    """Read a form that was sent: the command with its holes filled. It raises on what can't be read."""
    view, user = body["view"], body["user"]["id"]
    origin, chat = _origin(view), chat_of(view)
    values = _values(view)
    text, mentions, original = _filled(view["callback_id"], values, origin, known)
    return Incoming(
        platform="slack",
        tenant=known.token.team,
        id=view["id"],
        kind="form",
        chat=chat,
        # A form is seen by nobody else: with its box ticked it is as private as a direct message.
        private=chat.startswith("D") or _unnamed(values),
        at=clock.now(),
        sender=sender_of(user, known, body["user"].get("team_id")),
        text=text,
        message=origin.message,
        thread=origin.thread,
        reply_to=original,
        mentions=mentions,
        **here(chat, known),
    )


def people_in_form(body: Json) -> tuple[str, ...]:
    """The ids of those whose names it takes to read a form that was sent."""
    view = body["view"]
    ids = (body["user"]["id"], _values(view).get("who"), _origin(view).author)
    return tuple(dict.fromkeys(str(each) for each in ids if each))


def _filled(form: str, values: Json, origin: Origin, known: Known) -> tuple[str, tuple[Mention, ...], Original | None]:
    what = str(values.get("what") or "").strip()
    if form == IDEA:
        if origin.author and origin.message and what == str(values.get("as written") or "").strip():
            return "/idea", (), Original(origin.message, sender_of(origin.author, known), what, ours=False)
        if _unnamed(values):
            return f"/anon {what}", (), None
        return f"/idea {what}", (), None
    if form == ACTION:
        return *_action(what, values, known), None
    return _answer(values), (), None


def _unnamed(values: Json) -> bool:
    return bool(values.get("unnamed"))


def _action(what: str, values: Json, known: Known) -> tuple[str, tuple[Mention, ...]]:
    who = str(values.get("who") or "")
    name = known.people.get(who, Profile()).name or who
    mentions = (Mention(f"@{name}", who, is_outside(who, known)),) if is_somebody(who, known) else ()
    start, finish = _typed(values.get("start")), _typed(values.get("finish"))
    when = f" from {start}" if start else ""
    when += (f" to {finish}" if start else f" by {finish}") if finish else ""
    return f"/action {f'{mentions[0].words} to ' if mentions else ''}{what.rstrip('. ')}{when}", mentions


def _answer(values: Json) -> str:
    reason, cost = (str(values.get(name) or "").strip() for name in ("reason", "cost"))
    instead = str(values.get("instead") or "").strip()
    if instead:
        reason = f"{reason.rstrip('. ')}. Instead: {instead}".removeprefix(". ")
    if cost:
        reason = f"{reason.rstrip('. ')}{COST_ASKED}{cost}"
    number = str(values.get("number") or "").strip().lstrip("#")
    return f"/answer {number} {values.get('decision') or ''} {reason}".strip()


def _typed(day: object) -> str:
    """A day as a person could type it."""
    return f"{date.fromisoformat(str(day)):%d/%m/%Y}" if day else ""


def _values(view: Json) -> dict[str, Any]:
    """What stands in each field, by its name."""
    found: dict[str, Any] = {}
    for name, elements in ((view.get("state") or {}).get("values") or {}).items():
        for element in elements.values():
            option: Json = element.get("selected_option") or next(iter(element.get("selected_options") or ()), {})
            keys = ("value", "selected_user", "selected_date", "selected_conversation")
            given = option.get("value") or next((element[key] for key in keys if element.get(key)), None)
            found[name] = given and drawn(given)
    for block in view.get("blocks") or ():
        if block.get("block_id") == "what":
            found["as written"] = (block.get("element") or {}).get("initial_value")
    return found


def _form(callback: str, title: str, origin: Origin, blocks: Sequence[Block], say: Say) -> Json:
    kept = {"c": origin.chat, "m": origin.message, "t": origin.thread, "a": origin.author}
    form: Json = View(
        type="modal",
        callback_id=callback,
        title=title,
        submit=say("Send"),
        close=say("Cancel"),
        private_metadata=json.dumps({key: value for key, value in kept.items() if value}),
        blocks=blocks,
    ).to_dict()
    return form


def _origin(view: Json) -> Origin:
    kept = json.loads(view.get("private_metadata") or "{}")
    return Origin(kept.get("c", ""), kept.get("m"), kept.get("t"), kept.get("a"))


def _input(name: str, label: str, element: InputInteractiveElement, *, optional: bool = False) -> InputBlock:
    return InputBlock(block_id=name, label=label, element=element, optional=optional)


def _text(name: str, label: str, words: str = "", *, optional: bool = False) -> InputBlock:
    element = PlainTextInputElement(
        action_id=_FIELD, multiline=True, max_length=LONGEST, initial_value=cut(words, LONGEST) or None
    )
    return _input(name, label, element, optional=optional)


def _line(words: str = "") -> PlainTextInputElement:
    return PlainTextInputElement(action_id=_FIELD, max_length=200, initial_value=words or None)


def _without_a_name(say: Say) -> InputBlock:
    keep_out = Option(text=say("Keep my name out of it"), value="yes")
    return _input("unnamed", say("Your name"), CheckboxesElement(action_id=_FIELD, options=[keep_out]), optional=True)


def _which_channel(say: Say) -> InputBlock:
    channels = ConversationFilter(include=["public", "private"], exclude_bot_users=True)
    return _input(
        "channel",
        say("Which group is it for?"),
        ConversationSelectElement(action_id=_FIELD, default_to_current_conversation=True, filter=channels),
    )
