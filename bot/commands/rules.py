"""Says the rules in plain words: who may do what, who answers, and the times in force (seed 004)."""

from bot.command import Command, Request
from bot.domain.chat import Line, Reply
from bot.domain.rights import Act
from bot.words import say

ALL = frozenset({"member", "owner", "facilitator", "manager", "outsider"})
MEMBERS = frozenset({"member", "facilitator", "manager"})
ROLES = frozenset({"facilitator", "manager"})
FACILITATOR = frozenset({"facilitator"})

# Each sentence, the acts it speaks of, and who may do them: a test holds it against the one table of rights.
WHO_MAY: tuple[tuple[str, tuple[Act, ...], frozenset[str]], ...] = (
    ("Anyone here can see all there is, and get it as a file.", ("see",), ALL),
    ("Anyone can add an idea, back one, and say what they think.", ("raise", "back", "comment"), ALL),
    ("Each member can name a facilitator or manager. The person named says yes.", ("name", "serve"), MEMBERS),
    ("Each member can say who looks after this list, and who to call.", ("care",), MEMBERS),
    ("Only the facilitator or manager answers an idea, or takes more time for it.", ("answer", "extend"), ROLES),
    ("Only they can hold something back. The reason is shown.", ("hold",), ROLES),
    ("They can say who stands in for someone who is away.", ("cover",), ROLES),
    ("They can put down who signed on paper.", ("enter",), ROLES),
    ("They can link this chat with one in another app.", ("link",), ROLES),
    ("The facilitator agrees to a chat with people of other organisations.", ("share",), FACILITATOR),
    ("Facilitator and manager can take that back.", ("stop sharing",), ROLES),
    ("Only the facilitator sees the hours and needs of each person.", ("see hours and needs",), FACILITATOR),
    ("Only you can say yes to an action you are named for.", ("agree",), frozenset({"owner"})),
    ("Whoever has an action can move its date, or say it is done.", ("move", "finish"), ROLES | {"owner"}),
    ("So can the facilitator or manager. A new date needs a reason.", (), frozenset()),
    ("Who put an action on the list can say who does it.", ("fill in",), ROLES | {"owner", "raiser"}),
    ("Who added a plan, and those who lead it, can change it.", ("plan",), ROLES | {"raiser"}),
    ("Two people must agree to change a time. It is said in the group.", (), frozenset()),
    ("Nobody can take away an idea of somebody else.", (), frozenset()),
)


def run(request: Request) -> Reply:
    """`/rules`."""
    who = _of(request, "who")
    lines = (
        say("To read the charter, type /charter."),
        say("Who can do what:"),
        *(say(sentence) for sentence, _, _ in WHO_MAY),
        say("Who answers ideas here:"),
        *who,
        say("The times in force:"),
        *_of(request, "settings"),
    )
    return Reply(lines)


def _of(request: Request, name: str) -> list[Line]:
    """What another command says by itself."""
    return [line for reply in request.by(name, "") for line in reply.lines]


COMMAND = Command(
    "rules", run, "See the rules: who may do what, and by when.", "/rules", aliases=("rheolau",), anyone=True
)
