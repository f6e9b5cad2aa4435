"""A flood is refused kindly, keeps nothing of what it refuses, and takes no room from anybody else (X-12)."""

from datetime import timedelta

import pytest

from bot import arriving, quota
from tests.house import Room
from tests.rules import disk


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let little be a lot."""
    for module, name, value in (
        *((quota, "OF_A_PERSON", 5), (quota, "OF_A_GROUP", 8)),
        *((arriving, "BROUGHT", 3), (arriving, "NEW", 5)),
    ):
        monkeypatch.setattr(module, name, value)


async def ideas(here: Room, who: str, *numbers: int, chat: str = "riverside") -> list[str]:
    """Say some ideas; gives the first line of each reply."""
    said = [await here.says(who, f"/idea bench {n}", chat=chat) for n in numbers]
    return [reply.text.split("\n")[0] for [reply] in said]


async def test_X_12_one_persons_flood_is_refused_and_others_go_on(here: Room) -> None:
    await ideas(here, "bea", *range(5))
    [refused] = await here.says("bea", "/idea one too many")
    assert refused.text == (
        "That is a lot from one person for one day. I can take more from you tomorrow.\n"
        "That is not saved. Please send it again tomorrow."
    )
    assert (await ideas(here, "tom", 6))[0].startswith("Thank you, Tom.")
    assert (await ideas(here, "bea", 7, chat="hillside"))[0].startswith("Thank you, Bea.")
    # The refused one took no number, and nothing of it is anywhere.
    assert disk(here, "SELECT number, text FROM ideas WHERE group_id = 1 ORDER BY number")[-1] == (6, "bench 6")
    assert "one too many" not in str(disk(here, "SELECT * FROM changes") + disk(here, "SELECT * FROM outbox"))
    here.clock.move(here.clock.now() + timedelta(days=1))
    assert (await ideas(here, "bea", 8))[0].startswith("Thank you, Bea.")


async def test_X_12_so_is_a_flood_without_a_name(here: Room) -> None:
    await ideas(here, "bea", 0)
    for text in ("/anon a lamp", "/anon a rail", "/anon 2 by the gate", "/anon 3 by the stairs"):
        [said, *_] = await here.says("bea", text, private=True)
        assert said.text.startswith("Thank you.")
    [said] = await here.says("bea", "/anon a swing", private=True)
    assert said.text.startswith("Thank you.")
    for text in ("/anon one too many", "/anon 2 one too many"):
        [refused] = await here.says("bea", text, private=True)
        assert refused.text.startswith("That is a lot from one person for one day.")
    assert "one too many" not in str(disk(here, "SELECT text FROM ideas") + disk(here, "SELECT text FROM notes"))
    [shown] = await here.says("bea", "/anon", private=True)
    assert "Your ideas without a name:" in shown.text
    assert (await ideas(here, "tom", 6))[0].startswith("Thank you, Tom.")


async def test_X_12_one_groups_flood_is_refused_and_other_groups_go_on(here: Room) -> None:
    await ideas(here, "bea", *range(4))
    await ideas(here, "tom", *range(4, 8))
    [refused] = await here.says("amy", "/idea one too many")
    assert refused.text.startswith("That is a lot for one day. The list of this group can't take more today.")
    assert disk(here, "SELECT count(*) FROM ideas") == [(8,)]
    # What is only asked is answered.
    assert "bench 0" in (await here.says("amy", "/idea 1"))[0].text
    assert (await ideas(here, "amy", 9, chat="hillside"))[0].startswith("Thank you, Amy.")


async def test_X_12_whoever_adds_the_bot_everywhere_is_told_kindly_once_a_day_and_nothing_is_kept(here: Room) -> None:
    for n in range(3):
        assert "Hello. I am the list keeper" in (await here.says("bea", "", kind="added", chat=f"chat {n}"))[0].text
    [away] = await here.says("bea", "", kind="added", chat="chat 3")
    assert away.text == (
        "Sorry, I can't begin a list for one more group today.\nNothing is saved here. Please type /help here tomorrow."
    )
    assert await here.says("bea", "/idea a bench", chat="chat 3") == []
    assert disk(here, "SELECT count(*) FROM groups") == [(3,)]
    assert disk(here, "SELECT count(*) FROM ideas") == [(0,)]
    # Others are not held up by it, up to what is too much in all.
    await here.says("tom", "", kind="added", chat="chat 4")
    await here.says("amy", "", kind="added", chat="chat 5")
    [away] = await here.says("sam", "", kind="added", chat="chat 6")
    assert away.text.startswith("Sorry, I can't begin a list")
    # Who has a group already goes on.
    assert (await ideas(here, "bea", 1, chat="chat 0"))[0].startswith("Thank you, Bea.")
    here.clock.move(here.clock.now() + timedelta(days=1))
    assert "Thank you, Bea" in (await here.says("bea", "/idea a bench", chat="chat 3"))[0].text


async def test_X_12_a_redelivery_of_what_was_turned_away_is_not_heard_again(here: Room) -> None:
    for n in range(3):
        await here.says("bea", "/who", chat=f"chat {n}")
    await here.says("bea", "/idea a bench", chat="chat 3", id_="again")
    here.clock.move(here.clock.now() + timedelta(days=2))
    assert await here.says("bea", "/idea a bench", chat="chat 3", id_="again") == []
    assert disk(here, "SELECT count(*) FROM groups") == [(3,)]
