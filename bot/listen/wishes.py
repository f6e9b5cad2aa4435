"""Knows the frames in which people wish for something: "it wants a handrail", "drivers should be trained"."""

import re

from bot.listen.verbs import WORK

A = (
    r"(?:an?|another|some|more|bigger|better|larger|clearer|longer|shorter|proper|free|the|our|all|those|these|one"
    r"|two|fewer|less|no|extra|cheaper|easier|new)"
)
DO = (
    rf"(?:(?:really|also|all|always|maybe|just|please|at\ least|try\ to|try\ and|start|look\ at|think\ about"
    rf"|consider|see\ about)\ ){{0,3}}(?:{WORK}|use|text|set|hold|try|offer|allow|start|stop|show|teach|extend|turn"
    rf"|create"
    rf"|join"
    rf"|keep|meet|trial|see\ about"
    rf"|sell|learn|rotate|swap|split|scrap|ban|lobby|push|press|pair|host|switch)"
)
WORKING = (
    r"(?:having|getting|asking|doing|making|putting|setting|using|running|starting|trying|moving|changing|writing"
    r"|holding|inviting|giving|[a-z]{3,}ing)"
)
GOOD = (
    r"(?:(?:so|really|very|dead|well|proper|quite|a\ lot|much|far|even|just|pretty|rather|such|a)\ ){0,3}(?:good"
    r"|great|nice|lovely"
    r"|brilliant|fab|fabulous|better|best|helpful|useful|handy|wonderful|easier|fantastic|grand|ace|amazing|brill"
    r"|mint|sick|belting|champion|spot\ on|perfect|decent"
    r"|idea|help|(?:big|huge|great)\ help|(?:good|big|great)?\ ?(?:start|step|improvement)|godsend|game[ -]changer"
    r"|fairer|safer|worth\ it|worthwhile|sensible|smashing|braw|class|lush)"
)

