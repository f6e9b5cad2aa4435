"""Reads a ruling wherever it stands: "the board turned it down", "going ahead", "yes to signs, no to lights"."""

import re

from bot.domain.things import Decision

_BODY = r"(?:it|this|that|this\ one|that\ one|this\ idea|answer|decision|verdict|outcome|upshot|\d+)"
_BETWEEN = r"(?:hard|definite|clear|flat|firm|big|resounding|sad)"
_NO = re.compile(
    rf"""\b(?:(?:i'?m\ )?afraid\ not|(?:sorry|afraid|sadly|unfortunately|regrettably)[\s,]+(?:but\ )?(?:it'?s[ ]
        |it\ is[ ]
        |the\ answer\ is\ )?(?:a\ )?(?:no|not)\b
    |(?:answer|decision|verdict|outcome)\b[^.?!]{{0,40}}?\ (?:is|was|has\ to\ be|will\ be)\ (?:a\ )?(?:firm[ ]
        |flat\ )?no\b
    |(?:is|was|are|were|be|been)\s?n[o']t\s+(?:going\ to\ be\ |something\ (?:that\ )?we\ can[ ]
        |something\ we'?re\ able\ to\ )?(?:possible|feasible|viable|able|affordable|happening|allowed|permitted
        |approved|agreed|supported|do|fund)
    |not\ something\ (?:that\ )?(?:we|i|they|the\ \w+)(?:'re|\ are|\ is)?\ (?:can|could|will|would|able)
    |(?:isn't|aren't|wasn't|weren't|won't\ be|can't\ be|cannot\ be|not)\ (?:going\ to\ be\ )?(?:possible|feasible
        |viable|able|affordable|happening|allowed|permitted|approved|agreed|supported|done|going\ ahead)
    |(?:we|they|i)(?:'re|\ are|'m|\ am|\ were|\ was)?\ (?:can't|can\ not|cannot|won't|will\ not|couldn't
        |not\ able\ to
        |unable\ to|not\ going\ to|not\ in\ a\ position\ to|won't\ be\ able\ to
            |aren't\ able\ to)\ (?:be\ able\ to[ ]
        |agree\ to\ |go\ ahead\ with\ )?
        (?:do|fund|support|agree|approve|pay|afford|go\ ahead|tak(?:e|ing)\ (?:this|it|that)\ forward|offer|provide|put
            |build|be\ (?:doing|taking|funding|going|able)
            |allow|justify|make\ (?:this|it|that)\ (?:happen|work)|progress|proceed|commit)
    |(?:says?|said|tell\ us|told\ us|confirmed)\ (?:that\ )?(?:we|they|it|you)\ (?:can't|can\ not|cannot|couldn't|won't
        |wouldn't)
    |(?:did|do|does|will|would|wo|were|was|is|are|has|have)(?:n't|\ not)\ (?:be\ |been\ )?(?:support|back|approve
        |accept|sign
        |allow|permit|budge|in\ favour|prepared\ to|willing\ to|agree\ to|let\ us|wear\ it|have\ it|go\ for)\w*
    |(?:turned|knocked)\ (?:\S+\ )?(?:this|it|that|idea\ \d+|down)(?:\ down|\ back)?\b|turned\ down|knocked\ back
    |(?:been|was|were|got|has
        |have|'ve|'s)\ (?:refused|declined|objected|blocked|ruled\ out|thrown\ out)
        |was\ refused|refused\ (?:this|it|permission)|rejected|vetoed|sa(?:id|ys?)\ (?:a\ )?no\b(?!\ (?:more|news|one))
        |voted\ against|not\ this\ (?:year|time)|no[\ -]go\b|non-?starter|ruled\ (?:it|this|that)\ out|off\ the\ table
    |(?:\b(?:it|this|that)|\A\W*)\ ?(?:won't|will\ not|can't|cannot|(?:isn't|is\ not|'s\ not|ain't|not)\ (?:going\ to
        |gonna))\ (?:happen|work
        |go\ ahead
        |be\ possible|be\ going\ ahead|get)
    |(?:have|has|had|got|going|need)\ to\ (?:say|be)\ (?:a\ )?no\b|say(?:ing)?\ no\ to|no\ can\ do|(?:{_BODY}(?:'?s
        |\ is|\ was|\ has\ to\ be))\ (?:a\ )?
        (?:{_BETWEEN}\ )?no\b(?=\W*\Z|\W*[,.;:!–-]|\ (?:because|cos|as|from|for|at|on|i'm|sorry|to))
            |not\ (?:be\ )?(?:going\ ahead|taking\ (?:this|it|that)\ (?:on|forward|any\ further))
            |has\ been\ (?:declined|turned\ down)
            |(?:we
        |they|board|committee|panel|council|trustees|head|manager|landlord)(?:'ve|\ have|\ has)?\ (?:decided\ (?:not\ to
        |against)|declined)
    |(?:no|not\ (?:the|any|enough)|\w+n't\ (?:got\ |have\ |be\ )?(?:the|any|enough))\ (?:\w+\ )?(?:money|budget|funding
        |funds|cash|staff|capacity|room|space)\b(?!\ (?:yet|decision|figure|code|meeting|until)))
        (?:\b|(?<=\w))
    |\bbeyond\ (?:our|the|what\ we)\b|\b(?:not\ workable|unworkable|unaffordable|impossible)\b|\b(?:it|this
        |that)\ (?:just\ |simply\ )(?:won't|can't)[ ]
        (?:work|happen|be\ done)
    |\A\W*(?:sorry\W+)?(?:declined|refused|rejected|turned\ down|knocked\ back|blocked)\b
    |\A\W*(?:(?:it'?s|is|just|sorry|simply|way|far)\W+)*too\ (?:expensive|dear|costly|much|big|small|narrow|risky
        |dangerous|complicated|pricey)\b""",
    re.VERBOSE,
)
_DOES = (
    r"(?:put(?:ting)?|build(?:ing)?|install(?:ing)?|buy(?:ing)?|order(?:ing)?|fund(?:ing)?|fit(?:ting)?|paint(?:ing)?"
    r"|introduc(?:e|ing)|launch(?:ing)?|provid(?:e|ing)|pay(?:ing)?\ for|replac(?:e|ing)|open(?:ing)?)"
)
_YES = re.compile(
    rf"""(?:\b(?:answer|decision|verdict|outcome)\b[^.?!]{{0,40}}?\ (?:is|was)\ (?:a\ )?yes\b|\b(?:{_BODY}(?:'?s|\ is
        |\ was))\ (?:a\ )?(?:{_BETWEEN}\ )?yes\b|\b(?:we
        |they)(?:'re|\ are)\ (?:now\ )?(?:doing|going\ to\ do)\ (?:it|this|that)\b|\b(?:got|have|'ve|found
        |secured)\ (?:now\ )?(?:got\ )?the\ (?:funding|money|budget|cash)\b(?!\ (?:bid|application|form|request
        |meeting|decision|team|panel))|\b(?:got|have|'ve|found
        |secured)\ (?:now\ )?(?:got\ )?funding\b
    |\b(?:money|funding|budget|cash)(?:'s|\ is|\ has)\ (?:now\ )?(?:been\ )?(?:found|there|agreed|approved|secured
        |in\ place)\b
    |\b(?:pleased|happy|delighted|glad)\ to\ (?:say|tell
        |report|confirm)[^.?!]{{0,30}}?\byes\b
    |\b(?:is|are|been|was|it'?s|now|idea\ \d+|this|that)\ (?:now\ |all\ )?(?:been\ )?(?:approved|agreed|signed\ off
        |given\ the\ go\ ?-?ahead|funded|accepted|green-?lit)\b(?!\ (?:to|at|that|in))
    |\b(?:is|are|it'?s|this|that|be|we're)\ (?:now\ |all\ |definitely\ )?(?:going\ ahead|happening)\b
    |\A\W*(?:all\ |been\ )?(?:approved|agreed|accepted|signed\ off|going\ ahead|funded|passed|confirmed)\b(?!\ (?:to
        |that
        |in|with)\b)
    |\A\W*(?:(?:ok(?:ay)?|sure|right|great|aye|good)[\s,]+)*(?:let'?s\ (?:do\ (?:it|this|that)|go\ (?:for\ it|ahead))
        |go\ (?:ahead|for\ it)|fine\ by\ (?:me|us)
        |granted|no\ objections?)\b(?!\ (?:and\ )?(?:ask|look|speak))
    |\b(?:able\ to|can(?:\ now)?)\ (?:offer|provide|fund)\ (?:it|this|that)\b|\bcan\ now\ do\ (?:it|this|that)\b
    |\b(?:this|it|that|pilot|scheme|work)\ (?:starts|begins|opens|launches)\ (?:in|on|from|at)\b
    |\A\W*(?:done\W+)?(?:starting|starts|in\ place|live|available)\ (?:in|on|from)\b
    |\b(?:have|has|'ve)\ (?:now\ |all\ )?agreed\b(?!\ (?:in|on\ a\ date|to\ (?:look|meet|consider|discuss|talk|think
        |come|speak)))
    |\A\W*(?:an?\ )?{_BETWEEN}\ yes\b|\A\W*(?:that'?s|thats)\ an?\ yes\b
    |\A\W*(?:we\ |i\ )?can\ do(?:\ (?:it|this|that))?(?:\W*\Z|\W*[,.!;–-])|\A\W*consider\ it\ done\b
    |\b(?:going\ to|will|we'll|can|to|agreed\ to|decided\ to|happy\ to|able\ to|pleased\ to)\ (?:go\ ahead|proceed
        |be\ going\ ahead
        |do\ (?:it|this|that|idea\ \d+)|fund\ (?:it|this|that)|say\ yes|take\ (?:it|this|that)\ forward|agree\ to\ (?:it
            |this|that))\b(?!\s+if)
    |\b(?:we|they|the\ \w+|council|highways)(?:'ll|\ will|'re\ going\ to|\ are\ going\ to|\ is\ going\ to)\ (?:now[ ]
        |also[ ]
        )?be\ (?:doing|running|starting|{_DOES})\b
    |\b(?:we|they|council|highways)(?:'ll|\ will|'re\ going\ to|\ are\ going\ to|'re|\ are)\ (?:now\ |also\ )?{_DOES}[ ]
        (?:it\ in|them\ in|one|some|two|three|more|an?|the)\b(?![^.!?]{{0,40}}\b(?:agenda|list|question|case|bid|meeting
        |committee|board|paper|report)\b)
    |\b(?:this|that|it)(?:'ll|\ will)\ (?:now\ |definitely\ )?(?:happen|be\ (?:done|built|installed|put\ in
        |in\ place))\b
    |\b(?:we|they|board|committee|panel|council|boss|manager|landlord|trustees|heads?|governors|cabinet|planners|legal
        |finance|trust|school)(?:'ve|\ have|\ has|\ all)*\ (?:said\ (?:a\ )?yes
        |say\ yes|says\ yes|approved|backed|agreed\ (?:to\ )?(?:this|it|that|idea|fund)|voted\ for|passed\ (?:it|this)
        |signed\ (?:it|this|that)\ off|signed\ off|okayed)
        |\bgot\ the\ (?:go[\ -]?ahead|green\ light|money\ for\ (?:it|this|that))|\bgreen\ light\b)""",
    re.VERBOSE,
)
# One part is in and another is out, however it begins.
_BOTH_WAYS = re.compile(
    r"""\b(?:yes\ and\ no|yes\ to\ [^?!]{2,80}?\bno\ to|no\ to\ [^?!]{2,80}?\byes\ to
    |(?:is|are|\w)\ (?:an?\ )?yes\b[^?]{2,80}?\ (?:(?:is|are)\ (?:an?\ )?)?no\b(?=\W*\Z|\W*[,.;:!–-]|\ (?:because|cos
        |as))
    |(?:yes|agreed|approved)\b[^.?!]{0,60}?(?:,|\bbut)\ (?:only\ (?!if|when|once)|not\ (?:for|at|on|the|in|as|before
        |all)\b
        |just\ (?:the|for|on)|apart\ from|except)
    |(?:yes|agreed|approved),?\ (?:apart\ from|except|with\ (?:one|a|two|some)\ (?:\w+\ )?(?:change|tweak
        |condition)s?))""",
    re.VERBOSE,
)
_PARTLY = re.compile(
    r"""\b(?:partly|partially|in\ part|(?:some|part|half|bits?)\ of\ (?:it|this|that|idea|the\ idea)|half\ and\ half
        |(?:do|fund|offer|manage|have)\ (?:some|part|half|one|an?\ (?:trial|pilot
        |smaller|shorter|cheaper|simpler))\b
    |[^.?!]{2,60}?\bbut\ (?:we\ (?:can'?t|cannot|won'?t)|not\ (?!sure|yet|now|this|a\b)\w+)|trial\ (?:run|period
        |basis)|instead\ we\ (?:can|will)|an?\ (?:smaller|shorter|cheaper|simpler)\ (?:version|one)
    |(?:going\ to|will|'ll|can)\ (?:trial|pilot)\b
    |(?:one|two|three|four|five|\d|some|most|half)\ of\ (?:the|our)\ (?:\w+\ )?(?:\d|two|three|four|five|six
        |\w+s)\b)\b""",
    re.VERBOSE,
)
_SOME = re.compile(
    r"\b(?:can|could|will|'ll|able to|going to) (?:only )?(?:do|fund|offer|manage|agree to) (?:part|some|half"
    r"|bits?)\b"
)
_DENIED = re.compile(
    r"(?:\b(?:not|never|no|nobody|nothing|neither|unable|cannot|hardly|before|until|if)"
    r"|n't)\b[^.;,!?]*\Z"
)


def both_ways(plain: str) -> bool:
    """Do the words let one part in and leave another out: "yes, but not on Sundays"?"""
    return _BOTH_WAYS.search(plain) is not None


_NEAR = 80
# What was ruled once, and is asked again now.
_BEFORE = re.compile(
    r"\b(?:last (?:time|one|year|manager|board)|the last|previous\w*|(?:19|20)\d\d|years? ago)\b.{0,120}"
    r"\b(?:but|again|ask\w*|changed)\b|\bto the (?:last|other) one\b"
)


def ruling(plain: str, opened: Decision | None = None) -> Decision | None:
    """The ruling in some words in small letters; `opened`: how they begin, if that is a yes or a no."""
    if not opened and _BEFORE.search(plain):
        return None
    if both_ways(plain) or _SOME.search(plain):
        return "partly"
    refused = _NO.search(plain) is not None
    granted = any(
        not _DENIED.search(plain, max(0, match.start() - _NEAR), match.start()) for match in _YES.finditer(plain)
    )
    if _PARTLY.search(plain) and (opened or refused or granted or _PARTLY.match(plain)):
        return "partly"
    if opened:
        return opened
    if refused:
        return "no"
    return "yes" if granted and "if " not in plain else None
