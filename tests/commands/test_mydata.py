"""All that is kept of somebody is one file: nothing of theirs is missing, and each of their words is read once."""

from storage.person_merge import references
from storage.personal import has_words, personal
from tests.commitments.files import files_of
from tests.house import Room
from tests.rules import disk

# What she says, in each way there is to have words kept: those with a number in them she says once.
SAID = (
    "/idea word01",
    "/idea from Pat: word02",
    "/action I will word03 by 30 June",
    "/saymore 1 why: word04",
    "/answer 3 no because word05",
    "/answer 3 looking into it, word06",
    "/answer 4 yes because word07",
    "/extend 5 to 1 June because word08",
    "/again 3 because word09",
    "/note 5 affects word10",
    "/interest 5 word11",
    "/stuck 2 word12",
    "/move 2 to 26 June because word13",
    "/where 1 word14",
    "/where 1 word15",
    "/different 1 word16",
    "/waiting 1 on word17",
    "/done 2",
    "/changed 2 word18",
    "/changed 2 word19",
    "/saved 2 word20",
    "/still 2 changed, word21",
    "/plan word22, https://example.org/word23, comments wanted on word24",
    "/plan 1 draft because word25",
    "/plan 1 word26",
    "/asked 1 word27 on 3 March",
    "/version 1 word28 https://example.org/word49 because word29",
    "/plan 1 https://example.org/word30",
    "/part 1 word31 by 30 June",
    "/sign for the hub, I bring word32",
    "/yearly 1 word33",
    "/charter change 3 word34 because word35",
    "/explain word36 means word37",
    "/offer word38",
    "/hours 2 today for word39",
    "/event word40 on 4 June",
    "/review charter done word41",
    "/keeper word42",
    "/contact word43 01632 960123",
    "/ask Ruth for word44",
    "/step 5 I can word45 by Friday",
    "/sorted 1 Amy word46",
    "/stuck 1 word47",
    "/settings answer 15",
    "I think we should mend the word48",
)
# What the bot said to her.
OURS = ("Messages to you", "Reminders for you", "What I asked you")


async def _said_all(here: Room) -> None:
    await here.facilitated()
    await here.says("tom", "/action Tom to ask the shop by 30 June")
    await here.says("mai", "/start", private=True)
    await here.says("mai", "/facilitator me")
    for words in SAID[:2]:
        await here.says("mai", words)
    for text in ("a slide", "a lamp", "a shed"):
        await here.says("bea", f"/idea {text}")
    for words in SAID[2:]:
        # Time lies between things that people say.
        await here.passes(hours=1)
        await here.says("mai", words)


async def _file(here: Room) -> dict[str, list[str]]:
    """The lines of hers, under their titles."""
    [file] = files_of(await here.says("mai", "/mydata", private=True))
    parts = [part.split("\n") for part in file.text.strip().split("\n\n")[1:]]
    return {title: lines for title, *lines in parts}


async def test_S5g_nothing_that_she_said_is_missing_and_each_is_read_once(here: Room) -> None:
    await _said_all(here)
    told = await _file(here)
    lines = [line for title, found in told.items() if title not in OURS for line in found]
    times = {n: sum(f"word{n:02}" in line for line in lines) for n in range(1, 50)}
    assert {n: count for n, count in times.items() if count != 1} == {}


async def test_S5g_the_same_words_about_something_else_are_told_with_that_too(here: Room) -> None:
    await here.says("mai", "/start", private=True)
    for words in ("/idea a bench", "/action I will a bench by 30 June", "/idea a bench, again", "/back 1"):
        await here.passes(hours=1)
        await here.says("mai", words)
    for words in ("/stuck 1 I am ill", "/move 1 to 29 June because I am ill", "/move 1 to 30 June because I am ill"):
        await here.passes(hours=1)
        await here.says("mai", words)
    await here.says("mai", "/idea a bench", chat="hillside")
    told = await _file(here)
    assert [line.split("; ")[2] for line in told["Your ideas"]] == [
        "text: a bench", "text: a bench, again", "text: a bench",
    ]  # fmt: skip
    assert "what: a bench" in told["Actions you put on the list"][0]
    assert told["Your updates and comments"][0].endswith("text: I am ill")
    assert [line.split("; ")[-1] for line in told["What you did"] if "moved" in line] == ["text: I am ill"] * 2


async def test_S5g_whatever_keeps_words_of_somebody_was_said_here(here: Room) -> None:
    # A new table, or a new kind of change that keeps words, has to be among those that she used.
    await _said_all(here)
    [(me,)] = disk(here, "SELECT person_id FROM identities WHERE name = 'Mai'")
    theirs = [(column, personal(column)) for column in references() if personal(column).title not in OURS]
    keeping = [column for column, said in theirs if any(has_words(column.table.c[name]) for name in said.shows)]
    assert len(keeping) > 12
    unused = [
        str(column)
        for column in keeping
        if not disk(here, f'SELECT 1 FROM "{column.table.name}" WHERE "{column.name}" = {me}')  # noqa: S608
    ]
    assert unused == []
