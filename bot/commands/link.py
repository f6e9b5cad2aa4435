"""Links a person, or a group, over two apps by a one-time code typed in the other: never by a name (X-13)."""

from collections.abc import Sequence

from bot.command import Command, Request
from bot.domain.chat import About, Button, Group, Line, Person, Quote, Reply
from bot.domain.errors import UserError
from bot.domain.things import Renumbered
from bot.linking import app, keep, may_link, typed_code
from bot.ports import Code
from bot.renumbering import renumber
from bot.say import tell
from bot.words import say


def run(request: Request) -> Reply | Sequence[Reply]:
    """`/link` shows a code, `/link CODE` in the other app links: a person in private, a group in its chat."""
    words = request.rest.split()
    if not words:
        return _show_mine(request) if request.incoming.private else _show_ours(request)
    sure = words[-1].casefold().strip(".!,") == "yes"
    typed = " ".join(words[:-1] if sure else words)
    code = typed_code(request, typed)
    if isinstance(code, Reply):
        return code
    if request.incoming.private:
        return _me(request, code, typed, sure=sure)
    return _us(request, code, typed)


def _show_mine(request: Request) -> Reply:
    incoming = request.incoming
    code = request.store.codes.show(request.person.id, incoming.platform, incoming.tenant, request.at)
    return Reply(
        (
            say("Do you use me in another app too? Then I can know that it is you."),
            say("Send me this there, in a private chat, within ten minutes:"),
            say("{command}", command=Quote(f"/link {code}")),
            say("It works once. Please show it to nobody: it lets them speak for you."),
        )
    )


def _show_ours(request: Request) -> Reply:
    incoming = request.incoming
    if not may_link(request.store, request.group.id, request.person):
        raise UserError("Only {people:or} can link this group. Nothing has changed.", people=request.answerers)
    code = request.store.codes.show(request.person.id, incoming.platform, incoming.tenant, request.at, request.group.id)
    return Reply(
        (
            say("Does this group have a chat in another app too? Then both can have one list."),
            say("Send this in that chat, within ten minutes:"),
            say("{command}", command=Quote(f"/link {code}")),
            say("It works once. I must be in that chat, and its list must be empty."),
        )
    )


def _me(request: Request, code: Code, typed: str, *, sure: bool) -> Reply | Sequence[Reply]:
    if code.group is not None:
        raise UserError("That code links two group chats. Nothing is linked.", "Please send it in the group's chat.")
    links, me, other = request.store.links, request.person, request.store.people.get(code.person)
    if other.id == me.id:
        raise UserError("You are linked already, {who}. Nothing has changed.", who=me)
    if set(links.places(me.id)) & set(links.places(other.id)):
        raise UserError(
            "{who} is linked to another name in this app. Nothing has changed.",
            "To undo that, type /unlink there.",
            who=other,
        )
    if not sure:
        return _is_it_you(other, code, typed)
    people, groups = request.store.people, request.store.groups
    groups.hold([*people.groups_of(me.id), *people.groups_of(other.id)])
    spent = request.store.codes.use(typed, me.id, request.at)
    one = links.one_person(me.id, other.id) if spent else None
    if one is None:
        raise UserError("Sorry, that did not work. Nothing is linked.", "Please type /link again in both apps.")
    keep(request, people.groups_of(one), About("person", one), "linked", code.platform)
    here = say(
        "Thank you, {who}. I know now that you are {other} on {app}.", who=me, other=other, app=app(code.platform)
    )
    there = say("You are linked with {who} on {app} now.", who=me, app=app(request.incoming.platform))
    undo = say("If that is wrong, type /unlink.")
    return [
        Reply((here, say("I will remind you in one place only."), undo)),
        Reply((there, undo), to=Person(one, other.name), on=(code.platform, code.tenant)),
    ]


def _is_it_you(other: Person, code: Code, typed: str) -> Reply:
    """Somebody may have been talked into typing another one's code: they see whose it is first."""
    return Reply(
        (
            say("This is a code of {who} on {app}. Is that you?", who=other, app=app(code.platform)),
            say("If so, what you may do here, {who} may do there too.", who=other),
            say("To link, press the button. Or send this:"),
            say("{command}", command=Quote(f"/link {typed} yes")),
            say("Nothing is linked so far."),
        ),
        buttons=(Button("Yes, that is me", f"/link {typed} yes"),),
    )


def _us(request: Request, code: Code, typed: str) -> Sequence[Reply]:
    store, joining = request.store, request.group
    if code.group is None:
        # Everybody here has read it.
        store.codes.use(typed, request.person.id, request.at)
        lines = (
            say("That code was for a private chat. Nothing is linked, and it does not work any more."),
            say("To get a new one, type /link in a private chat with me."),
        )
        return [Reply(lines)]
    if code.group == joining.id:
        raise UserError("These two chats are linked already. Nothing has changed.")
    store.groups.hold([joining.id, code.group])
    taken = {chat[:2] for chat in store.groups.chats(code.group)}
    if taken & {(request.incoming.platform, request.incoming.tenant), *(c[:2] for c in store.groups.chats(joining.id))}:
        raise UserError("That group has a chat in this app already. Nothing has changed.")
    if store.ideas.all(joining.id) or store.actions.all(joining.id):
        raise UserError(
            "This chat has ideas or actions already. I can't mix two lists. Nothing has changed.",
            "Is the other list empty? Then type /link here, and send the code there.",
        )
    shown_by = store.people.get(code.person)
    if not may_link(store, code.group, shown_by) or not store.codes.use(typed, request.person.id, request.at):
        raise UserError("Sorry, that did not work. Nothing is linked.", "Please type /link again in both chats.")
    return _join(request, code, code.group, shown_by)


def _join(request: Request, code: Code, into: int, shown_by: Person) -> Sequence[Reply]:
    store, me = request.store, request.person
    renumbered = store.links.one_group(request.group.id, into)
    group = store.groups.get(into)
    store.promises.look_again(into, request.at)
    change = keep(request, [into], About("group", 0), "linked", request.incoming.platform)
    people = (shown_by, me) if shown_by.id != me.id else (me,)
    lines = (
        say("{people}: thank you. Two chats of this group are linked now.", people=people),
        say(
            "They are on {one} and on {other}. Both have one list.",
            one=app(code.platform),
            other=app(request.incoming.platform),
        ),
        say("What is new comes to each chat once. To part them again, type /unlink."),
        *_numbers(request, renumbered, group),
    )
    # The group that this was heard in is no more: both chats are told as the one that stays.
    tell(store, group, f"linked:change {change}", lines, request.at, request.calendar)
    return []


def _numbers(request: Request, renumbered: Renumbered, group: Group) -> Sequence[Line]:
    """What came with the chat, where it is another number now; plans and offers do no harm to the other list."""
    lines = renumber(request.store, group, renumbered, request.at, request.calendar)
    here = app(request.incoming.platform)
    return (say("What was on the list of the chat on {app} has new numbers now.", app=here), *lines) if lines else ()


COMMAND = Command("link", run, "Use me in two apps as one.", "/link", personal=True)
