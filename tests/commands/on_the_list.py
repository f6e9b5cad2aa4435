"""Two ideas to speak of, and what stands on the list of them, for tests of how people speak."""

from tests.house import Room


async def two(here: Room) -> None:
    """Let Bea have two ideas, in a group with a facilitator."""
    await here.facilitated()
    for wish in ("a bench", "a swing"):
        await here.says("bea", f"/idea {wish}")


async def ideas(here: Room) -> list[str]:
    """The words of all that stand there."""
    return [idea.text for idea in await here.reads(lambda s: s.ideas.all(1))]


async def notes(here: Room, n: int) -> list[str]:
    """What was said beside one of them."""
    return [note.text for note in await here.reads(lambda s: s.history.notes(1, "idea", n))]
