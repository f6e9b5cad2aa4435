"""Notices how an action goes: done, a new date, somebody else to do it, a yes to it, or an update."""

import re

from bot.domain.chat import About
from bot.domain.dates import Said
from bot.domain.owners import Named, names_of
from bot.domain.whens import answer_whens, reason_of, says_a_day
from bot.listen.numbered import unnumbered
from bot.listen.sentence import day, known
from bot.listen.sentences import plainly
from bot.listen.talk import Noticed, Talk

_UPDATE = re.compile(
    r"""\b(?:(?:just|only|still)\ (?:need|waiting|got\ to|have\ to|to\ \w+)\b|(?:still\ |just\ |now\ |currently\ |am[ ]
        |are\ |'re\ |'m\ ){0,3}(?:waiting|awaiting|chasing|working\ on
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
        |(?:nearly|almost|getting|half)\ (?:there|done|finished)|making\ progress|coming\ along|first\ draft|(?:hope
        |hoping|expect(?:ing)?|should|due)\ to\ (?:have|hear|know|get)\b
        |have(?:n't|\ not)\ (?:answered|replied|decided|heard)|wants?\ (?:more|some)\ (?:information|details?|info)
        |(?:will|they'll)\ decide|(?:will|'ll)\ be\ (?:asking|looking|raising|discussing)|been\ found\ yet
        |happy\ to\ (?:raise|take|support)\ (?:it|this|that)
        |made\ a\ start|started\ (?:it|this|on)|hit\ a\ (?:snag|problem|wall)|(?:can't|cannot|couldn't)\ get\ (?:hold
        |through|an\ answer|an\ appointment)
        |(?:is|'s)\ (?:finding\ out|getting\ back)
        |(?:am|i'm
        |bit|got)\ stuck|held\ up|(?:is|'s)\ going\ to\ (?:the\ )?(?:board|committee|panel|cabinet|council|trustees)
        |(?:not|haven't)\ (?:forgotten|yet\ done|started\ yet)|will\ know\ more|should\ (?:hear|know|have\ (?:a|an
            |the)\ (?:answer
        |quote|price|reply|date))|goes\ to\ (?:the\ )?(?:board|committee|panel|cabinet)|(?:\A|\n)\W*(?:an?[ ]
            |quick[ ]
        |small\ |just\ (?:to|an?)\ ){0,3}(?:update|progress)\b|(?:now|currently|still|it's|is|sat|sitting)\ with\ (?:the
            |our
        |legal|finance|planning|planners|hr|highways|procurement|estates|my)\b|(?:has|have|'s|'ve)\ gone\ (?:in|off
        |to)\b|came\ back\ (?:asking|with|to)|(?:visit|meeting|survey|site\ visit|appointment|call)\ (?:is[ ]
        |has\ been\ )?(?:booked|arranged|set|planned|fixed)|(?:meeting|seeing|ringing|visiting)\ (?:them|him|her
        |the\ \w+)\ (?:on|next|this|tomorrow)|draft\ (?:is|attached|done|ready)|(?:one|two|three|four|five|six
        |\d+)\ (?:of|out\ of)\ (?:the\ )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve)
            |to\ be\ discussed
        |will\ be\ (?:discussed|looked\ at|considered)|has\ been\ (?:raised|passed|sent|ordered|booked|referred)
        |(?:no|nothing)\ (?:news|decision|answer|updates?|reply|to\ report|new|back)\ (?:yet|so\ far|from)|(?:is|are
        |being)\ (?:being\ )?(?:worked\ out|costed|priced|looked\ (?:at|into))|a\ meeting\ (?:about|on)\ (?:this|it)
        |only\ the\ \S+\ (?:left|to\ do))\b""",
    re.VERBOSE,
)
# Of an action also: what others said about it, and what stands in its way.
_TOLD = re.compile(
    r"""\b(?:\w+\ (?:says?|wants?|needs?|replied|came\ back|rang\ back|emailed\ back)\b|there'?s\ an?\ (?:ticket|delay
        |problem|waiting\ list
        |backlog)|on\ with\ it|doing\ it\ now|just\ the\ (?:last\ |\w+\ )?\w+\ (?:left\ )?to\ (?:do|go)
        |had\ a\ (?:call|meeting|chat)
        |stuck|need\ an?\ \w+\ (?:for|to)\ |(?:more|extra|another)\ (?:time|week|fortnight|month|day))\b""",
    re.VERBOSE,
)
# What somebody says they did or are doing, in reply to the idea or action itself.
DOING = re.compile(
    r"""\A\W*(?:just\ |have\ |already\ )?(?:rang|rung|emailed|asked|sent|wrote|written|spoke|spoken|chased|left|met
        |booked|ordered|posted
        |phoned|called|visited|tried|heard|collected|drafted|contacted)\ (?=\S)
    |\b(?:i'?ve|i\ have|we'?ve|we\ have|has|have\ now|they'?ve)\ (?:now\ |just\ |also[ ]
        |already\ ){0,3}(?:been\ )?(?!seen|heard\ of|always|never|known|lived|got\ no|no\b)\w+(?:ed|en|ung|ent|oken
            |ought
        |ut|et)\b
    |\b(?:i'm|im|i\ am|we're|we\ are|they're|they\ are|is|are)\ (?:now\ |still\ |also\ |currently\ ){0,3}(?!going
        |loving
        |feeling|laughing|being|missing|joking|kidding|coming)\w+ing\b|\bi'm\ (?:on|part|half\s?way)\ (?:with
        |through)\b""",
    re.VERBOSE,
)
_DONE = re.compile(
    r"""(?:\b(?:(?:i've|ive|i\ have|we've|we\ have|have|has\ been|have\ been|is|are|'s|that's(?:\ me)?|it's|its
        |thats(?:\ me)?|all
        |been
        |now|i|job|was|got|it|this|that|\d+|consider\ it|pleased\ to\ say)\ (?:now\ |all\ |just\ |also\ |already[ ]
        |finally\ |both\ |been\ |fully\ |got\ (?:it|this|that)\ )*|\A\W*(?:all\ |now\ |finally\ |just\ |yes,?[ ]
        |yep,?\ |and\ |ok,?\ )*)
        (?:done|dun|finished|completed?|sorted|did|ticked\ off|wrapped\ up)\b
    |\A\W*(?:(?:that'?s|it'?s|all|both|they'?re|now|is|are|has|have|been|this|yep|yes|just|finally|they|letter
        |posters?|link|form|me|got|them|it)[ ]
        (?:now\ |all\ |been\ |it\ |both\ |finally\ |them\ )*){0,4}(?:fixed|mended|live|posted|submitted|paid
        |booked\ in|delivered|handed\ in|handed\ over
        |sent\ off|uploaded|published|printed\ off|up\ and\ running|complete|up|away|in\ the\ (?:post|bank))(?=\W*\Z
        |\ (?:and|now|this|last|yesterday
        |today|on|at|x+|to\ everyone|it|them|that)\b|[.,!;])
    |\A\W*(?:all\ |just\ |now\ )?(?:sent|paid|booked|ordered|emailed|printed|handed\ (?:it|them)\ in|dropped\ (?:it
        |them)\ off)(?:\ (?:now|x+|yesterday|today))?\W*\Z
    |\b(?:that'?s|they'?re|it'?s)\ (?:all\ )?(?:booked|ordered|in\ the\ bank|gone\ out\ to\ everyone)\b
        |\bcheque'?s\ in\ the\ bank
    |\bjob'?s?\ (?:is\ )?(?:a\ )?(?:good|jobbed|done)|\bmission\ accomplished|\b(?:is|are|'s
        |'re)\ (?:all\ )?(?:now\ )?(?:fixed|live|up\ and\ running|working\ (?:now|again))\b
    |\b(?:have|i've|we've|been|got\ (?:it|them))\ (?:now\ |just\ |all\ )*(?:fixed|mended|delivered|handed)\ ?(?:it
        |them|in|over|that)?\b
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
        |about\ half|in\ time|with\ (?:you|him|her|them|talking))\b|\?|\bthe\ rest\b|\b(?:waiting|stuck|half|nearly
        |almost|except|apart\ from|not\ yet|to\ follow|but\ (?:no|still|not|one|two))\b""",
    re.VERBOSE,
)
MOVED = re.compile(
    r"""\b(?:can|could|may|might)\ (?:i|we)\ (?:please\ )?(?:have|get|take|make\ it|do\ it|move|push)\b
        |\b(?:going\ to
        |gonna|will|'ll|might|may)\ (?:now\ )?(?:have\ to\ |need\ to\ )?be\b|\b(?:have|need)\ (?:to\ be|until|till
        |more|another|longer)|\bnew\ (?:date|deadline|finish)\b
    |\brunning\ (?:late|behind)|\b(?:push|pushed|pushing|move|moved|moving|put|putting|shift|shifted|slip|slipped
        |slipping|delay|delayed|postpone|postponed|extend|reschedule|rescheduled)\b|\b(?:more|extra|longer)\ time
        |\bextension\b|(?:\bnot|n't|\bcannot)\ (?:going\ to\ |gonna\ |be\ able\ to\ |able\ to\ )?(?:be\ )?(?:make|get
        |manage|finish|ready|done|able|possible|have|do|hit
        |happen|meet)\b|\d(?:st|nd|rd|th)?\ (?:now|instead)\b|day\ now\b|\bnow\ (?:be|by|for|on|going|due|until
        |the\ \d|\d|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr
        |may|jun|jul|aug|sep|oct|nov|dec)|\b(?:make|say|call)\ (?:it|that)\b|\b(?:can|could|shall)\ we\ say\b
        |\blet'?s\ say\b|\bsay\ the\b|\bmore\ (?:like(?:ly)?|realistic)\b
        |\blooking\ (?:like|at)\ (?:the\ \d|it\ will|mon|tue|wed|thu|fri|next|early|late|end)|\bchange\ (?:the|my
        |this)\ (?:date|deadline|finish)|\bgive\ (?:me|us)\ (?:until|till?|another)
        |\bnot\ (?:til+|until|before)\b|\bcould\ do\ with\b|\bgonna\ be\b|\binstead\b|\btil+\b|\bbehind\b
        |\bwon't\b|\bwill\ do\b|\bi(?:'?ll|\ will)\ (?:do|have|get|finish|sort)\ (?:it|this|that)\b""",
    re.VERBOSE,
)
_PARTS = re.compile(r"(?<=[.!;,])\s+|\s+(?=but\b)")
_CANNOT = re.compile(r"(?:\bnot|n't|\bcannot|\bcan not|\bunable|\bno way)\b")
_HANDOVER = re.compile(
    r"""\b(?:can|could|would|will|is|does|might|any\ chance)\ (?:some|any)\s?(?:one
        |body)\b(?:\ else)?[^.?!]{0,50}?\b(?:take|do|have|pick|help|finish|step|willing|swap|cover|want)|\b(?:some
        |any)\s?(?:one|body)\ else\b[^.?!]{0,30}?\b(?:take|do|have|pick|finish|needs?|will|should|to)\b
    |\b(?:give|giving|given)\ (?:up\ (?:on\ )?(?:action|this|it|that|my)|(?:action\ \d+|this|it|that
        |this\ one)\ (?:up
        |to\ (?:some|any))) |\b(?:give|hand|handing|pass|passing)\ (?:action\ \d+|this|it|that|this\ one)\ (?:back
        |(?:on\ |over\ )?to\ (?:some|any)(?:one
        |body))\b|\b(?:hand|handing|pass|passing)\ (?:action\ \d+|this|it|that|this\ one
        |that\ one)?\ ?(?:over|on\ to\ (?:some|any)\w+)|\bneed\ to\ (?:drop|hand|pass|step)
    |\b(?:can't|cannot|can\ not|cant|not\ able\ to|unable\ to|won't\ be\ able\ to)\ (?:do|manage|carry\ on|take|keep
        |finish)\b[^.?!]{0,40}?\b(?:any\ ?more|any\ longer|after\ all|on\ my\ own|now)|(?:can't|cannot|cant
        |unable\ to)\ (?:do|manage|take\ on|carry\ on\ with)\ (?:this|it|that|this\ one)
        (?=\W*\Z|\W+(?:sorry|am|i'm|im|as|because|cos|back|been|anymore)\b)|\breassign\w*\b|\btoo\ much\ for\ me
        |\btake\ over\b|\b(?:go|be\ given)\ to\ (?:some|any)(?:one|body)\ else\b|\b(?:drop|dropping|pull|pulling|back
        |backing|bow|bowing)\ out\b|\bcome\ off\ (?:this|it|that
        |action)|\bcount\ me\ out\b|\bstep(?:ping)?\ (?:back|down|away)\ from|\btake\ my\ name\ off|\bneed\ (?:some
        |any)(?:one
        |body)\ (?:else\ )?to\ (?:take|do)|\b(?:needs?|want|find|looking\ for|require)\ (?:a\ new|another
            |a\ different
        |an?|someone|somebody)\ (?:owner|person|volunteer|home|lead|pair\ of\ hands|else)\b|\bswap\ with\ me""",
    re.VERBOSE,
)
# To somebody by name: "Jean is doing this now", "passing it to Jean", "can Jean take this".
_IT = (
    r"(?:it|this|that|these|them|this\ one|that\ one|action\ \d+|number\ \d+|(?:it|this|that|these)\ (?:on|over|up"
    r"|off\ me)|over|on)"
)
_TO_SOMEBODY = re.compile(
    rf"""\b(?:giv(?:e|ing|en)|pass(?:ing|ed)?|hand(?:ing|ed)?|transferr?(?:ing|ed)?|reassign(?:ing|ed)?|mov(?:e|ing
        |ed)|swap(?:ping|ped)?)[ ]
        (?:{_IT}\ )?(?:over\ |on\ |back\ |across\ )?(?:to|with)\ (?!(?:the|a|my|his|her|their|it|you|next|monday
        |friday|by|do|be|legal|finance)\b|\d)(?P<to>\w+)
    |\A\W*over\ to\ (?P<over>\w+)
    |\b(?P<who>[a-z]+)(?:'s|\ is|\ has|\ will|\ can|\ would)?\ (?:now\ |kindly\ |just\ |going\ to\ |gonna[ ]
        |happy\ to\ |offered\ to\ |agreed\ to\ |said\ (?:she|he|they)(?:'ll|'d|\ will
        |\ would|\ can)\ |better\ )*(?:tak(?:e|en|ing)|do(?:ing)?|hav(?:e|ing)|lead(?:ing)?|pick(?:ing)?|own(?:ing)?
        |look(?:ing)?\ after|sort(?:ing)?)\ (?:up\ |over\ |on\ )?{_IT}\b(?!\ (?:to|with|by|for|ready|in)\b)
    |\bswapped\ with\ (?P<with>\w+)|\b(?P<not>\w+)\ (?:not|instead\ of)\ me\b
        |\b(?P<said>[a-z]+)(?:'s)?\ [^.?!]{{0,40}}\b(?:has\ |'s\ )?(?:said|says)\ (?:he|she|they)(?:'ll|'d|\ will
        |\ would)\ (?:do|take|have)\ {_IT}\b""",
    re.VERBOSE,
)
_TAKES = re.compile(
    r"\b(?:i'll|ill|i'l|i will|i can|i could|happy to|glad to|let me|i'd like to|i want to|i volunteer to"
    r"|put me down for|count me in for) ?(?:gladly |happily )?(?:take|do|have|sort|pick up|own|be|for)? ?(?:on "
    r"|up )?(?:action|number|no\.?) ?#?\d+"
)


