"""Which verbs name a piece of work that can be promised, and which are only talk."""

import re


def _any(words: str) -> str:
    return "|".join(sorted(words.split(), key=len, reverse=True))


# Verbs that name work somebody can do for a group.
_WORK = (
    "ring phone telephone call email e-mail mail write send post ask contact speak talk book order print draft type"
    " design make create prepare arrange organise organize sort set check find bring put fix mend repair paint clean"
    " clear tidy update circulate share forward publish upload scan copy proofread edit translate count measure map"
    " list collect gather buy deliver drop hand distribute submit apply complete finish fill register sign invite"
    " visit chair lead run host chase follow report present propose price cost quote notify inform confirm resurface"
    " repaint install fit replace build plant bake knit sew test record film photograph research investigate lodge"
    " file appeal renew pay claim transfer advertise promote announce pin laminate trim mow hire borrow return draw"
    " approach raise request gie produce compile pull round knock finalise finalize recruit train interview rewrite"
    " reply respond review let give take get have do work cover look pop tell show demo pick liaise meet audit"
    " consult survey canvass leaflet petition document note summarise summarize remind schedule rearrange cancel"
    " commission secure source supply provide fetch move add remove change swap correct amend upgrade service"
    " deal handle double unblock sweep wash decorate varnish weed dig water assemble deliver unlock open"
    " label photocopy shred archive message text flag escalate collate jot tweak redo reword reformat reprint resend"
    " transcribe subtitle caption interpret facilitate represent nip suss staple stuff bank reconcile invoice reimburse"
    " ping whizz fire bang chuck bung shortlist google hunt badger hassle nudge nail refresh chap stick hang rehearse"
    " shift load unload wire strim"
    # Welsh, also as they are after "i" and "wna i".
    " ffonio ebostio e-bostio anfon ysgrifennu sgwennu gofyn ofyn trefnu drefnu archebu argraffu siarad cysylltu llenwi"
    " lenwi paratoi baratoi gwneud wneud prynu brynu glanhau lanhau gorffen orffen cwblhau gwblhau rhannu rannu"
    " drafftio"
    " ddrafftio casglu gasglu dosbarthu ddosbarthu cyfieithu gyfieithu mesur fesur peintio beintio trwsio drwsio cynnal"
    " gynnal cyflwyno gyflwyno gwirio wirio bwcio fwcio"
)
# Verbs that name no work on their own: what they take decides.
LIGHT = frozenset(
    _any(
        "let give take get have do make look pop nip stick hang chuck bung fire bang tell show pick meet bring put work"
        " run move open"
    ).split("|")
)
_TALK = (
    "be see never always remember think believe bet eat drink die kill love like miss wait go come know say admit"
    " stop start stay sit sleep watch listen leave pass try keep join nip grab win fly scream cry laugh pray"
    " survive agree second need want hope wish hold hang feel enjoy use save cross manage cope struggle cook catch"
    " live grow wear turn just only probably maybe perhaps hopefully not rest relax walk drive ride hear read forget"
    " wonder mention have start guess end regret repeat lose break fall stand lie understand consider support"
    " appreciate settle vote pretend dream sing dance"
)
WORK = rf"(?:{_any(_WORK)})"
SAYS_BEING = re.compile(r"(?:be\s+)?(?P<verb>(?!(?:b?r|s|str|sw|w|p|d|k)ing\b)[a-z]+ing)\b")
_STARTS_WORK = re.compile(rf"{WORK}\b")
_STARTS_TALK = re.compile(rf"(?:{_any(_TALK)})\b")

