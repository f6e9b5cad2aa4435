"""Says in under 150 words what is kept, by whom, for how long, who sees it, and how to see or end it (DOMAIN 5g)."""

from datetime import timedelta

from bot.command import Command, Request
from bot.domain.care import COPIES, MESSAGES, TALK, WORDS
from bot.domain.chat import Line, Quote, Reply
from bot.unnamed import who_holds_the_key
from bot.words import say

DAY = timedelta(days=1)


def run(request: Request) -> Reply:
    """`/privacy`."""
    return Reply(
        (
            say("I keep the name you use, your words on the list, and the dates."),
            say("Everyone in the group can see the list, and pass it on. Reminders are for you alone."),
            say("I keep no picture of you, and not your phone number. Please leave out details of health."),
            _keeper(request),
            say(
                "Telegram, Slack and other apps are outside companies, maybe outside the UK. They keep their own copy."
            ),
            say("What I notice in talk, and nobody takes, goes after {n} days.", n=TALK // DAY),
            say("The words of what I send go after {n} days.", n=WORDS // DAY),
            say("After {n} days all of a message goes. The list itself stays.", n=MESSAGES // DAY),
            say("Copies kept for safety may hold your name for {n} more days.", n=COPIES // DAY),
            who_holds_the_key(request.store),
            say("To get what I keep of you, type /mydata. To be forgotten, type /forgetme."),
        )
    )


def _keeper(request: Request) -> Line:
    keeper = request.store.care.of(request.group.id).keeper
    if keeper is None:
        return say("Nobody has said who looks after this list. To say it, type /keeper and a name.")
    return say("Who looks after this list: {keeper}", keeper=Quote(keeper))


COMMAND = Command(
    "privacy",
    run,
    "See what I keep, and who sees it.",
    "/privacy",
    anyone=True,
    personal=True,
    early=lambda _: True,
    phrases=(
        "what do you know/keep/store/save/hold/have about/on/of me/us",
        "what do you know/keep/store/save",
        "who can/will/else see/read/sees/reads this/that/it/my words/idea/ideas/messages/name/",
        "who can see/read what i say/write/type",
        "is this/it private/secret/confidential/anonymous",
        "beside: is this/it safe",
        "is what i say/write private/secret/confidential/anonymous",
        "are/do you read/reading/listen/listening to/ everything/us/this",
        "are you recording this/us/everything",
    ),
)
