"""Signs the charter, for oneself or an organisation, with what one brings; shows who has and has not (charter 10)."""

from collections.abc import Sequence

from bot.charter import counts, name_of, signed_lines
from bot.command import Command, Request, words_of
from bot.doing import told
from bot.domain.charter import Signature, in_force, latest, version_of
from bot.domain.chat import About, Ask, Button, Line, Person, Quote, Reply
from bot.domain.errors import UserError
from bot.domain.signing import Signing, read_paper, read_signing
from bot.domain.things import Change
from bot.pages.evidence import evidence
from bot.reviewing import begin
from bot.words import say, say_count

_TAKE_OFF = ("withdraw", "off", "stop", "remove")


def run(request: Request) -> Reply | Sequence[Reply]:
    """`/sign`, `/sign for the Sight Group, bringing a room`, `/sign list`, `/sign off`, `/sign paper Pat Smith`."""
    word, _, rest = request.rest.strip().partition(" ")
    match word.casefold():
        case "list" | "who":
            return _list(request)
        case "paper":
            return _paper(request, rest)
        case off if off in _TAKE_OFF:
            return _off(request)
        case "":
            return _ask(request)
    found = read_signing(request.rest)
    if found is None:
        raise UserError(
            'If you agree, reply "I sign". Nothing is signed so far, and nothing has changed.',
            'For an organisation, say it like this: "I sign for the Sight Group".',
            ask=Ask("/sign {}", request.person),
        )
    return _sign(request, found)


def _ask(request: Request) -> Reply:
    amendments = request.store.charter.all(request.group.id)
    name, version = name_of(request.group, amendments), version_of(amendments)
    return Reply(
        (
            say("{who}, this is about the charter of {name}, version {n}.", who=request.person, name=name, n=version),
            say("It has ten promises. To read them, type /charter."),
            say('If you agree, reply "I sign". If you sign for an organisation, add its name.'),
            say("You can also say what you will bring. It could be time, staff or a room."),
            say("Your name and the date go on the list. You can take it off at any time: /sign off."),
        ),
        ask=Ask("/sign {}", request.person),
        buttons=(Button("I sign", "/sign I sign"),),
    )


def _sign(request: Request, found: Signing) -> Sequence[Reply]:
    group, me = request.group.id, request.person
    amendments, before = request.store.charter.all(group), request.store.signatures.of(group)
    version = version_of(amendments)
    mine = [s for s in latest(before) if s.person and s.person.id == me.id and _same(s, found.organisation)]
    if mine and in_force(mine[0], amendments) and not found.brings:
        raise UserError("Thank you, {who}. You have signed version {n} already.", who=me, n=mine[0].version)
    signature = Signature(0, version, me, me.name, found.organisation, found.brings, request.at)
    return _signed(request, signature)


def _same(signature: Signature, organisation: str | None) -> bool:
    return (signature.organisation or "").casefold() == (organisation or "").casefold()


def _signed(request: Request, signature: Signature) -> Sequence[Reply]:
    group = request.group.id
    dated = begin(request, "charter", 0)
    n = request.store.signatures.add(group, signature)
    request.change(About("signature", n), "signed", new=n)
    who: Person = signature.person or Person(0, signature.name)
    day = request.today
    lines: list[Line] = [
        say("Thank you, {who}. You signed version {n} on {day}.", who=who, n=signature.version, day=day)
        if signature.person
        else say(
            "{who} signed version {n} on paper. {other} typed it in.",
            who=who,
            n=signature.version,
            other=request.person,
        )
    ]
    if signature.organisation:
        lines.append(say("It is for {organisation}.", organisation=Quote(signature.organisation)))
    if signature.brings:
        lines.append(say("What it brings: {brings}", brings=Quote(signature.brings)))
    people, organisations = counts(request.store.signatures.of(group), request.store.charter.all(group))
    lines.append(say_count("{n} person has now signed.", "{n} people have now signed.", people))
    if organisations:
        lines.append(say_count("{n} organisation has now signed.", "{n} organisations have now signed.", organisations))
    lines += dated
    return told(request, Reply(tuple(lines)), f"signed:{n}")


def _paper(request: Request, rest: str) -> Sequence[Reply]:
    """A name that was signed on paper: a facilitator or manager types it in, and that is shown."""
    if not request.may("enter"):
        raise UserError("Only a facilitator or manager can type in what was signed on paper. Nothing has changed.")
    found = read_paper(words_of(rest, "/sign paper Pat Smith for Age Concern"))
    if found is None or found.name is None:
        raise UserError("Who signed on paper? Say it like this: /sign paper Pat Smith. Nothing has changed.")
    version = version_of(request.store.charter.all(request.group.id))
    return _signed(
        request,
        Signature(0, version, None, found.name, found.organisation, found.brings, request.at, request.person),
    )


def _off(request: Request) -> Sequence[Reply]:
    group, me = request.group.id, request.person
    mine = [s for s in request.store.signatures.of(group) if s.person and s.person.id == me.id and not s.withdrawn_at]
    if not mine:
        raise UserError("{who}, your name is not on the charter. Nothing has changed.", who=me)
    for signature in mine:
        request.store.signatures.withdraw(group, signature.number, request.at)
    numbers = " ".join(str(signature.number) for signature in mine)
    change = request.change(About("signature", mine[-1].number), "taken off", old=numbers)
    signed = request.calendar.local_day(mine[-1].at)
    lines = (
        say("{who} has taken their name off the charter.", who=me),
        say("It was signed on {day}. Both dates stay in the record.", day=signed),
    )
    return told(request, Reply(lines), f"taken off:change {change}")


def _list(request: Request) -> Reply:
    """The names, and never without the record beside them."""
    store, group = request.store, request.group
    amendments = store.charter.all(group.id)
    head = say("The charter of {name}. Version {n}.", name=name_of(group, amendments), n=version_of(amendments))
    shown = signed_lines(store, group, request.calendar)
    return Reply((head, *shown, *evidence(store, group.id, request.calendar, request.today)))


def _undo(request: Request, change: Change) -> Sequence[Reply]:
    group = request.group.id
    if change.what == "signed":
        request.store.signatures.withdraw(group, int(change.new or 0), request.at)
        lines = (say("That signature is taken back, {who}. Its dates stay in the record.", who=request.person),)
    else:
        for number in (change.old or "").split():
            request.store.signatures.withdraw(group, int(number), None)
        lines = (say("Your name is on the charter again, {who}.", who=request.person),)
    return told(request, Reply(lines), f"undone:signature:change {change.number}")


COMMAND = Command(
    "sign",
    run,
    "Sign the charter, or see who has.",
    "/sign list",
    aliases=("llofnodi",),
    undoes={"signed": _undo, "taken off": _undo},
)