_THEY = (
    r"(?:people|folks?|carers|(?:bus\ |taxi\ )?drivers|parents|staff|members|users|nurses|doctors|gps|schools"
    r"|surgeries|hospitals"
    r"|councils?|(?:social|support|youth|key)\ workers|teachers|officers|managers|pupils|students|(?:young|disabled"
    r"|deaf|blind|older"
    r"|autistic)\ people|wheelchair\ users|families|kids|children|visitors|patients|volunteers|receptionists|meetings"
    r"|letters|forms"
    r"|buses|trains|appointments|reviews|services|shops|caf[eé]s|doors|signs|papers)"
)
_SUBJECT = (
    rf"(?:(?:the|every|each|any|all(?:\ the|\ our)?|these|those|them|our|new|more)\ (?:[\w'-]+\ ){{1,4}}?|(?:all\ "
    rf"|some\ |most\ )?{_THEY}\ )"
)
_OUGHT = (
    r"(?:(?:really|also|just|all|always|at\ least)\ )?(?:should|shd|shud|ought\ t(?:o|ae|a))\ (?:(?:really|also"
    r"|just|all|always|at\ least)\ )?"
)
# What is only expected to come about.
_EXPECTED = (
    r"(?:know|see|hear|thank|remember|realise|arrive|come\ (?:on|by|through|back|today|tomorrow)|get\ (?:here|there"
    r"|it|a\ (?:grip|life"
    r"|medal))|reach|land|turn\ up|start\ (?:on|at|soon|today|tomorrow)|finish|have\ (?:been|had|got|known|asked|told"
    r"|done|gone|\w+ed)|hurry"
    r"|stop|shut\ up|try\ (?:it|living)|feel|go\ (?:home|away)|look\ at\ themselves|do\ (?:one|better|their\ jobs?)"
    r"|pull\ their|sort\ (?:it|them)"
    r"|make\ (?:up|their)|wake\ up|calm|grow\ up|work|of\b|never|not\b"
    r"|be\ (?:back|here|there|ready|ok(?:ay)?|fine|over|done|ashamed|proud|gone|on|in|at|off|out|up|home|back|coming"
    r"|going|able|about|around"
    r"|lucky|so|grateful|glad|sorry|shot|sacked|a\ law|nice|good|better|alright|enough|\w+ing|sent|posted|mended"
    r"|fixed|finished|ready|open"
    r"|closed|\d))\b"
)
_WHERE = r"\ (?:[\w'-]+\ ){0,5}?(?:on|at|in|by|outside|near|for|to|where|so|with|next|inside|halfway|half)\b"
_PLACE = (
    r"(?:steps|stairs|hill|crossing|path|pavement|road|street|lane|stop|shelter|station|entrance|doorway|ramp|room"
    r"|hall|park|playground"
    r"|toilets?|loos?|centre|hub|library|surgery|clinic|hospital|ward|reception|website|building|precinct|underpass"
    r"|subway|(?:mini)?bus)"
)
_WOULD = r"(?:would|wd|wud|might|could|may|'d|d)"
_SPEAK = r"(?:i|we|people|folk|carers|parents|members|everyone|they|the\ (?:[\w'-]+\ ){1,2}?)\ ?"
WISHES = re.compile(
    rf"""
    (?:(?:it|that)\ ?)?(?:{_WOULD}|wouldn't\ it|w(?:ould|ud)\ it(?:\ not)?|might\ it|could\ it)\ (?:really\ |also[ ]
        |not\ )?(?:be|make|feel|work|help)[ ]
        (?:{GOOD}\ )?(?:if|having|when|for\ (?:us|people|folk|them|carers|the\ \w+)\ to|to\ (?:have|get
        |{DO}))\ (?=\S+\ \S)
    |(?:(?:it|that)\ ?)?(?:would|wouldn't\ it|might|'d)\ (?:be|work|feel)\ {GOOD}\ to\ (?:meet|start|hold|move|change
        |know\ who)\ (?=\S+\ \S)
    |would\ it\ help\ (?:to|if)\ (?=\S+\ \S)|it(?:'d|\ would)\ help\ (?:\w+\ )?(?:to|if|for|having)\ (?=\S+\ \S)
    |{_SUBJECT}{_OUGHT}(?!{_EXPECTED})[a-z]+\ (?=\S+(?:\ \S|\Z))
    |(?:they|the\ council|the\ surgery|the\ hospital|the\ bus\ company|highways)\ (?:really\ |just\ |all\ )?(?:needs?
        |wants?|ought)\ to\ (?!{_EXPECTED})
        (?:{DO}|pay(?!\ for\ (?:it|that|this))|train(?!\ for))\ (?!(?:it|us|me|him|her|them|you|that
        |on\ with)\b)(?=\S+\ \S)
    |(?:they|you|the\ council|the\ [\w'-]+)\ (?:should|ought\ to)\ (?:really\ |all\ |just\ )?(?:pay(?!\ for\ (?:it
        |that|this))|train(?!\ for)|reward|refund|employ)\ (?=\S+\ \S)
    |(?:it|that|this|(?:(?P<place>(?:that|this|them|those|these|the|our)\ (?:[\w'-]+\ )?{_PLACE})|(?:that|this|them
        |those|these)\ [\w'-]+))
        \ (?:really\ |just\ |badly\ )?(?:wants?|needs?|could\ (?:really\ )?do\ with|could\ use|lacks?)\ (?:an?|some
        |more|longer|bigger|better
        |wider|clearer|new|proper|lower|higher)\ (?!(?:bit|wash|hug|rest|break|drink|kick|slap|good\ \w+ing|lick\ of
        |holiday|word|look|minute
        |hand|miracle|medal|clean|tidy|sweep|push|signature|stamp|answer|reply)\b)(?(place)(?=\S)|(?=\S+{_WHERE}))
    |(?:(?:we|they|people|you|there|carers)\ )?(?:really\ )?needs?\ (?:to\ be\ )?somewhere\ (?=\S+\ \S)
    |(?:(?<=maybe\ )|(?<=perhaps\ ))(?:an?|some|more|one)\ (?!(?:bit|little|few|lot|couple|day|time|week
        |minute|touch|tad|different|cup|chat|word|brew|coffee|cuppa|drink|good|bad|other
        |moment)\b)[\w'-]+\ (?=(?:[\w'-]+\ ){{0,4}}(?:for|at|in
        |by|on|so|to|where|that|once|every|with|outside|near|each)\b)
    |(?!(?:some|any|an|no)\ idea\b)(?:an?|some|more)\ (?!(?:day|night|apology|answer|reply|smile|thank|pint
        |sorry)\b)(?:[\w'-]+\ ){{1,14}}?(?:(?:would|might|could|wd)\ (?:really\ |just\ )?(?:be\ {GOOD}
        |do\ it|do\ the\ trick|go\ a\ long\ way|be\ a\ (?:start|help)|be\ any\ (?:use|good))|wouldn't\ (?:hurt
        |go\ amiss|cost\ much))\b
    |would\ (?:an?|some|more)\ (?!(?:mon|tues|wednes|thurs|fri|satur|sun)day
        |lift\b)(?:[\w'-]+\ ){{1,8}}?(?:help(?!\ you\b)|be\ (?:any\ |of\ )?(?:use|useful|possible|helpful|good|better)
        |work)\b
    |would\ (?:any(?:one|body)|people|folk|you\ all)\ use\ (?=an?\ (?!spare|lift)\S+\ \S)
    |(?:(?:more|fewer|less|shorter|longer|bigger|better|clearer|earlier|later|cheaper|quieter
        |no\ more)\ ){{1,2}}(?:[\w'-]+\ ){{1,6}}?(?:please|pls
        |plz|needed|wanted)\b
    |(?:what\ |(?<=all\ )){_SPEAK}(?:'d|\ would)?\ ?(?:really\ |just\ |all\ )*(?:want|need|like|love|asked\ for
        |could\ do\ with)(?:\ to\ (?:see|have))?\ is\ (?!(?:my
        |for\ (?:you|him|her)|peace|sleep|bed|a\ (?:bit|quiet|simple|drink|rest|holiday|cup|brew|wee|hug))\b)(?=\S+\ \S)
    |what(?:'s|s|\ is)\ (?:really\ )?(?:needed|missing|wanted|lacking)\ is\ (?=\S+\ \S)
    |what\ (?:would|'d)\ (?:really\ |actually\ )?(?:help|work|save|make|be|change)\ (?:[\w'-]+\ ){{0,5}}?is\ (?=\S+\ \S)
    |(?:should(?:n't)?|could(?:n't)?|can(?:'t)?|ought)\ there\ (?:not\ )?be\ (?=\S+\ \S)
    |(?:why\ )?(?:shouldn't|couldn't|can't|cant|should)\ (?:we|they|every|each|all\ the|all|the|our
        |{_THEY})\ ?(?:[\w'-]+\ ){{0,3}}?(?:not\ )?(?:be\ (?:able
        |given|allowed|told|asked|paid|trained)|have|get|{DO})\ (?!(?:been|to|it|this\ over|fun|known)\b)(?=\S+\ ?\S)
    |(?:can|could)\ (?:the\ |our\ )?(?:{_THEY}|agenda|minutes|timetable|website)\ (?:please\ |not\ )?(?:be|have|start
        |finish|come|go|say)\ (?=\S)
    |(?:is\ there\ |any\ |there's\ )+(?:reason|way|no\ way|no\ reason|chance|scope)\ (?:why\ )?(?:that\ )?(?:we|they
        |the\ [\w'-]+|of|to|for)\ (?:can't\ |couldn't\ |could\ |can\ |of[ ]
        )?(?=\S+\ \S)(?![^?.]*\b(?:lift|catch|bus\ home)\b)
    |(?:what\ if|imagine(?:\ if)?|how\ about\ if)\ (?:we|they|there|the\ (?:[\w'-]+\ ){{1,2}}?
        |every(?:one)?\ (?:[\w'-]+\ )?|each\ (?:[\w'-]+\ )|all\ (?:[\w'-]+\ ){{1,2}}?
        |people|carers|somebody|someone)\ ?(?:all\ |each\ |just\ )?(?:had|did|made|got|put|set|ran|held|asked|tried
        |used|started|moved|changed|wrote
        |gave|invited|split|shared|swapped|opened|let|could|came|was\ an?|were\ an?|met|joined|paid|trained
        |offered)\ (?!(?:us\ first|nothing|an?\ (?:stroke|fall|fit|accident|turn|seizure|heart))\b)(?=\S+\ \S)
    |imagine\ (?:having|being\ able\ to|an?)\ (?!(?:to|world|life|day)\b)(?=\S+\ \S+\ \S)
    |(?:my\ [\w'-]+|{_THEY}|we|people|someone(?:\ (?:at|in|from)\ [\w' -]{{2,30}}?)?|somebody|one\ of\ (?:the
        |our)\ (?:[\w'-]+\ ){{1,3}}?|(?!(?:doctor|he|she|they|i|you|it)\b)[a-z]+)\ ?(?:has\ |have\ |had\ |'s[ ]
        )?(?:just\ |also\ )?(?:suggested|proposed|came\ up\ with|had\ the\ idea\ (?:of|for)
        |recommended)\ (?:that\ )?(?:we|they|an?|having|some|more|the|\w+ing)\ (?=\S+\ \S)
    |my\ [\w'-]+'s?\ (?:idea|suggestion)\ (?:is|was)\ (?=\S+\ \S)
    |(?:my\ [\w'-]+|one\ of\ (?:the|our)\ [\w'-]+(?:\ [\w'-]+){{0,2}}?|{_THEY}|someone|somebody|they)\ (?:have[ ]
        |has\ )?(?:all\ |keep\ |just\ )?(?:asked|asking|ask|wondered)\ (?:if|whether)\ (?:we|they|there
        |the\ [\w'-]+)\ (?:can|could|might|should)\ (?=\S+\ \S)
    |(?:{_THEY}|a\ few\ people|lots\ of\ people)\ (?:are|keep|have\ been)\ (?:asking|calling|crying\ out)\ for\ (?:an?
        |some|more|later|earlier|better)\ (?=\S)
    |(?!(?:it|that|this|he|she|they|you|i|we|there|which|what|who|and|but
        |so)\b)[a-z'-]+\ (?:[\w'-]+\ ){{0,3}}?(?:should|ought\ to|needs?\ to|must)\ (?:all\ |always\ )?be\ (?:free
        |easier|easy|cheaper|clearer|bigger
        |in\ (?:big|large|easy|plain)|open\ (?:to|for|later|longer)|paid|given|trained|allowed|accessible)\b(?!\W*\Z)
    |(?:{_THEY}|nobody|no\ one)\ should(?:n't)?\ have\ to\ (?=\S+\ \S)
    |(?:let|give)\ {_THEY}\ (?!(?:know|a\ (?:hand|break|minute|chance))\b)(?=\S+\ \S)
    |(?:make|use)\ (?!(?:sure|it|that|this|me|us|your|my)\b)(?=[^.!?]{{10,80}}\b(?:please|pls)\W*\Z)
    |(?:it'?s\ )?(?:about|high)\ time\ (?:that\ )?(?:they|we|there|someone|somebody|the\ [\w'-]+)\ (?:was|were|had|put
        |got|made|\w+ed)\ (?!the\ meeting)(?=\S+\ \S)
    |nobody(?:'s|\ has)?\ (?:ever\ )?(?:thinks?|thought)\ (?:to|of)\ (?=\S+\ \S)
    |(?<=one\ thing\ )(?:that\ would\ help|i(?:'d|\ would)\ (?:change|love|like(?:\ to\ see)?)|missing
        |we\ need)\ is\ (?=\S+\ \S)
    |what\ we(?:'re|\ are)\ (?:missing|lacking|short\ of)\ is\ (?=\S+\ \S)
    |(?:i|we)(?:\ want|'d\ like|\ would\ like|'d\ love)\ [a-z]+s\ (?:on|in|at|for|by|with)\ (?:the|our|every
        |all)\ (?=\S)
    |we(?:'d|\ would)\ like\ (?:an?|some|more|to\ have)\ (?=\S+\ \S)
    |(?:an?|more)\ (?!(?:coffee|tea|brew|seat|chair|drink|table|lift|cup|pint)\b)[\w'-]+(?:\ [\w'-]+)?\ (?:at|on|in|by
        |outside|near)\ (?:the|our|every)\ (?:[\w'-]+\ ){{0,3}}?[\w'-]+\ (?:please|pls)\W*\Z
    |(?<=wondering\ )about\ (?:an?|having|getting|\w+ing)\ (?=\S+\ \S)
    |(?:the|our)\ (?:young\ (?:people|ones|carers)|parents|carers|members|group|lads|lasses|kids|residents|families
        |yp)\ (?:all\ |really\ |would\ |'d[ ]
        |are\ |have\ been\ |keep\ |have\ )*(?:(?:like|love|asking\ for|asked\ for|calling\ for)|want(?=\ (?:to|some
        |more|later|earlier|better)\b))\ (?:to\ (?:have|see|be\ able)|an?|some|more|later|earlier|better)\ (?=\S+\ ?\S*)
    |(?:it'?s|its|seems|such|bit\ of|what)?\ ?(?:an?\ |so\ |really\ |pretty\ )?(?:real\ |crying\ )?(?:shame|pity|daft
        |mad|silly|ridiculous|crazy|bonkers|scandal\w*)\ (?:that\ |how\ )?there(?:'s|\ is|'re|\ are|\ isn't
        |\ aren't)\ (?:no|not|nowhere|nothing|an?|any|only)?\ ?(?!(?:sun|rain|time|more\ time|cake|tea)\b)(?=\S+\ \S)
    |if\ (?:there|we|they|people|you|someone|somebody|{_SUBJECT})\ ?(?:all\ |just\ |only\ |each\ )?(?:had|was|were
        |could|got|made|put|gave|came|let|sent|used|ran|did|met|started|moved|kept|opened
        |[a-z]{{3,}}ed)\ (?!(?:us\ first|known|nothing|any)\b)
        (?=[^.!?]{{8,150}}?\b(?:would|wouldn't|could|couldn't|might|i'd|we'd|it'd|they'd|people'd
        |you'd)\b(?!\ (?:not\ )?(?:have\ (?:been|had|got|done|known|told|\w+ed)|be\ having)))
    |i(?:'d|\ would)\ (?:really\ |also\ |dead\ )?(?:love|like|value|welcome|appreciate)\ (?:an?|some|more
        |for\ there\ to\ be)\ (?!(?:week|day|holiday|night|cup|bath|lie|sleep|break|rest|hug|dog|cat
        |bit)\b)(?=(?:[\w'-]+\ ){{1,6}}(?:for|at|in|near|by|to\ (?:ring|call|text|sit|wait|go)|who|where|on|once
        |every)\b)
    |i\ (?:want|need)\ to\ see\ (?:an?|more|some|better)\ (?=\S+\ \S+\ \S)
    |i\ (?:was|am|'m)\ (?:just\ )?wondering\ (?:about|if|whether)\ (?:an?|some|more|we|they|there|the)\ (?=\S+\ \S)
    |(?:i'd\ be|who(?:'s|\ is)|who\ else\ is)\ up\ for\ (?:an?|some|trying|doing|running|starting)\ (?=\S+\ \S)
    |(?:have|has|did)\ (?:you|we|they|the\ [\w'-]+|anyone|anybody)\ (?:ever\ |all\ )?(?:considered?|thought?\ (?:about
        |of)|think\ (?:about|of))\ (?:an?|{WORKING})\ (?=\S+\ ?\S*)
    |please\ (?:can|could|may)\ (?:we|the|they|there)\ (?=\S+\ \S+\ \S)
    |tbh\ they\ should\ (?!{_EXPECTED})(?=\S+\ \S)
    |(?:there'?s\ got\ to\ be|(?<=surely\ )there(?:'s|\ is|\ must\ be))\ an?\ (?:better\ |easier[ ]
        |simpler\ )?way\ (?:to|of)\ (?=\S+\ \S)
    """,
    re.VERBOSE,
)
