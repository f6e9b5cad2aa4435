"""Shows where to turn when somebody is in danger or worried, by the group's nation (DOMAIN 5f); it reports nothing."""

from bot.command import Command, Request
from bot.domain.chat import Line, Reply
from bot.words import say
from bot.worry import numbers

HELPLINES: tuple[str, ...] = (
    "If you can't speak or hear, call 18000 in the Relay UK app. In sign language, use 999 BSL.",
    "You can text 999 too, if you have signed up for it.",
    "For the police, if it can wait, call 101.",
    "If you are worried about a child, call children's services at your council.",
    "A child can call Childline free on 0800 1111.",
)


def run(request: Request) -> Reply:
    """`/urgent`."""
    danger, *others = numbers(request)
    more = tuple(say(line) for line in HELPLINES)
    return Reply(
        (
            say("I am a computer. I can't get help for you, and I tell nobody."),
            danger,
            *more[:3],
            *others,
            *more[3:],
            _health(request),
        )
    )


def _health(request: Request) -> Line:
    """The number for health advice: 111 does not reach it from everywhere."""
    if request.group.nation == "northern-ireland":
        return say("For health advice, call your doctor. At night, call the GP out of hours service.")
    return say("For health advice, call NHS 111.")


COMMAND = Command(
    "urgent",
    run,
    "See who to call in danger or worry.",
    "/urgent",
    anyone=True,
    personal=True,
    early=lambda _: True,
    phrases=(
        "it/this is an emergency",
        "beside: it/this is urgent",
        "i/ need/ urgent/emergency help",
        "who do/can/should i/we call/ring/phone in an emergency",
        "beside: who do/can/should i/we call/ring/phone",
    ),
)
