"""Zelda, who has a part in all there is, and whose name and handle nothing else here has."""

from bot.domain.chat import Sender
from tests.house import CAST, Room, Seen
from tests.rules import disk, everything

CAST["zelda"] = Sender("zeldaq77", "Zelda Quill", "zelda_quill")


async def had_a_part(here: Room) -> None:
    """Zelda did what can be done, in two groups, and others spoke of her."""
    await here.facilitated()
    say = here.says
    await say("zelda", "/start", private=True)
    await say("zelda", "/facilitator me")
    await say("zelda", "/start", private=True)
    await say("zelda", "/idea Zelda Quill would like a bench")
    await say("zelda", "/idea a ramp", private=True)
    # On Slack nobody has a handle.
    handles = [
        str(row[0]) for row in disk(here, "SELECT username FROM identities WHERE name = 'Zelda Quill'") if row[0]
    ]
    await say("bea", " or ".join(["/idea ask Zelda about the keys", *(f"@{handle}" for handle in handles)]))
    await say("zelda", "/back 3")
    await say("bea", "/back 1")
    await say("zelda", "/answer 3 no because Zelda has no keys")
    await say("zelda", "/answer 2")
    await say("tom", "/action Zelda to open the hall by 29 May")
    await say("zelda", "/action I will paint the door by 22 May")
    await say("zelda", "/done 2")
    await say("zelda", "/away until 5 June, Amy stands in")
    await say("zelda", "/quiet 2pm to 6pm")
    await say("zelda", "/sign for the Sight Group, 4 hours a month")
    await say("zelda", "/credit first name")
    await say("zelda", "/plan letters, draft")
    await say("zelda", "/settings answer 15")
    await say("zelda", "/link", private=True)
    await say("zelda", "/export", private=True)
    await say("zelda", "I think we should mend the gate at the hub")
    await say("zelda", "/who", chat="hillside")
    await say("zelda", "/manager me", chat="hillside")
    await say("zelda", "[Hillside] /idea a swing", private=True)
    await here.days(4)
    here.fake.forget()


def kept(here: Room, *words: str) -> list[str]:
    """Each table and column that tells one of these words, in any case."""
    return sorted(
        {
            table
            for table, rows in everything(here).items()
            for row in rows
            for value in row
            for word in words
            # The wire to Slack makes a private channel's id of the name: Slack's own tells nothing.
            if word.casefold() in str(value).replace("DZELDAQ", "").casefold()
        }
    )


def counts(here: Room) -> dict[str, int]:
    """What the group's figures are made of."""
    things = "ideas", "answers", "backers", "actions", "signatures", "plans", "notes", "outcomes", "amendments"
    return {thing: len(disk(here, f"SELECT * FROM {thing}")) for thing in things}  # noqa: S608


async def forgotten(here: Room) -> list[Seen]:
    """She asks for it, and says it again."""
    [asked] = await here.says("zelda", "/forgetme", private=True)
    assert "This can't be taken back." in asked.text
    said = await here.says("zelda", "forget me", private=True, reply_to=asked)
    await here.tick()
    return said
