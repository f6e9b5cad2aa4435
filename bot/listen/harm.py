"""Notices what may tell of harm to a person, so that nothing of it is logged. It does not promise to spot it."""

import re

from bot.listen.sentences import plainly

_PERSON = (
    r"(?:me|him|her|them|us|someone|somebody|people|mum|mam|mummy|dad|daddy|nan|nana|gran|grandad|grandma|(?:my|his"
    r"|her|their|our|the|an?|that"
    r"|this)\ (?:\w+\ ){0,2}?(?:mum|mam|mother|dad|father|son|daughter|sister|brother|nan|gran|grandad|wife|husband"
    r"|partner|neighbour|friend|child|children|kids?|baby|boy|girl|lady|woman|man|lad|residents?|patients?|client"
    r"|clients|carer|nephew|niece|uncle|aunt|auntie|old\ (?:lady|man|woman))|[a-z]+\ in\ the\ (?:home|unit))"
)
_SELF = re.compile(
    r"""\b(?:kill(?:ing)?|hurting|harm(?:ing)?|cutting|(?:(?:to|might|will|would|'ll|gonna|may|could
        |keeps?)\ (?:just\ )?(?:hurt|cut))|starv(?:e|ing)|drown(?:ing)?|hang(?:ing)?
        |top(?:ping)?|overdos(?:e|ing)\ on)\ (?:my|him|her|them|your|our)\s?sel(?:f|ves)\b
    |\b(?:hurt|cut)\ (?:my|him|her|them)\s?sel(?:f|ves)\ (?:again|on\ purpose|deliberately|because)\b|\bsuicid(?:e
        |al)\b|\bself[\s-]?harm|\b(?:tak(?:e|en|ing)|took)\ an?\ overdose\b|\boverdosed\b
        |\bend(?:ing)?\ (?:it\ all|my\ (?:own\ )?life|(?:his|her|their)\ (?:own\ )?life)\b|\btak(?:e|en|ing)\ (?:my
        |his|her|their)\ (?:own\ )?life\b
    |\b(?:want|wants|wanted|going|ready|rather)\ (?:to\ )?(?:just\ )?(?:die\b(?!\ (?:of|laughing|from|when))
        |be\ dead\b)|\bwish\ (?:i|he|she)\ (?:was|were|wis)\ dead\b|\bbetter\ off\ (?:dead|without\ me)\b
        |\bno\ (?:point|reason)\ (?:in\ |to\ )?(?:living|going\ on|live|carrying\ on)\b|\b(?:can't|cannot|cant
        |can\ not)\ (?:go|carry)\ on\ (?:living|any\ ?more|like\ this)\b
    |\bi\ (?:just\ |really\ )?feel\ (?:like\ |that\ |as\ if\ )?i\ (?:can't|cannot|cant|can\ not)
        \ (?:(?:go|carry)\ on|cope)(?=\s*(?:[.,!?]|\Z)|\ (?:any\ ?more|much\ longer|with\ life)\b)
    |\b(?:don't|dont|do\ not|doesn't|didn't)\ want\ to\ (?:live|be\ (?:here|alive)|wake\ up
        |go\ on)\b(?:\ any\ ?more)?
        |\b(?:jump|throw\ (?:my|him|her)self)\ (?:off|in\ front|under)\b[^.]{0,20}\b(?:bridge|train|bus|roof
            |building
        |cliff)|\btook\ (?:all|too\ many\ of|a\ load\ of|a\ lot\ of|loads\ of)\ (?:my|his|her|their|the)\ (?:tablets
        |pills|meds|medication|tramadol|paracetamol)|\btoo\ many\ (?:tablets|pills|paracetamol)|\b(?:going\ to|gonna
        |about\ to|threatening\ to)\ jump\b(?!\ (?:the|in|on|up|for|at))|\bnot\ worth\ living\b
        |\bnothing\ (?:left\ )?to\ live\ for\b
        |\bsaying\ goodbye\ to\ (?:everyone|you\ all)\ for\ good""",
    re.VERBOSE,
)
_DONE_TO = re.compile(
    rf"""\b(?:hit(?:s|ting)?|beat(?:s|ing|en)?(?:\ up)?|punch(?:es|ed|ing)?|slap(?:s|ped|ping)?|kick(?:s|ed|ing)?
        |strangl(?:es?|ed|ing)|chok(?:es?|ed|ing)|burn(?:s|ed|t|ing)?|bit(?:es|ing)?|shov(?:es?|ed|ing)|push(?:es|ed
        |ing)?|grab(?:s|bed|bing)?|dragg(?:ed|ing)|stabb?(?:s|ed|ing)?|attack(?:s|ed|ing)?|assault(?:s|ed|ing)?
        |rap(?:es?|ed|ing)|molest(?:s|ed|ing)?|abus(?:es?|ed|ing)|neglect(?:s|ed|ing)?|threaten(?:s|ed|ing)?
        |bull(?:ies|ied|ying)|batter(?:s|ed|ing)?|bruis(?:ed|ing)|hurt(?:s|ing)?|terroris(?:es|ed|ing)|starv(?:es?
            |ed
        |ing)|drugg(?:ed|ing)|groom(?:ed|ing)|stalk(?:s|ed|ing)|tied)\ (?:up\ )?{_PERSON}(?!\ (?:in\ the\ (?:pocket
        |face\ with\ the)|with\ (?:a\ )?(?:bill|charge|laughter)|at\ (?:dominoes|bingo|chess|cards|pool|scrabble
        |darts)|up\ (?:at|from|on|off)|(?:in|on)\ (?:the\ )?wheelchair))\b
    |\b(?:being|been|was|were|is|are|gets?|got|getting)\ (?:\w+\ )?(?:hit|beaten|punched|slapped|raped|abused
        |assaulted|neglected|molested|strangled|attacked|threatened|trafficked|stabbed|starved|groomed
        |locked\ in)\b(?!\ ?(?:\d|at\b(?!\ (?:the\ |that\ |his\ |her\ )?(?:care\ )?(?:home|school|unit|hospital|work
        |centre))|to\b|in\ the\b|on\b|with|by\ (?:\d|the\ )?(?:weather|rain|bus|price|bill|everyone
            |people|cars|drivers|vans)))
    |\b(?:kill|murder|stab|hurt|burn|shoot|batter)\ (?:me|her|him|us|them)\ (?:if|when|unless|and|in|tonight|with)\b
        |\b(?:he|she|they|somebody|someone|dad|partner|husband|wife|son|boyfriend)\b[^.]{{0,30}}\b(?:would|will|'ll
        |going\ to|gonna|threatened\ to|threatens\ to|threatening\ to|said\ (?:he|she|they)\ (?:would|'d|will
        |'ll))\ (?:kill|hurt|stab|batter|burn|shoot)\b(?!\ it)
    |\b(?:scared|frightened|afraid|terrified|petrified|feart)\ (?:of|tae)\ (?:(?:my|her|his|their)\ (?:own[ ]
        |new\ )?(?:mum|mam
        |dad|father|mother|son|daughter|husband|wife|partner|boyfriend|girlfriend|brother|sister|carers?|nephew
            |uncle|ex|neighbour
        |landlord)|the\ (?:staff|carers?|manager|man|men|lads?|neighbours?)|going\ home|what\ (?:he|she|they)|him
            |her|them)\b|\bshout\w*\ at\ [^.]{{0,30}}\b(?:frightened|scared|terrified
            |crying)|\b(?:scared|frightened
        |afraid)\ to\ go\ home\b|\bthreatens?\ (?:me|her|him|us)\b
    |\b(?:touch(?:ed|es|ing)?|grop(?:ed|es|ing)|fondl(?:ed|es|ing))\ (?:me|her|him
        |my\ \w+)\b(?=[^.]{{0,60}}\b(?:want
        |wrong|consent|private|down\ there|bed|n't|stop|inappropriat|where|breast|leg|tell)|[^.]{{0,10}}\Z)
        |\binappropriate(?:ly)?\b[^.]{{0,20}}\btouch|\btouch\w*\ [^.]{{0,20}}\binappropriat|\bsexual(?:ly)?\ (?:abus
        |assault|harass)\w*
    |\b(?:tak(?:es?|ing)|took|steal(?:s|ing)?|stole|nick(?:s|ed|ing))\ (?:all\ )?(?:my|her|his
        |their)\ (?:\w+'?s?\ )?(?:pension|benefits?|money|bank\ card|card|savings|pip)\b|\b(?:tak(?:es?|ing)|took
        |steal(?:s|ing)?|stole|nick(?:s|ed|ing)|help(?:s|ed|ing)\ (?:him|her)self\ to)\ (?:the\ )?(?:money|cash
        |jewellery|£\d+)\ (?:out\ of
        |from|off)\ (?:my|her|his|their|mam|mum|dad|nan|gran)\b|\b(?:domestic|child|elder
        |financial|physical|emotional)\ (?:abuse|violence)\b|\b(?:is|are|was|were)\ (?:abusive|violent)\ (?:to
            |towards
        |with)\b""",
    re.VERBOSE,
)
_DANGER = re.compile(
    r"""\b(?:left|leave|leaves|leaving|lying|sat|sitting|found)\b[^.]{0,40}\b(?:in\ (?:his|her|their|my
        |its)\ (?:own\ )?(?:mess|wee|urine|poo|filth|dirt|faeces|pad)|wet\ (?:bed|pad|all\ (?:day|night))|soiled
        |dirty\ pad)|\b(?:n't|not|never)\ (?:being\ |been\ )?(?:fed|feed(?:ing)?\ (?:him|her|them|my\ \w+)
        |given\ (?:food|water|her\ (?:tablets|meds)|his\ (?:tablets|meds))|(?:eaten|had\ (?:any\ )?(?:food|water)
        |drunk)\b[^.]{0,20}\bdays?)\b
    |\blocked\ (?:out|in)\b[^.]{0,40}\b(?:night|cold|food|all\ day|alone|room|dark)|\b(?:no|without)\ (?:food
        |heating
        |medication|water)\b[^.]{0,30}\b(?:days?|alone|since|child|bairns?|kids?|baby|frail)|\b(?:lock(?:s|ed|ing)?
            |shut(?:s
        |ting)?)\ (?:him|her|them|me|my\ \w+)\ (?:\w+\ )?(?:in|up|out)\b(?!\ (?:of\ the\ (?:app|account|website)))
        |\b(?:not|n't|nobody\ has|no\ one\ has)\ (?:answer(?:ed|ing)?\ (?:the|her|his)\ (?:door|phone)|seen\ (?:her
        |him)|heard\ from\ (?:her|him))\b[^.]{0,25}\b(?:days?|week|since)\b|\b(?:collapsed|unconscious
        |stopped\ breathing|not\ breathing|isn't\ breathing|can't\ breathe|having\ a\ (?:heart\ attack|stroke)
        |bleeding\ (?:badly|a\ lot|everywhere|heavily)|bleeding\ and)\b
    |\b(?:fallen|fell|fall)\b[^.]{0,30}\b(?:can't\ get\ (?:up|her\ up|him\ up)|cannot\ get\ up|not\ moving
        |hit\ (?:her
        |his|my)\ head|on\ the\ floor\ (?:and|all|since))\b|\bcovered\ in\ bruises\b|\b(?:unexplained\ |strange[ ]
        |finger\ |big\ |new\ |got\ )bruis(?:es|ing)\ (?:on|all|up|down|round)\b|\bbruises\ (?:on|all\ (?:over
        |up))\ (?:her|his|my|their)\b|\b(?:he|she|they)(?:'s|\ has|\ have|'ve)?\ (?:got\ )?a\ (?:knife|gun)\b
        |\bin\ (?:immediate|serious|real)\ danger\b|\bis\ in\ danger\b|\bsafeguarding\ (?:concern|issue)\ (?:about
        |with|for)\b""",
    re.VERBOSE,
)
# Words of weather, buses and games that only sound like it.
_FIGURE = re.compile(
    r"""\b(?:garden|park|path|building|road|street|area|playground|place|pond|estate|town|site|allotment|grass|hedge
        |hall|shop
        |subject|issue|villages?)\b[^.]{0,30}\bneglect|\b(?:kill|murder|batter)\ (?:me|us)\ (?:if|when|for|because
        |cos)\ (?:(?:i'?m|i\ am|we'?re)\ (?:\w+\ )?late
        |(?:i|we)\ (?:don't|dont|forget|forgot|miss|lose|spend|buy|eat|spill|drop|put|use|wear|bring)|(?:being
        |forgetting|losing|eating|spilling|buying))\b|\b(?:laughing|lol|haha|joking|film|book|telly|eastenders
            |corrie
        |song|novel|quiz|match|game|footy|karaoke|phone|laptop|printer|computer|battery|wifi|website|diet|boredom
        |embarrassment|plants?|hanging\ basket|hold\ music|could\ murder|training|course|workshop|policy|poster
        |leaflet|awareness)\b|😂|🤣""",
    re.VERBOSE,
)


def tells_of_harm(text: str) -> bool:
    """May it tell of somebody who is hurt, neglected, in danger, or wants to die? Rather too rarely than too often."""
    plain = plainly(text)
    sounds = _SELF.search(plain) or _DONE_TO.search(plain) or _DANGER.search(plain)
    return bool(sounds and not _FIGURE.search(plain))
