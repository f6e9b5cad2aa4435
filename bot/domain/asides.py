"""Tells a yes or no to an idea from one to something else said beside it: "yes it was a lovely day"."""

import re

from bot.domain.answers import read_answer

# What a ruling speaks of: what will or can be done, who lets it, what it costs, whether it fits.
_RULES = re.compile(
    r"""\b(?:can|can['’]?t|cannot|could|will|won['’]?t|shall|going\ (?:to|in|ahead)|gonna|(?:un)?able|allow\w*|let\ us
        |permi\w+
        |agreed|agree\ to|approv\w+|pass(?:ed|es)|back(?:ed|s)|support\w*|refus\w+|reject\w*|declin\w+|turned\ down
        |decided
        |decision
        |fund\w*|budgets?|cost\w*|money|pric\w+|pay|paid|afford\w*|expensive|dear|cheap\w*|grants?|quotes?
        |(?:im)?possible|feasible|(?:un)?safe\w*|legal\w*|law|polic\w+|rules?|reg\w*s|lease|landlord|owns?|ours
        |licen\w+|planning
        |insur\w+|fire|listed|contract|room\ for|space|staff\w*|capacity|too\ \w+|enough|(?:no|will)\ need|needs?\ to
        |have\ to|must|fits?
        |wants?
        |instead|start\w*|order\w+|install\w*|buil[dt]|happen\w*|do\ (?:it|this|that)|because|cos|since|reason
        |plan(?:ned|s)?
        |tried|works?|(?:that|this|it)(?:['’]?s|\ is)\ (?:fine|ok(?:ay)?)|happy\ (?:to|with)|good\ (?:to\ go|idea)
        |great\ idea|lovely\ idea|love\ (?:it|this|that)|from\ (?:me|us)
        |go\ ahead|go(?:es|ing)?\ in\b|in\ (?:the\ )?(?:spring|summer|autumn|winter)|only|please)\b|['’]ll\b
        |['’]re\ (?:doing|putting|buying)\b|£|\d{3}""",
    re.VERBOSE,
)
# What is said of a day, of people, or of what somebody did; and what only agrees with how somebody feels.
_ELSE = re.compile(
    r"""\W*(?:(?:and|but|so|oh|ah|sorry|well|really|quite|what|such|an?|all)\b\W*){0,4}
    (?:(?:thanks|thank\ you|ta|cheers|i|you|he|she|we|they|my|your|his|her|our|mine|yours|me|us|him|them|someone
        |everyone|everybody|nobody|people|folk)\b
    |(?:it|that|this|there|here|what|who|which|where|when|(?:[\w'’-]+\ ){1,4}?)['’]?\ ?(?:s|is|are|was
        |were|did|does
        |had|has|been|would|comes?|came|gets?|got|looks?|sounds?|seems?|feels?|rained|snowed|wasn['’]?t|weren['’]?t)\b
    |(?:is|was|are|were|did|does|do|has|have|had|would|should)n['’]?t\b|(?:is|was|did|does|has|had)\b
    |(?:absolutely|totally|completely|so|do)?\ ?agree\b|(?:very\ )?(?:good|great|fair|valid|interesting)\ (?:point
        |question)
    |see\ (?:you|ya)|hop(?:e|ing)|(?:lovely|gorgeous|nice)\b(?=\W*\w)|great\ (?:day|time|night|fun|weekend|to)
    |awful|terrible|horrible|freezing|bitter
    |same|too|saw|seen|heard|read|went|met|watched|thought|never|not\ (?:me|him|her|us|you|here|today|tonight|far|bad
        |long)
    |yes|no|yeah|nope|x+)(?!\w)""",
    re.VERBOSE,
)
_TAG = re.compile(
    r"[\s,]+(?:is|was|are|were|did|does|do|has|have|had|wo|ca|would)n['’]?t\ (?:it|they|he|she|we|you"
    r"|i)\W*\Z"
)


def is_aside(text: str) -> bool:
    """Is it a yes or no to something else than the idea it replies to? A bare one is to the idea."""
    plain = text.replace("’", "'").casefold()
    rest = read_answer(plain)
    if rest.decision is None or rest.reason in ("", plain.strip()):
        return False
    return bool(_ELSE.match(rest.reason)) and not _RULES.search(_TAG.sub("", rest.reason))