def _still_meant(text: str) -> str:
    """The words without "I won't manage it by Friday", where more is said: that Friday is no new date."""
    meant = [part for part in _PARTS.split(text) if not _CANNOT.search(plainly(part))]
    return " ".join(meant) if any(says_a_day(part) for part in meant) else text


def _somebody(talk: Talk, text: str, plain: str) -> str:
    """Who in the group is to have it now, if they are named; "" if nobody is."""
    if "?" in plain and not re.search(r"\b(?:can|could|would|will|please)\b", plain):
        return ""
    others = names_of(known(talk), ()).known - names_of([talk.speaker.name], ()).known
    for match in _TO_SOMEBODY.finditer(plain):
        if match.lastgroup and match[match.lastgroup] in others:
            return text[match.start(match.lastgroup) : match.end(match.lastgroup)]
    return ""


def is_progress(plain: str) -> bool:
    """Does it tell how something goes, and no more?"""
    return bool(_UPDATE.search(plain))


def progress(talk: Talk, on: About, text: str, plain: str) -> Noticed | None:
    """Give what is said of an action, as typed and in small letters."""
    number, own = on.number, text.strip()
    if re.search(r"\bwho(?:'s)?\b[^.]*\?", plain):
        return None
    if _HANDOVER.search(plain):
        return Noticed("handover", 0.8, text, f"/handover {number}", explicit=False, number=number)
    if to := _somebody(talk, text, plain):
        who = (Named("name", to),)
        return Noticed("handover", 0.75, text, f"/owner {number} {to}", explicit=False, who=who, number=number)
    if _TAKES.search(plain) and "?" not in plain:
        return Noticed("agreement", 0.85, text, f"/agree {number}", explicit=False, number=number)
    bare = unnumbered(plain)
    if (_DONE.search(plain) or _DONE.search(bare)) and not _NOT_DONE.search(plain):
        return Noticed("done", 0.85, text, f"/done {number}", explicit=False, number=number)
    whens = answer_whens(_still_meant(unnumbered(text)), talk.today, working=talk.working)
    if whens.finish and MOVED.search(plain):
        why = reason_of(whens.rest)
        when = day(whens.finish.day) if isinstance(whens.finish, Said) else whens.phrase
        command = f"/move {number} to {when}" + (f" because {why}" if why else "")
        return Noticed("moved", 0.85, text, command, explicit=False, finish=whens.finish, number=number, reason=why)
    doing = talk.about == on and DOING.search(plain)
    if (doing or is_progress(plain) or (talk.about == on and _TOLD.search(plain))) and "?" not in plain:
        return Noticed("update", 0.75, text, f"/stuck {number} said: {own}", explicit=False, number=number)
    return None