_THING = r"(?:minutes|notes|form|report|list|figures|agenda|plan|draft|photos|quote|dates|numbers|papers|link|copy"
_THING += (
    r"|copies|documents?|details|info|information|costings?|accounts|letter|budget|spreadsheet|policy|rota"
    r"|leaflets?)"
)
_PAPER = re.compile(
    rf"\S+ (?:\S+ ){{0,4}}?(?:{_THING}|posters?|flyers?|slides|newsletter|survey|stall|website|logo"
    rf"|banner|emails?)\b"
)
# What a light verb must take to be work.
_LIGHT_WORK = re.compile(
    rf"""
    let\ (?!(?:you|u|us|me|him|her|it|them|everyone|everybody|people|yous|ye|youse
        |go)\b)\S+(?:\ \S+){{0,4}}?\ know\b
    |(?:give|gie)\ (?:the\ |an?\ |our\ |my\ )?(?!(?:you|u|him|her|it|them|us|me|everyone)\b)\S+(?:\ \S+){{0,3}}?
        \ (?:a|another)\ (?:ring|bell|call|shout|nudge|buzz)
    |(?:give|gie)\ (?:a|the)\ (?:talk|presentation|update|report)
    |take\ (?:(?:the|some|a|our|these|those|all|more)\ )?(?:minutes|notes|photos|photographs|pictures|petition|forms?
        |leaflets|lead|posters
        |letters?|papers|banner|views|measurements|boxes|money|cash|keys?|books|register)
    |take\ on\ (?:the|this)|take\ (?:it|this|them|that)\ to\ the
    |get\ (?:[^,;]{{1,40}}\ )?(?:printed|fixed|painted|done|sorted|repaired|made|booked|ordered|signed|translated
        |laminated|quoted|finished|ready|cleaned|cut|tested|drafted|framed|mended|posted|sent|typed|costed|priced
        |agreed|approved|updated
        |quotes?|prices?|costings?|permission|copies|copied|estimates?|keys\ cut|posters|leaflets|funding)\b
    |get\ (?:in\ touch\ with|on\ to|onto|hold\ of)\ (?!(?:you|it|this|that)\b)
    |(?:get|send|have)\ (?:it|that|this|these|those|them)\ (?:over|across|round|out|off|back)?\ ?(?:to|with)\ (?:you
        |everyone|everybody
        |the\ \w+)\b
    |get\ (?:back\ to)\ (?!(?:you|u|ye|everyone|everybody|all|yous|us|people|folk)\b)\S+\ (?:\S+\ ){{0,5}}?(?:with
        |about|on)\b
    |have\ (?:[^,;]{{1,60}}\ )?(?:ready|done|drafted|finished|sorted|printed|written|typed|completed|costed|fixed
        |made
        |booked
        |painted|rung|phoned|emailed|contacted|collected|ordered|sent|uploaded|translated|prepared|circulated
            |it\ with\ you)\b
    |have\ (?:the|that|this|those|these|our|your|all\ the)\ [^,;]{{0,40}}?\b{_THING}\b
    |have\ a\ (?:word|chat|look\ at\ the|meeting)\ with\b
    |do\ (?:the|an?|some|our|all|those|these|another)\ (?!(?:same|lot|bit|dance)\b)
    |make\ (?:the|an?|some|our|all|those|these|another|more)\ (?!(?:tea|soup|brew|coffee|dinner|lunch|cuppa|move
        |fuss
        |start|wish|joke)\b)
    |make\ contact\ with|make\ sure\ (?:the|that|we|everyone|all)\b
    |look\ after\ (?:the|our)
    |pop\ (?:the|an?|our|some|those|these)\b
    |(?:tell|show)\ (?:the|our|all\ the)\ (?:council|trust|committee|board|caretaker|members|manager|landlord|school
        |library|warden|(?:\w+\ )?(?:company|surgery|hospital|service|office|staff|drivers?|college|trustees))\b
    |pick\ up\ (?:the|some|our|those|these|more|all)
    |(?:put|take|bring)\ (?:it|this|that|them|idea\ \d+|the\ (?:\w+\ ){{1,3}}?)\ ?(?:to|before)\ (?:the\ )?(?:board
        |cabinet|committee
        |council|panel|trustees|meeting|trust|team|forum|partnership|executive|scrutiny)\b
    |(?:meet|work)\ (?:with|up\ with|on)\ (?:the|our)
    |meet\ (?:the|our)\ (?:[\w'-]+\ ){{0,2}}?(?:contractor|council\w*|manager|officer|architect|engineer|landlord|team
        |head
        |director|surveyor|builder|supplier|trust|board|warden|caretaker|owner|planner|mp|commissioner|trustee
        |provider)s?\b
    |bring\ (?:the|an?|some|our|those|these|all|enough|along|back\ (?:a|the|some|our)?|my|cakes?|biscuits|copies
        |proposals?|paper\w*)\b
        (?!\ (?:sister|mum|mam|dad|brother|husband|wife|partner|daughter|son|friend|mate|dog|kids|lot|pal|summer
            |sunshine)\b)
    |put\ (?:up|together|out|through|in|down|on|back|round|forward)\ (?:the|an?|some|our|those|these|all|more|my
        |[\w-]+s)\b
        (?!\ (?:kettle|coat|feet|weight|telly|radio)\b)
    |put\ (?:the|an?|some|our|those|these|all|more)\ (?!(?:kettle|telly|cat|bins?\ out|dinner|tea|kids|feet|radio
        |oven)\b)\S+
    |run\ (?:the|an?|our)\ (?!(?:risk|bath|mile|marathon)\b)
    |move\ (?:the|those|these|our|all)\ (?!house\b)
    |open\ up\ the|open\ the\ (?:hall|hub|centre)
    """,
    re.VERBOSE,
)
# "Nip round to the library and ask", "go to the board and raise it", "crack on with the poster".
_ERRAND = re.compile(
    rf"(?:crack\ on\ with|get\ cracking\ (?:on|with)|see\ t(?:o|ae)|touch\ base\ with|get\ (?:started|going)\ on"
    rf"|catch\ up\ with)\ "
    rf"(?:the|our|that|this)\ (?!kids|dog|tea|dinner)|(?:put|get|pull|cobble|knock)\ something\ (?:together|up|out)\b"
    rf"|(?:put|stick|chuck|pop|bung|get)\ (?:it|that|this|one|some|them|an?\ [\w-]+|the\ [\w-]+)\ (?:up\ )?(?:on|in"
    rf"|at)\ (?:the\ |our\ |your\ )?(?:\w+\ )?(?:facebook|page"
    rf"|website|notice\ ?board|group|insta\w*|whatsapp|co-?op|library|surgery|window|shop|work|agenda)\b|(?:bring"
    rf"|feed)\ (?:it|this|that)\ (?:up|back)\ (?:at|to|with)\ (?!my\b|you\b)"
    rf"|(?:sit\ down\ with|go\ (?:through|over)\ (?:the|our|those))\ |drive\ (?:the\ (?:mini)?bus|people|folk"
    rf"|members)\b|(?:fire|bang)\ (?:off|out)\ an?\ "
    rf"|(?:put|set|get|bring)\ (?!(?:your|my|his|her)\b)[a-z]+s\ (?:out|up|away|round)\b|"
    rf"(?:go|nip|pop|call|swing|head)\ (?:(?:round|down|over|up|in|along|by|into|out|across|on)\ ){{0,2}}(?:to\ "
    rf"|and\ )?"
    rf"(?:[^,;]{{0,50}}\ )?(?:and|to)\ (?!get\b|have\b|see\ (?:my|the\ (?:doctor|nurse)))(?:see\ about\ |{WORK}\b)"
)
# Words to one person, or what is taken home: no work for the group.
_PRIVATE = re.compile(
    rf"""[^.]{{0,60}}\b(?:my|her|his)\ (?:results|appointment|bloods?|scan|tests?|x-?ray|operation)\b|\S+\ (?:(?:for
        |with|at|in|off|up|back|on|out|round)\ )?(?:you|u|ye|yous|youse|thee)\b(?!\ (?:all\ )?(?:the
        |an?|some|our|those|these|my)\ (?:\S+\ ){{0,3}}?{_THING}\b)
    |\S+\ (?:it\ |that\ |this\ )?with\ my\b|(?:post|send|finish|fill\ in|return|do)\ (?:off\ )?my\ (?:form|pip|esa
        |claim|application|blue\ badge)\b
    |\S+\ (?:him|her|them)\ my\b|\S+\ (?:the|my)\ (?:doctor|nurse|gp|consultant|dentist|physio|optician)(?:'?s)?\b
        (?!\ (?:about\ (?!my\b)|if\b|whether\b|to\ come))
    |(?:bring|save|pick|take|drop|meet)\ you\b|(?:text|message|dm|whatsapp)\ (?:you|u|ye|me|him|her)\b
    |\S+\ (?:mam|mum|mammy|mummy|dad|nan|nana|gran|granny|grandad)\b|speak\ at\ an?\ (?:conference|event|wedding
        |funeral)
    |\S+\ (?:up\ |out\ |for\ )?(?:my|me|his|her)\ (?:own|mum|mam|dad|sister|brother|husband|wife|partner|daughter|son
        |gran
        |nan
        |doctor|gp|nurse|dentist
        |carer|consultant|social\ worker|prescription|shopping|tea|dinner|lunch|hair|coat|pills|tablets|medication
            |benefits?|pip|mates?|friends?
        |dog|cat|kids|telly|bus|taxi|train|room|house|kitchen|bedroom|book)\b
    |(?:ring|call|phone)\ (?:in\ sick|it\ a\ day|a\ (?:taxi|cab|doctor|ambulance))|(?:call|ring)\ it\b
    |(?:send|sending)\ (?:my\ love|love|good\ vibes|hugs?|a\ hug|best\ wishes|prayers|this\ from)
    |(?:set|sort)\ (?:off|myself)|(?:check|drop|run|pop|find|set)\ (?:in|off|out|into|my|round)\s*\Z
    |(?:order|book|buy|get|fetch|sort)\ (?:myself|us|me)?\ ?(?:an?|the|some)?\ ?(?:taxi|cab|bus|train|drink
        |tea(?!\ (?:urn|towels?|bags|trolley|rota))
        |coffee
        |chips|pizza|curry|takeaway
        |pint|cake|lunch|dinner|shopping|holiday|haircut|bread|milk)\b
    |(?:clean|tidy|paint|clear)\ (?:my|the)\ (?:room|house|kitchen|bathroom|flat|bedroom|car|oven|nails)\b
    |tell\ you|show\ you|pay\ (?:for\ my|attention)|(?:write|draw|print)\ (?:this|these)\ (?:on|from|in)\b
    |build\ (?:the\ ramp\ )?(?:myself|with)|(?:fill|sort|do)\ (?:my|his|her)\b
    |clear\ (?:my|off)|present\ and\b|note\ that\b|return\ to\ (?:work|bed)|cover\ my|raise\ (?:a\ glass|my
        |an\ eyebrow)
    |report\ (?:for|to)\ duty|draw\ the\ line|set\ (?:my|an)\ alarm|test\ (?:my|the\ water)|take\ (?:it|this
        |them)\ home""",
    re.VERBOSE,
)
# With a day, a light verb and its object are work too, unless it is what people do at home.
_LIGHT_WITH_A_DAY = re.compile(
    r"""look\ (?:into|up|at)\ (?:the|our|whether|how|what|that|this)\b|see\ (?:what|if|whether)\ .{4,}\ and\ (?:let
        |report|tell|come\ back|get\ back)\b
    |find\ out\ and\ let\b|(?:get|come)\ back\ (?:to\ .{1,30}?\ )?(?:with|about|on)\ \S
    |(?:get|take|put|bring|make|do|run|give|show|send|move|open)\ (?:us\ |me\ |everyone\ |people\ )?(?:in\ |up\ |out[ ]
        |on\ |together\ |back\ ){0,2}(?:the|an?|our|those|these|some
        |all|another)\ (?!(?:[\w'-]+\ )?(?:bus|train|taxi|car|lift|tea|coffee|cuppa|brew|dinner|lunch|breakfast|supper
        |soup|shopping
        |washing|dishes|ironing|hoovering|gardening|kids|children|grandkids|bairns|weans|dog|cat|bins?|telly|kettle
        |bath|shower|rest|break|nap
        |lie|bed|pills|tablets|meds|appointment|scan|bloods|test|results|call|miss|go|day|week|morning|afternoon
        |evening|night|while|walk
        |drink|pint|look|bit|lot|moment|minute|hand|hug|party|weekend|holiday|piss|mick|move|fuss|wish|meal|roast
        |beach|pub|shops?|doctors?
        |dentist|hospital|gym|school\ run|match|football)\b)\S+\ ?(?:\S+\ ?)*""",
    re.VERBOSE,
)
# To look, to think, to pass on: the reply that holds an answer back, and no work on its own.
_HOLDS = re.compile(
    r"""(?:look\ (?:in\ ?to|at|for)|see\ (?:what|if|whether)|think\ (?:about|on)|consider|get\ back\ to
        |come\ back\ to
        |be\ in\ touch|keep
    |(?:pass|take|feed|raise|chase|follow|check|ask|find|sort|report|review|investigate|note|deal|handle|do|forward
        |move|get
        |have
        |make|share)\b
    \ ?(?:it|this|that|these|those|away|on|back|up|out|in|about|around|into|what\ i\ can|them|him|her|everyone
        |something|anything)?
    (?:\ (?:it|this|that|on|away|back|up|for\ you|out|in|to\ the\ (?:team|relevant\ \w+|right\ \w+)))*)\s*
    (?:please|asap|soon|now|later|then|today|tonight|tomorrow|and\ .*|x+|though|too|as\ well|for\ you)*\s*\Z""",
    re.VERBOSE,
)
# With a day these say what will be done, though not of what.
_CHASES = re.compile(
    r"(?:report|feed)\ back|(?:chase|follow|check|ask|sort|fix|raise)\ (?:it|them|this|that|him"
    r"|her)\b"
)
_ALONE = re.compile(
    r"\S+(?:\ (?:it|this|that|them|him|her|all|up|out|now|later|then|on|off|in|too|soon|again|through|round|back"
    r"|over"
    r"|something|anything|one|some|myself|tonight|today|tomorrow|please|first|straight away))*\s*\Z"
)


