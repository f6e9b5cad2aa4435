"""Words for the rights in law to see papers, to complain and to be helped, by nation (seeds 000, 001)."""

from bot.domain.chat import Line
from bot.domain.papers import FOI_WORKING_DAYS
from bot.words import say


def right_to(nation: str, *, own: bool) -> tuple[Line, Line]:
    """The right to see a paper that did not come, in two lines; nobody is sent anything (S0.28)."""
    if own:
        return (
            say("You also have a right in law to see what is kept about you. It is free."),
            say("It must come within one month. To see how to ask, type /rights records."),
        )
    if nation == "scotland":
        return (
            say("You also have a right in law to ask for it. This is Scotland's freedom of information law."),
            say(
                "It is free. The answer must come within {n} working days. To see how, type /rights papers.",
                n=FOI_WORKING_DAYS,
            ),
        )
    return (
        say("You also have a right in law to ask for it. This is a freedom of information request."),
        say(
            "It is free. The answer must come within {n} working days. To see how, type /rights papers.",
            n=FOI_WORKING_DAYS,
        ),
    )


def papers(nation: str) -> list[Line]:
    """How to ask a public body for its papers."""
    if nation == "scotland":
        law = say("The law is the Freedom of Information (Scotland) Act 2002.")
        help_ = say("If no answer comes, ask for a review. After that, ask the Scottish Information Commissioner.")
    else:
        law = say("The law is the Freedom of Information Act 2000.")
        help_ = say("If no answer comes, ask them to look again. After that, you can tell the ICO: ico.org.uk.")
    return [
        say("You can ask a council, the NHS or other public body for its papers. It is free."),
        say("Write to them by letter or email. Say what you want to see. Give your name, and where to reply."),
        say("They must answer within {n} working days. They may say no, but must say why.", n=FOI_WORKING_DAYS),
        law,
        help_,
        say("I never send this for you."),
    ]


def records(nation: str) -> list[Line]:
    """How to see what is kept about oneself; the same law in all four nations."""
    del nation
    return [
        say("You can ask to see what is kept about you. It is free."),
        say("Write or tell them. Say who you are, and what you want to see."),
        say("It must come within one month. If it is hard to find, it may take longer. They must say so."),
        say("The law is called UK GDPR. If nothing comes, you can tell the ICO: ico.org.uk."),
        say("I never send this for you."),
    ]


_COMPLAIN = {
    "england": "If that does not help, ask the Local Government and Social Care Ombudsman: lgo.org.uk.",
    "wales": "If that does not help, ask the Public Services Ombudsman for Wales: ombudsman.wales.",
    "scotland": "If that does not help, ask the Scottish Public Services Ombudsman: spso.org.uk.",
    "northern-ireland": "If that does not help, ask the Northern Ireland Public Services Ombudsman: nipso.org.uk.",
}
_HELPED = {
    "england": "In England, the Care Act 2014 gives some people the right to one.",
    "wales": "In Wales, a 2014 Act on care gives some people the right to one.",
    "scotland": "In Scotland, you can find one near you at siaa.org.uk.",
    "northern-ireland": "In Northern Ireland, ask the Patient and Client Council: pcc-ni.net.",
}
_LAW = {
    "england": "In England, the Care Act 2014 guidance says people should help to shape services.",
    "wales": "In Wales, the 2014 Act on social services has a code. Councils must act in line with it.",
    "scotland": "In Scotland, you can make a participation request. The body must agree, or say why not.",
    "northern-ireland": "In Northern Ireland, a 2009 Act says health and care must involve people.",
}


def complaints(nation: str) -> list[Line]:
    """How to complain of a council or care service."""
    return [
        say("You can complain if a service is not good, or does not reply. It is free."),
        say("First tell the service, or the council. Ask for its complaints steps."),
        *_of(_COMPLAIN, nation),
        say("An answer here does not take this right away."),
    ]


def advocacy(nation: str) -> list[Line]:
    """Who can help somebody to be heard."""
    return [
        say("There are people who help you to be heard. They are on your side, and it is free."),
        say("Such a person is called an advocate."),
        *_of(_HELPED, nation),
        say("Ask your council how to get one."),
    ]


def law(nation: str) -> list[Line]:
    """What the law of the nation says of working together."""
    return [*_of(_LAW, nation), say("This is not legal advice.")]


def _of(sentences: dict[str, str], nation: str) -> list[Line]:
    """The nation's own; for a group that is all over the UK, each of the four."""
    if nation in sentences:
        return [say(sentences[nation])]
    return [say(sentence) for sentence in sentences.values()]
