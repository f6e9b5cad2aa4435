"""Notices what is said of an idea or action: an answer, an update, done, a new date, a hand-over, a yes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.domain.answers import is_holding, read_answer
from bot.domain.chat import About
from bot.domain.dates import Said
from bot.domain.things import Decision
from bot.domain.whens import answer_whens, reason_of
from bot.listen.sentence import day
from bot.listen.sentences import Sentence, plainly
from bot.listen.social import chases
from bot.listen.talk import Noticed, Talk

_NUMBERED = re.compile(
    r"\b(?P<thing>idea|action|ap|task|number|no\.?|item)\s*(?:number\s*"
    r"|no\.?\s*)?#?(?P<number>\d{1,6})\b(?!\s*(?:of\b|[/.:]\d|chairs|people|times))|#(?P<hash>\d{1,6})\b"
)

_NO = re.compile(
    r"""\b(?:(?:i'?m\ )?afraid\ not|(?:sorry|afraid|sadly|unfortunately)[\s,]+(?:but\ )?(?:it'?s\ |it\ is[ ]
        |the\ answer\ is\ )?(?:a\ )?no\b
    |(?:answer|decision|verdict)\b[^.?!]{0,40}?\ (?:is|was|has\ to\ be|will\ be)\ (?:a\ )?(?:firm\ |flat\ )?no\b
    |(?:is|was|are|were|be|been)\s?n[o']t\s+(?:going\ to\ be\ |something\ (?:that\ )?we\ can[ ]
        |something\ we'?re\ able\ to\ )?(?:possible|feasible|viable|able|affordable|happening|allowed|permitted
        |approved|agreed|supported|do|fund)
    |(?:isn't|aren't|wasn't|weren't|won't\ be|can't\ be|cannot\ be|not)\ (?:going\ to\ be\ )?(?:possible|feasible
        |viable|able|affordable|happening|allowed|permitted|approved|agreed|supported|done|going\ ahead)
    |(?:we|they|i)(?:'re|\ are|'m|\ am|\ were|\ was)?\ (?:can't|can\ not|cannot|won't|will\ not|couldn't
        |not\ able\ to
        |unable\ to|not\ going\ to|not\ in\ a\ position\ to|won't\ be\ able\ to
            |aren't\ able\ to)\ (?:be\ able\ to[ ]
        |agree\ to\ |go\ ahead\ with\ )?
        (?:do|fund|support|agree|approve|pay|afford|go\ ahead|take\ (?:this|it|that)\ forward|offer|provide|put
            |build
            |allow|justify|make|progress|proceed|commit)
    |(?:turned|knocked)\ (?:\S+\ )?(?:this|it|that|idea\ \d+|down)(?:\ down|\ back)?\b|turned\ down|been\ refused
        |was\ refused|refused\ (?:this|it|permission)|rejected|vetoed|said\ no\b|voted\ against|not\ this\ year
    |(?:it|this|that)\ (?:won't|will\ not|can't|cannot|isn't\ going\ to|is\ not\ going\ to)\ (?:happen|work
        |go\ ahead
        |be\ possible|be\ going\ ahead|get)
    |no\ can\ do|(?:it'?s|it\ is|that'?s|is|be|was)\ (?:a\ )?(?:definite\ |clear\ |flat[ ]
        |firm\ )?no\b(?!\ (?:problem
        |news|way\ of|one|answer|decision|update|doubt))|not\ going\ ahead|has\ been\ (?:declined|turned\ down)
            |(?:we
        |they|board|committee|panel|council)(?:'ve|\ have|\ has)?\ (?:decided\ (?:not\ to|against)|declined))\b""",
    re.VERBOSE,
)
_YES = re.compile(
    r"""(?:\b(?:answer|decision|verdict)\b[^.?!]{0,40}?\ (?:is|was)\ (?:a\ )?yes\b|\b(?:it'?s|it\ is|that'?s|is|be
        |was)\ (?:a\ )?(?:definite\ |clear\ |big\ |firm\ )?yes\b|\b(?:pleased|happy|delighted|glad)\ to\ (?:say|tell
        |report|confirm)[^.?!]{0,30}?\byes\b
    |\b(?:is|are|been|was|it'?s|now|idea\ \d+|this|that)\ (?:now\ |all\ )?(?:been\ )?(?:approved|agreed|signed\ off
        |given\ the\ go\ ?-?ahead|going\ ahead|funded|accepted|green-?lit)\b(?!\ (?:to|at|that|in))
    |\b(?:going\ to|will|we'll|can|to|agreed\ to|decided\ to|happy\ to|able\ to|pleased\ to)\ (?:go\ ahead|proceed
        |do\ (?:it|this|that|idea\ \d+)|fund\ (?:it|this|that)|say\ yes|take\ (?:it|this|that)\ forward)\b(?!\s+if)
    |\b(?:we|they|board|committee|panel|council|boss|manager|landlord|trustees)(?:'ve|\ have|\ has)?\ (?:said\ yes
        |approved|agreed\ (?:to\ )?(?:this|it|that|idea|fund)|voted\ for|signed\ (?:it|this|that)\ off|okayed)
        |\bgot\ the\ (?:go[\ -]?ahead|green\ light|money\ for\ (?:it|this|that))|\bgreen\ light\b)""",
    re.VERBOSE,
)
_PARTLY = re.compile(
    r"""\b(?:partly|partially|in\ part|(?:some|part|half|bits?)\ of\ (?:it|this|that|idea|the\ idea)|yes\ and\ no
        |yes\ to\ [^.?!]{2,60}?\bno\ to|(?:do|fund|offer|manage|have)\ (?:some|part|half|one|a\ (?:trial|pilot
        |smaller))\b
    |[^.?!]{2,60}?\bbut\ (?:we\ (?:can'?t|cannot|won'?t)|not\ (?:the|all|every|on|at|for|both))|trial\ (?:run|period
        |basis)|instead\ we\ (?:can|will)|a\ (?:smaller|shorter)\ version)\b""",
    re.VERBOSE,
)
_SOME = re.compile(
    r"\b(?:can|could|will|'ll|able to|going to) (?:only )?(?:do|fund|offer|manage|agree to) (?:part|some|half"
    r"|bits?)\b"
)
# What somebody who answers says they did or are doing, in reply to the idea itself.
_DOING = re.compile(
    r"""\b(?:i'?ve|i\ have|we'?ve|we\ have|has|have\ now|they'?ve)\ (?:now\ |just\ |also[ ]
        |already\ ){0,3}(?:been\ )?(?!seen|heard\ of|always|never|known|lived|got\ no|no\b)\w+(?:ed|en|ung|ent|oken
            |ought
        |ut|et)\b
    |\b(?:i'm|im|i\ am|we're|we\ are|they're|they\ are|is|are)\ (?:now\ |still\ |also\ |currently\ ){0,3}(?!going
        |loving
        |feeling|laughing|being|missing|joking|kidding|coming)\w+ing\b|\bi'm\ (?:on|part|half\s?way)\ (?:with
        |through)\b""",
    re.VERBOSE,
)
# A yes or a no to something else than the idea: "yes, I know that bus stop".
_CHAT = re.compile(
    r"\W*(?:yes|yeah|yep|no|nope|ok)?[\s,.!]*(?:i|you|he|she|my|it was|that was|did|do|is|was|what|which|who|where"
    r"|we (?:all )?(?:know|talked|spoke|said|met|did|went))\b(?!'?m (?:afraid|pleased|happy|sorry|delighted)"
    r"| am (?:afraid|pleased|happy|sorry|delighted)| can (?:confirm|do)|'ve (?:got|had|been)| have (?:got|had)"
    r"| (?:approve|agree to))"
)
_UPDATE = re.compile(
    r"""\b(?:(?:still\ |just\ |now\ |currently\ |am\ |are\ |'re\ |'m\ ){0,3}(?:waiting|awaiting|chasing|working\ on
        |looking\ at|talking\ to|speaking\ to|trying\ to|getting\ (?:quotes|prices|there)|in\ (?:progress|hand
        |discussion|talks)|under\ way|underway|on\ order|half\s?way|discussing|considering|exploring|investigating
        |seeking)
    |(?:i've|ive|i\ have|we've|we\ have|i|we|has|have|been|they'?ve)\ (?:just\ |now\ |also\ |already[ ]
        |been\ ){0,3}(?:passed|asked|emailed|e-mailed|rung|rang|chased|written|wrote|spoken|spoke|contacted|started
            |begun
        |raised|requested|ordered|applied|heard\ back|had\ a\ (?:reply|word|quote|chat|meeting)|got\ (?:a\ quote
        |quotes|as\ far|one|two|three|the\ (?:first|forms?|prices?))|met|put\ (?:it|this|that)|sent\ (?:it|this
            |that)
        |taken\ (?:it|this|that)|drafted|left\ a\ message|found\ out|booked|done\ (?:half|most|some|about|the\ first
        |two|three)|escalated|forwarded|submitted)
    |(?:a\ bit|some|bit|quick|small|wee|little|good|bad|no)\ (?:of\ )?(?:news|update|progress)\ (?:on|about|re|for
        |from|yet|so)|update\ on|(?:half|most|some|part|a\ third|two\ thirds|nearly\ all
            |about\ half)\ (?:of\ )?(?:it
        |this|that|them|the\ [\w\ ]{2,30}?)(?:\ is|'s|\ are)?\ (?:written|done|finished|typed|painted|in|sorted
            |ready
        |sent|complete|left|built|over)
    |so\ far|(?:it'?s|it\ is|is|this\ is|goes|going)\ (?:on|to|with|at)\ (?:the|our|my|their)\ (?:agenda|list
        |planning
        |legal|finance|next|committee|board|council|desk|radar|printers?)|due\ to\ (?:hear|meet|arrive|go\ to)
        |(?:nearly|almost|getting|half)\ (?:there|done|finished)|making\ progress|coming\ along|first\ draft
        |not\ (?:forgotten|yet\ done|started\ yet)|will\ know\ more|should\ (?:hear|know|have\ (?:a|an
            |the)\ (?:answer
        |quote|price|reply|date))|goes\ to\ (?:the\ )?(?:board|committee|panel|cabinet)|(?:\A|\n)\W*(?:an?[ ]
            |quick[ ]
        |small\ |just\ (?:to|an?)\ ){0,3}(?:update|progress)\b|(?:now|currently|it's|is|sat|sitting)\ with\ (?:the
            |our
        |legal|finance|planning|planners|hr|highways|procurement|estates|my)\b|(?:has|have|'s|'ve)\ gone\ (?:in|off
        |to)\b|came\ back\ (?:asking|with|to)|(?:visit|meeting|survey|site\ visit|appointment|call)\ (?:is[ ]
        |has\ been\ )?(?:booked|arranged|set|planned|fixed)|(?:meeting|seeing|ringing|visiting)\ (?:them|him|her
        |the\ \w+)\ (?:on|next|this|tomorrow)|draft\ (?:is|attached|done|ready)|(?:one|two|three|four|five|six
        |\d+)\ (?:of|out\ of)\ (?:the\ )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve)
            |to\ be\ discussed
        |will\ be\ (?:discussed|looked\ at|considered)|has\ been\ (?:raised|passed|sent|ordered|booked|referred)
        |no\ (?:news|decision|answer|update|reply)\ yet|only\ the\ \S+\ (?:left|to\ do))\b""",
    re.VERBOSE,
)
_DONE = re.compile(
    r"""(?:\b(?:(?:i've|ive|i\ have|we've|we\ have|have|has\ been|have\ been|is|are|'s|that's|it's|its|thats|all
        |been
        |now|i|job|was|got|it|this|that|\d+|consider\ it|pleased\ to\ say)\ (?:now\ |all\ |just\ |also\ |already[ ]
        |finally\ |both\ |been\ |fully\ |got\ (?:it|this|that)\ )*|\A\W*(?:all\ |now\ |finally\ |just\ |yes,?[ ]
        |yep,?\ |and\ |ok,?\ )*)
        (?:done|dun|finished|completed?|sorted|did|ticked\ off|wrapped\ up)\b
    |\b(?:tick|ticked|cross|crossed|strike|mark|marked|close|closed)\ (?:off\ )?(?:it|this|that|this\ one|that\ one
        |action\ \d+|number\ \d+)(?:\ (?:off|as\ (?:done|complete|finished)|down|out))?\b|[✅☑✔])""",
    re.VERBOSE,
)
_NOT_DONE = re.compile(
    r"""n't\b|\bnot\b|\bnever\b|\b(?:when|until|till|once|if|will|be|get|to\ be|should|half|nearly|almost|part
        |partly
        |most|some|haven|hasn|isn|yet|hope|hoping|want|who|has\ anyone|could|would|must)\b[^.]{0,80}?\b(?:done
            |finished
        |complete|completed|sorted)\b
    |\b(?:done|finished|completed?|sorted)\s+(?:by|before|until|when|if|soon|next|the\ (?:first|easy)|half|most|some
        |about\ half|in\ time|with\ (?:you|him|her|them|talking))\b|\?|\bthe\ rest\b""",
    re.VERBOSE,
)
_MOVED = re.compile(
    r"""\b(?:can|could|may|might)\ (?:i|we)\ (?:please\ )?(?:have|get|take|make\ it|do\ it|move|push)\b
        |\b(?:going\ to
        |gonna|will|'ll|might|may)\ (?:now\ )?(?:have\ to\ |need\ to\ )?be\b|\b(?:have|need)\ (?:to\ be|until|till
        |more|another|longer)|\bnew\ (?:date|deadline|finish)\b
    |\brunning\ (?:late|behind)|\b(?:push|pushed|pushing|move|moved|moving|put|putting|shift|shifted|slip|slipped
        |slipping|delay|delayed|postpone|postponed|extend|reschedule|rescheduled)\b|\b(?:more|extra|longer)\ time
        |\bextension\b|\b(?:not|n't|cannot)\ (?:be\ )?(?:make|get|manage|finish|ready|done|able|possible|have|do|hit
        |happen|meet)\b|\bnow\ (?:be|by|for|on|going)\b|\bmake\ (?:it|that)\b|\binstead\b|\btil+\b|\bbehind\b
        |\bwon't\b""",
    re.VERBOSE,
)
_HANDOVER = re.compile(
    r"""\b(?:can|could|would|will|is|does|might|any\ chance)\ (?:some|any)\s?(?:one
        |body)\b(?:\ else)?[^.?!]{0,50}?\b(?:take|do|have|pick|help|finish|step|willing|swap|cover|want)|\b(?:some
        |any)\s?(?:one|body)\ else\b[^.?!]{0,30}?\b(?:take|do|have|pick|finish|needs?|will|should|to)\b
    |\b(?:give|giving|given)\ (?:up\ (?:on\ )?(?:action|this|it|that|my)|(?:action\ \d+|this|it|that
        |this\ one)\ (?:up
        |to\ (?:some|any))) |\b(?:hand|handing|pass|passing)\ (?:action\ \d+|this|it|that|this\ one
        |that\ one)?\ ?(?:over|on\ to\ (?:some|any)\w+)|\bneed\ to\ (?:drop|hand|pass|step)
    |\b(?:can't|cannot|can\ not|cant|not\ able\ to|unable\ to|won't\ be\ able\ to)\ (?:do|manage|carry\ on|take|keep
        |finish)\b[^.?!]{0,40}?\b(?:any\ ?more|any\ longer|after\ all|on\ my\ own|now)|\btoo\ much\ for\ me
        |\btake\ over\b|\bstep(?:ping)?\ (?:back|down|away)\ from|\btake\ my\ name\ off|\bneed\ (?:some|any)(?:one
        |body)\ (?:else\ )?to\ (?:take|do)|\b(?:needs?|want|find|looking\ for|require)\ (?:a\ new|another
            |a\ different
        |an?|someone|somebody)\ (?:owner|person|volunteer|home|lead|pair\ of\ hands|else)\b|\bswap\ with\ me""",
    re.VERBOSE,
)

_TAKES = re.compile(
    r"\b(?:i'll|ill|i'l|i will|i can|i could|happy to|glad to|let me|i'd like to|i want to|i volunteer to"
    r"|put me down for|count me in for) ?(?:gladly |happily )?(?:take|do|have|sort|pick up|own|be|for)? ?(?:on "
    r"|up )?(?:action|number|no\.?) ?#?\d+"
)


def about(talk: Talk, plain: str) -> About | None:
    """Give the idea or action that is spoken of by its number, or that the message replies to."""
    found = list(_NUMBERED.finditer(plain))
    if not found:
        return talk.about
    thing = next((m["thing"] for m in found if m["thing"] in ("idea", "action", "ap", "task")), None)
    number = int(found[0]["number"] or found[0]["hash"])
    if thing is None and talk.about and talk.about.number == number:
        return talk.about
    if thing is None and found[0]["thing"] not in ("number", None):
        return None
    spoken = "action" if thing in ("action", "ap", "task") else "idea"
    return About(spoken, number) if len({m["number"] or m["hash"] for m in found}) == 1 else None


def replies(talk: Talk, said: Sequence[Sentence], text: str) -> Iterator[tuple[Noticed, set[int]]]:
    """Give what is said of ideas and actions, and the places of the sentences that it took.

    A reply is about its thing as a whole; else a sentence with a number is, with what follows it up to another thought.
    """
    if chases(talk, said):
        return
    if talk.about and about(talk, plainly(text)) == talk.about:
        if found := _of(talk, talk.about, text.strip()):
            yield found, set(range(len(said)))
        return
    bare = replace(talk, about=None)
    for at, sentence in enumerate(said):
        on = about(bare, sentence.plain)
        if on is None:
            continue
        both = [(more, _of(talk, on, _words(said[at : at + 1 + more]))) for more in (0, 1)]
        told = [(more, one) for more, one in both if one]
        # An answer says more than an update: "Good news about idea 12! We can do it."
        for more, one in sorted(told, key=lambda pair: (pair[1].kind == "update", pair[0]))[:1]:
            yield one, set(range(at, at + 1 + more))


def _words(said: Sequence[Sentence]) -> str:
    return " ".join(f"{one.text}{one.mark[:1]}" for one in said).strip()


def _of(talk: Talk, on: About, text: str) -> Noticed | None:
    plain = plainly(text)
    return _of_idea(talk, on, text, plain) if on.thing == "idea" else _of_action(talk, on, text, plain)


def _of_idea(talk: Talk, on: About, text: str, plain: str) -> Noticed | None:
    if talk.role is None:
        return None
    words = _bare(plain, on)
    explicit = talk.about == on
    decision = None if plain.endswith("?") else _decision(words)
    if decision:
        reason = read_answer(_bare(text, on)).reason or reason_of(text)
        command = f"/answer {on.number} {_spoken(decision, words, text.strip())}"
        return Noticed("answer", 0.9, text, command, explicit, number=on.number, decision=decision, reason=reason)
    if not plain.endswith("?") and (
        is_holding(words) or _UPDATE.search(words) or (explicit and _DOING.search(words) and not _CHAT.match(words))
    ):
        return Noticed("update", 0.8, text, f"/answer {on.number} {text.strip()}", explicit=False, number=on.number)
    return None


def _decision(words: str) -> Decision | None:
    if is_holding(words):
        return None
    read = read_answer(words).decision
    if _SOME.search(words) or (
        _PARTLY.search(words) and (read or _NO.search(words) or _YES.search(words) or _PARTLY.match(words))
    ):
        return "partly"
    if read and not _CHAT.match(words):
        return read
    if _NO.search(words):
        return "no"
    return "yes" if _YES.search(words) and "if " not in words else None


def _spoken(decision: Decision, words: str, text: str) -> str:
    """The words, so that they are read back as this decision."""
    if read_answer(_bare(text, None)).decision == decision:
        return _bare(text, None)
    del words
    return f"{decision}, {text}"


def _bare(text: str, on: About | None) -> str:
    """Leave out "On number 8," and "Idea 5:" at the start."""
    del on
    bare = re.sub(
        r"\A\W*(?:(?:hi|hello|ok|so|right|all|re|on|about|regarding|as for|for|with|update on|the answer (?:to|on"
        r"|for))[\s,:]+)*"
        r"(?:idea|action|number|no\.|item)?\s*(?:number\s*)?#?\d{1,6}\s*(?:[:,–—.-]+\s*|(?:is|was"
        r"|has been)\s+(?:a\s+)?(?=(?:yes|no|partly)\b)|(?=approved|agreed|yes|no\b|is|has|will|can|partly))",
        "",
        text,
        flags=re.IGNORECASE,
    )
    return bare.strip() or text


def _of_action(talk: Talk, on: About, text: str, plain: str) -> Noticed | None:
    number, own = on.number, text.strip()
    if re.search(r"\bwho(?:'s)?\b[^.]*\?", plain):
        return None
    if _HANDOVER.search(plain):
        return Noticed("handover", 0.8, text, f"/handover {number}", explicit=False, number=number)
    if _TAKES.search(plain) and "?" not in plain:
        return Noticed("agreement", 0.85, text, f"/agree {number}", explicit=False, number=number)
    if _DONE.search(plain) and not _NOT_DONE.search(plain):
        return Noticed("done", 0.85, text, f"/done {number}", explicit=False, number=number)
    whens = answer_whens(_bare(text, on), talk.today, working=talk.working)
    if whens.finish and _MOVED.search(plain):
        why = reason_of(whens.rest)
        when = day(whens.finish.day) if isinstance(whens.finish, Said) else whens.phrase
        command = f"/move {number} to {when}" + (f" because {why}" if why else "")
        return Noticed("moved", 0.85, text, command, explicit=False, finish=whens.finish, number=number, reason=why)
    if _UPDATE.search(plain) and "?" not in plain:
        return Noticed("update", 0.75, text, f"/stuck {number} said: {own}", explicit=False, number=number)
    return None
