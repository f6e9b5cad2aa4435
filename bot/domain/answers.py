"""What counts as an answer: reads yes, partly or no and the reason out of ordinary words, and knows a holding reply."""

import re
from dataclasses import dataclass
from typing import Literal

from bot.domain.chat import Cost
from bot.domain.fillings import says_nothing
from bot.domain.hanging import hangs, without_wishes
from bot.domain.rulings import both_ways, ruling
from bot.domain.things import Decision
from bot.domain.welsh import answer_in_english

_START = re.compile(
    r"""\s*
    (?:(?:so|well|hi|hello|ok|okay|right|sorry|but|unfortunately|(?:i'?m|i\ am)\ (?:afraid|sorry)
        |(?:the\ )?(?:short\ )?answer(?:\ is|:)?|in\ short
        |thanks|thank\ you|(?:great|good|lovely|nice|brilliant|interesting)\ (?:idea|point|suggestion|one|thought))
        (?:\b|(?<=:))[\s,.:;!–-]*)*
    (?:(?P<partly>(?:yes,?\s+)?(?:partly|partially|in\ part|part\ of\ it|some\ of\ it|half\ of\ it)\b|yes\ and\ no\b)
      |(?P<yes>(?:yes|yep|yeah|yup|aye|absolutely|definitely|certainly|of\ course|it'?s\ a\ yes(?:\ from\ (?:me|us))?
              |(?:agreed|approved)(?!\ (?:at|by|to|that|in|on|minutes|agenda)\b)|(?:we\ will|we'll
        |we\ can)\ do\ (?:this|it|that))\b)
      |(?P<no>(?:no\ can\ do|no(?!\ longer\b)|nope|nah|na(?=\s*,)|naw
              |nae\ chance|not\ possible|not\ (?:at\ the\ moment|right\ now|this\ (?:year
        |time)|now)
              |it'?s\ a\ no(?:\ from\ (?:me|us))?|we\ (?:can'?t|cannot|can\ not)(?!\ (?:hear|see|meet|find|open
        |get\ (?:in|there|through|hold)|attend|come|remember|wait
              |make\ (?:it\b|\w+day)))|we\ won'?t|we\ will\ not
              |can'?t\ be\ done)\b))
    [\s,.:;!–—-]*(?P<reason>.*)\Z""",
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)

# "No worries" and "no news yet" begin like a no and are none.
_NOT_A_NO = re.compile(
    r"""(?:problem|worries|bother|need|idea|news|decision|answer|update|reply|figure|date|change|doubt|pressure
        |rush|luck|one|way|kidding|joke|wonder|chance\ of|harm|objection|complaint|issue|hesitation|stress|biggie)s?\b
      |(?:budget|money|price|cost|funding)\ (?:figure|update|answer|decision)s?\b
      |(?:further|more)\b.{0,20}\byet\b""",
    re.IGNORECASE | re.VERBOSE,
)

