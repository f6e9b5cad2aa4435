"""Hard words that councils use, each with a plain meaning: what everybody is given, before a group adds its own."""

from collections.abc import Iterable

from rapidfuzz import fuzz, process

from bot.domain.chat import Line, Quote
from bot.domain.meanings import key_of
from bot.ports import Store
from bot.words import say

# The names of each, and what it means; the first name is how it is shown in a list.
WORDS: tuple[tuple[tuple[str, ...], str], ...] = (
    (
        ("RAG", "RAG rating", "red amber green", "traffic lights"),
        "Red, amber and green. Red is late. Amber is due soon. Green is on time.",
    ),
    (
        ("co-production", "coproduction", "co-produce", "co-produced", "coproduce"),
        "Working together as equals. We plan it, decide it and do it as one, from start to end.",
    ),
    (("co-design", "codesign"), "We plan it with you. But you may not have a say in doing it."),
    (
        ("ladder", "ladder of participation", "ladder of co-production", "Arnstein"),
        "Steps that show who has the power. They go from telling you, to asking you, to doing it with you.",
    ),
    (("consultation", "consult"), "Somebody asks what you think. You can't change much."),
    (("engagement", "engage"), "Somebody asks you to take part. You may change some of it."),
    (
        ("FOI", "freedom of information", "freedom of information request"),
        "A right to see papers of a council. You ask in writing. They have 20 working days.",
    ),
    (
        ("SAR", "subject access request", "data protection request"),
        "A right to see what is kept about you. You ask for it. They have one month.",
    ),
    (("stakeholder", "stakeholders"), "Anyone who cares how it turns out."),
    (("commissioning", "commission", "commissioner"), "How a council plans and buys help for people."),
    (("procurement", "tender", "tendering"), "How a council buys things. People who want to sell make an offer."),
    (("outcome", "outcomes"), "What is better for people in the end."),
    (("output", "outputs"), "What was made or done. It may not have helped so far."),
    (("impact",), "The change that it made for people."),
    (("SMART", "SMART plan"), "A plan that is clear. It says what, who, by when, and how we will know."),
    (("safeguarding",), "Keeping people safe from harm."),
    (("person centred", "person-centred", "person centered"), "It begins with what one person wants and needs."),
    (("lived experience", "expert by experience", "experts by experience"), "You know it since you live it."),
    (("unpaid carer", "informal carer", "carer"), "Somebody who looks after a person, and is not paid for it."),
    (("personal budget", "direct payment", "direct payments"), "Money for your care. You choose how to use it."),
    (("eligible", "eligibility", "criteria", "threshold"), "The rules on who can get help."),
    (("assessment", "needs assessment", "care assessment"), "A talk about what help you need."),
    (("advocacy", "advocate"), "Somebody who helps you to say what you want."),
    (("reasonable adjustments", "reasonable adjustment"), "A change that lets a disabled person take part."),
    (("Easy Read",), "Short words and short lines, with pictures."),
    (("Care Act", "Care Act 2014"), "The law in England on care and support for grown-ups."),
    (("Gunning", "Gunning principles"), "Four rules for asking people. Ask early. Tell enough. Give time. Listen."),
    (("terms of reference", "ToR"), "A page that says what a group is for, and how it works."),
    (("governance",), "Who decides, and who checks that it is done right."),
    (("scrutiny", "overview and scrutiny"), "Councillors who check what the council does."),
    (("KPI", "KPIs", "key performance indicator", "metrics"), "A number that shows how well it goes."),
    (("deliverable", "deliverables"), "A thing that somebody said they would make."),
    (("escalate", "escalated", "escalation"), "To take it to somebody with more power."),
    (("capacity",), "It can mean time and people. In law, it means you can decide for yourself."),
    (("sign off", "sign-off", "signed off"), "Somebody in charge says yes to it."),
    (("ICB", "integrated care board"), "The part of the NHS that plans care for an area."),
    (("equality impact assessment", "EIA", "EqIA"), "A check that a plan is fair to all."),
    (("pilot", "pilot scheme"), "A small try, to see if it works."),
    (("remit", "out of scope", "scope"), "What somebody is there to do, and what they are not."),
    (("workstream", "work stream"), "One part of a big plan."),
    (("reciprocity",), "Giving and getting: all who give get something back."),
    (("accessibility", "accessible"), "All can use it, and take part."),
    (("diversity",), "People of all kinds are here."),
    (("equality", "parity"), "All people count the same."),
    (("time bank", "time credits"), "You give an hour, and get an hour of help back."),
    (("quorum", "quorate"), "How many people must be there to decide."),
    (("facilitator", "facilitators"), "The person who answers the ideas here, by a day that all know."),
    (("manager", "managers"), "The person who decides when the facilitator can't."),
    (("charter",), "Ten promises on how a group and a council work together. To read them, type /charter."),
)  # fmt: skip
_MEANINGS = {key_of(name): meaning for names, meaning in WORDS for name in names}
_SHOWN = {key_of(name): names[0] for names, _ in WORDS for name in names}
# Plain enough to be said without help; asked about, they are explained all the same.
_PLAIN = frozenset(
    {"carer", "unpaid carer", "scope", "pilot", "consult", "engage", "accessible", "equality", "impact", "capacity"}
    | {"outcome", "outcomes", "diversity", "ladder", "assessment", "commission", "tender", "criteria"}
    | {"facilitator", "facilitators", "manager", "managers", "charter"}
)
LIKE = 80


def meaning_of(word: str) -> Line | None:
    """What everybody is given for a word."""
    found = _MEANINGS.get(key_of(word))
    return say(found) if found else None


def near(word: str, others: Iterable[str] = ()) -> str | None:
    """The word that was perhaps meant, of those with a meaning here and of `others`."""
    known = {**_SHOWN, **{key_of(other): other for other in others}}
    found = process.extractOne(key_of(word), list(known), scorer=fuzz.token_set_ratio, score_cutoff=LIKE)
    return known[found[0]] if found else None


def every() -> list[str]:
    """One name of each word that is explained."""
    return sorted((names[0] for names, _ in WORDS), key=str.casefold)


def hard_words(text: str, others: Iterable[str] = ()) -> list[str]:
    """The hard words in a text that have a meaning here, or are of `others`, in their order, each once."""
    known = {key: shown for key, shown in _SHOWN.items() if key not in _PLAIN}
    known |= {key_of(other): other for other in others}
    padded = f" {' '.join(key_of(piece) for piece in text.split())} "
    found = [(padded.index(f" {key} "), shown) for key, shown in known.items() if f" {key} " in padded]
    return list(dict.fromkeys(shown for _, shown in sorted(found)))


def plainer(store: Store, group: int, text: str) -> list[Line]:
    """Offers to explain what is hard in somebody's words; nothing, if all is plain. Nobody has to say it again."""
    found = hard_words(text, [meaning.said for meaning in store.meanings.all(group)])
    if not found:
        return []
    return [say("Is a word hard? To see what it means, type {command}.", command=Quote(f"/explain {found[0]}"))]