def is_work(predicate: str, *, dated: bool) -> bool:
    """Is it a piece of work, as a predicate in small letters and without its dates? A day makes doubtful ones sure."""
    if dated and _LIGHT_WITH_A_DAY.match(predicate):
        return _PRIVATE.match(predicate) is None
    if _ERRAND.match(predicate):
        return _PRIVATE.match(predicate) is None
    if _PRIVATE.match(predicate) or (_STARTS_TALK.match(predicate) and not _LIGHT_WORK.match(predicate)):
        return False
    verb = _STARTS_WORK.match(predicate)
    if verb is None:
        # A word nobody listed may be work if it has an object, and a day.
        return dated and bool(re.match(r"[a-z-]+ (?:the|an?|our|all|those|these|some) \w", predicate))
    if verb[0] in LIGHT:
        return bool(_LIGHT_WORK.match(predicate))
    if _HOLDS.match(predicate):
        return dated and _CHASES.match(predicate) is not None
    if _ALONE.match(predicate):
        return dated and bool(re.search(r"\b(?:it|them|him|her|one|off|out|in|up|round|something)\b", predicate))
    return True


def only_talk(predicate: str) -> bool:
    """Does it begin with a verb that is no work, whatever day is said with it: "be there", "see you"?"""
    if not _STARTS_TALK.match(predicate) or _STARTS_WORK.match(predicate):
        return False
    return not (_LIGHT_WORK.match(predicate) or _LIGHT_WITH_A_DAY.match(predicate) or _ERRAND.match(predicate))


def is_private(predicate: str) -> bool:
    """Is it words to one person, or what people do at home: "visit her sister", "ring in sick"?"""
    return bool(_PRIVATE.match(predicate))


def takes_a_paper(predicate: str) -> bool:
    """Is it about one of the papers a group works with: the minutes, a form, the rota?"""
    return bool(_PAPER.match(predicate))


def starts_work(predicate: str) -> bool:
    """Does it begin with a verb that names work?"""
    return bool(_STARTS_WORK.match(predicate))


def being(predicate: str) -> tuple[str, int] | None:
    """Ring of "ringing", write of "writing", put of "putting", and where that ends; None for what is no work."""
    match = SAYS_BEING.match(predicate)
    if match is None:
        return None
    stem = match["verb"].removesuffix("ing")
    tries = (stem, stem + "e", stem[:-1] if stem[-1:] == stem[-2:-1] else stem)
    base = next((base for base in tries if starts_work(base + " ") and re.fullmatch(r"[a-z]+", base)), None)
    return (base, match.end()) if base else None