_HOLDING = re.compile(
    r"""\b(?:look(?:ing)?\ (?:in\ ?to|at)\b(?!.*\bagain\b)
      |(?:will|we'?ll|i'?ll|let'?s)\ (?:see|look|check|ask|consider|discuss|explore|investigate|think|review|chase
          |find\ out|raise|take\ (?:it|this|that)|pass|come\ back|get\ back|feed|have\ a\ (?:look|think|chat|word)
          |pick\ (?:it|this|that)\ up|know\ more|mention|float|flag|add\ (?:it|this|that)\ to|p[ou][pt]\ (?:it|this
        |that)\ (?:on|to|in)|bring\ (?:it|this|that)\ up|let\ (?:you|everyone)\ know|bring\ (?:it|this|that)\ to)
          \b(?!.*\bagain\b)
      |(?:(?:i|we)(?:'ll|'d)?\ (?:will\ |would\ )?(?:still\ )?|\A\W*|[,;.]\s*(?:but\ )?)(?:need|have|want
        |got)\ to\ (?:check
          |ask|speak|talk|see|think|discuss|consult|hear|wait|run\ (?:it|this|that)|go\ (?:back\ )?to|take\ (?:it|this
          |that)
          |find\ out|work\ (?:it|this|that|out))
      |let\ me\ (?:see|look|check|ask|think|find\ out|get\ back|come\ back|have|speak|talk|run|take|chase|mull)
      |(?:not|n't)\ (?:yet\ )?(?:been\ )?(?:decided|made\ (?:a|our|up)\ (?:decision|minds?)|reached\ a\ decision)
      |undecided|(?:run|running|ran)\ (?:it|this|that)\ (?:past|by)|(?:sent|put)\ (?:it|this|that)\ (?:up|to)
      |(?:down|up)\ to\ (?:the|them|him|her|our|my)\ \w+\ now|(?:it's|is|that's)\ (?:all\ )?(?:down|up)\ to\ (?:the
        |them|him
          |her|our|my)
      |leave\ (?:it|this|that)\ with\ (?:me|us)
      |(?:get|come|be)\ back\ to\ (?:you|everyone|the\ group|us)
      |bear\ with\ (?:me|us)|watch\ this\ space|in\ due\ course|under\ (?:review|consideration|discussion)
      |(?:am|are|is|be|being|been|still)\ (?:consider|discuss|explor|investigat|review|look|check|think|wait|chas)\w*
      |not\ sure|don'?t\ know|no\ (?:(?:news|decision|answer|update)s?\ yet|decision|firm\ answer)|too\ (?:soon
        |early)\ to\ (?:say|tell)
      |pass(?:ed|ing)?\ (?:it|this|that)\ on|fee?d(?:ing)?\ (?:it|this|that)\ (?:back|in)
      |on\ (?:the|our|my)\ (?:list|agenda|radar)|noted|maybe|perhaps|possibly)\b""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)

_BECAUSE = re.compile(r"\A(?:(?:because|cos|cause|coz|cuz)(?!\s+of\b)|as|since)\b[\s,:]*", re.IGNORECASE)

_POLITE = re.compile(
    r"\W*(?:thanks|thank you|cheers|sorry|ok|okay|hi|hello|(?:great|good|lovely|nice|interesting) (?:idea|point|one))"
    r"(?: \w+){0,3}\W*",
    re.IGNORECASE,
)

# What may follow a yes and adds nothing to it.
_NO_MORE = re.compile(
    r"(?:yes|yep|yeah|please|thanks|thank you|definitely|absolutely|of course|[^\w£]+)*", re.IGNORECASE
)

# "And Ruth will ask them" is a thought of its own: whose it is was said before it.
_CLAUSE = re.compile(
    r"[.;!?\n]+|,?\s+but\b|,?\s+and\s+(?=[\w-]+(?:'ll|\s+will)\s+(?:ask|raise|chase|check)\b)|,\s+", re.IGNORECASE
)

_MORE_THAN_A_LOOK = re.compile(
    r"\b(?:because|since|so that|will (?:order|do|start|fix|buy|build|change|open|put))\b|£", re.IGNORECASE
)

# "Great for my mum" and "thanks, but when?" say more than that.
_PLAIN_THANKS = re.compile(
    r"\s*(?:(?:ok|okay|oh|ah|aw|yes|right|perfect)[\s,.!]+)*(?:many |lots of )?"
    r"(?:diolch(?: yn fawr)?(?: iawn)?|thanks|thank you|cheers|ta"
    r"|(?:great|lovely|brilliant|well done|wow)(?!\W+(?:for|as|so|with|to|when|how|in|at|on)\b))"
    r"(?:[\s,]+(?!(?:but|if|only|unless|except|until|no|not|ond)\b)[\w'’]+){0,3}(?:[^\w?£]|x)*\Z",
    re.IGNORECASE,
)

# The answer said once more, in reply to the question why.
_AGAIN = re.compile(
    r"\A(?:no|nope|partly)(?:\s*[,.:;!–-]+\s*|\s+(?=(?:not|we|it|this|that|the|there|because|cos|sorry)\b))",
    re.IGNORECASE,
)

_MONEY_WORD = re.compile(
    r"""£|\b(?:costs?|costly|costing|budgets?|fund(?:s|ed|ing)?|(?:un)?afford(?:able)?|expensive|dear|money
      |arian|(?:c|g|ch)ost(?:io|au|us)?|(?:c|g|ch)yllid(?:eb|ebau)?|d?drud|fforddio|[bp]unn?oedd|[bp]unt
      |pric(?:e[sdy]?|ey|ing)|pounds?|quid|grants?|cash|pay(?:ing|ments?)?\ for|financ(?:e|es|ial|ially))\b""",
    re.IGNORECASE | re.VERBOSE,
)

_AMOUNT = re.compile(
    r"(?:£\s*(?P<pounds>\d[\d,]*(?:\.\d+)?)\s*(?P<unit>k|m|thousand|million|grand)?\b"
    r"|\b(?P<words>\d[\d,]*(?:\.\d+)?)\s*(?P<unit2>k|m|thousand|million|grand)?\s*(?:pounds|quid|gbp)\b"
    r"|\b(?P<grand>\d[\d,]*(?:\.\d+)?)\s*grand\b"
    r"|\b(?P<bare>\d[\d,]*(?:\.\d+)?)(?=\s+(?:a|per|each|every)\s+(?:year|annum|month|week)\b))"
    r"(?P<after>.{0,40})",
    re.IGNORECASE | re.DOTALL,
)

_EVERY = r"\W*(?:(?:a|per|each|every|for\ (?:a|the|one)|y|yr|bob)\s+|/\s*)"
_PERIODS: tuple[tuple[Literal["once", "year", "month", "week"], re.Pattern[str]], ...] = (
    (
        "year",
        re.compile(_EVERY + r"(?:year|yr|annum|flwyddyn|blwyddyn)|\W*(?:p\.?\s?a\b|annual|yearly)", re.IGNORECASE),
    ),
    ("month", re.compile(_EVERY + r"(?:month|mth|mis)|\W*(?:p\.?c\.?m\b|monthly)", re.IGNORECASE)),
    ("week", re.compile(_EVERY + r"(?:week|wk|wythnos)|\W*(?:p\.?w\b|weekly)", re.IGNORECASE)),
    (
        "once",
        re.compile(
            r"\W*(?:once|one[- ]?(?:off|time)|in all|all in|in total|altogether|up ?front|unwaith|i gyd)\b",
            re.IGNORECASE,
        ),
    ),
)

_UNITS = {"k": 1000, "thousand": 1000, "grand": 1000, "m": 1_000_000, "million": 1_000_000}

# The words that the question for a cost is filled into.
COST_ASKED = ". The cost: "
_ASKED = re.compile(rf"(?P<reason>.*){re.escape(COST_ASKED)}(?P<cost>.*)\Z", re.DOTALL)
_BARE = re.compile(
    r"""(?:(?:about|around|roughly|some|it\ is|it'?s|it\ would\ be|that\ is)\s+)*
    £?\s*\d[\d,.]*\s*(?:k|m|thousand|million|grand)?\s*(?:pounds|quid)?\W*
    (?:(?:a|per|each|every|yr?|bob)\s+(?:year|yr|annum|month|week|flwyddyn|blwyddyn|mis|wythnos)|p\.?a
      |annually|yearly|monthly|weekly|once|unwaith|one[- ]?off|in\ (?:all|total))?
    \W*""",
    re.IGNORECASE | re.VERBOSE,
)

_NO_FIGURE = re.compile(
    r"\bno (?:figure|cost|price|number|amount|quote)s? yet\b|\bdim ffigur\b|\bno figure\b"
    r"|\b(?:don'?t know|not sure|find out)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: a decision and its reason, or neither (an update or a comment)."""

    decision: Decision | None
    reason: str


def read_answer(text: str) -> Reading:
    """Yes, partly or no, and the reason: what follows a yes or no at the start, else all of the words.

    "We'll look into it", "yes, if we can afford it", "noted" and thanks are no answer (charter commitment 6): decision
    None, all words kept.
    """
    plain = without_wishes(answer_in_english(text.replace("’", "'"))).strip()
    match = _START.match(plain)
    if hangs(plain):
        return Reading(None, text.strip())
    if match is None:
        return _ruled(text.strip(), plain.casefold())
    decision: Decision = "partly" if match["partly"] else "yes" if match["yes"] else "no"
    reason = _AGAIN.sub("", match["reason"].strip())
    if decision == "no":
        if match["no"].lower() == "no" and _NOT_A_NO.match(reason):
            return Reading(None, text.strip())
        if match["no"].lower().startswith(("we ", "can't")):
            # "We can't, the land is not ours": the no is part of the sentence that says why.
            reason = plain
    if is_holding(reason) or (decision == "yes" and _open_ended(reason)):
        return Reading(None, text.strip())
    if decision == "yes" and both_ways(plain.casefold()):
        decision = "partly"
    reason = _BECAUSE.sub("", reason).strip()
    return Reading(decision, "" if decision == "yes" and _NO_MORE.fullmatch(reason) else reason)


def _ruled(text: str, plain: str) -> Reading:
    """A ruling that stands further on: "the board turned it down". A question or a promise to look is none."""
    return Reading(None if "?" in plain or is_holding(plain) else ruling(plain), text)


def _open_ended(text: str) -> bool:
    """A yes that still has to ask somebody, or asks the others, promises nothing."""
    return "?" in text or bool(_HOLDING.search(text) and not _MORE_THAN_A_LOOK.search(text))


def is_holding(text: str) -> bool:
    """Is this only a promise to look? Words that also say what will be done, or why not, are more than that."""
    clauses = [clause for clause in _CLAUSE.split(text.replace("’", "'")) if clause.strip()]
    holding = [clause for clause in clauses if _HOLDING.search(clause)]
    if not holding or any(_MORE_THAN_A_LOOK.search(clause) for clause in holding):
        return False
    rest = [clause for clause in clauses if clause not in holding and not _POLITE.fullmatch(clause)]
    return not is_reason(". ".join(rest))


def holds(text: str) -> bool:
    """Is there a promise to look in it, or a word that nothing is decided?"""
    return bool(_HOLDING.search(text))


def is_reason(text: str) -> bool:
    """Is it a reason in real words? Not "n/a", not "not possible", not a face (charter commitment 6)."""
    if says_nothing(text):
        return False
    return sum(len(word) for word in re.findall(r"[^\W\d_]+", text)) >= 4 or bool(_AMOUNT.search(text))


def is_thanks(text: str) -> bool:
    """Is it plain thanks, or only a face, with nothing in it to keep?"""
    return bool(_PLAIN_THANKS.match(text)) or not any(c.isalnum() for c in text)


def speaks_of_money(text: str) -> bool:
    """Does the reason speak of money? Then it needs a figure."""
    return bool(_MONEY_WORD.search(text))


def no_figure_yet(text: str) -> bool:
    """Do they say that there is no figure yet?"""
    return bool(_NO_FIGURE.search(text))


def read_cost(text: str) -> Cost | None:
    """The first amount of money in the words; one with a period ("a year") before one without."""
    found: list[Cost] = []
    for match in _AMOUNT.finditer(text):
        digits = (match["pounds"] or match["words"] or match["bare"] or match["grand"]).replace(",", "").rstrip(".")
        unit = (match["unit"] or match["unit2"] or ("grand" if match["grand"] else "")).lower()
        pence = round(float(digits) * _UNITS.get(unit, 1) * 100)
        # "£50 per person per week": the period need not come first, but it must come before the next thought.
        after = re.split(r"£|[.;,](?:\s|$)|\b(?:and|but|so)\b", match["after"])[0]
        per = next((name for name, pattern in _PERIODS if pattern.search(after)), None)
        found.append(Cost(pence, per))
    return next((cost for cost in found if cost.per), found[0] if found else None)


def with_cost(reason: str) -> tuple[str, Cost | None]:
    """The reason and the cost in it. A bare figure, given when asked ("£500 a year") leaves the words as they are."""
    match = _ASKED.match(reason)
    if match is None:
        return reason, read_cost(reason)
    said = match["cost"].strip()
    cost = read_cost(f"£{said}" if said[:1].isdigit() else said)
    return (match["reason"], cost) if cost and _BARE.fullmatch(said) else (reason, cost)
