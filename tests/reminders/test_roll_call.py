"""Whoever left without a word is not reminded: the platform is asked first (T-25)."""

from tests.house import Room


async def test_T_25_a_facilitator_who_left_unseen_is_not_reminded_and_the_group_hears_it_once(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    here.fake.gone.add("ruth")
    here.fake.forget()
    await here.passes(days=9)
    assert here.to("@ruth") == []
    [said] = [text for text in here.to("riverside") if "this week" not in text]
    assert said.startswith("Ruth has left. Thank you, Ruth, for all you did here.")
    assert "Sam will answer ideas now." in said
    here.fake.forget()
    await here.until(here.clock.now().replace(day=28))
    assert [text for text in here.to("@ruth") + here.to("riverside") if "Ruth" in text] == []
    assert any("The answer to idea 1 was due" in text for text in here.to("@sam"))


async def test_T_25_only_those_who_are_to_be_reminded_are_asked_about(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    await here.passes(days=1)
    assert here.fake.asked == []
    await here.passes(days=8)
    assert here.fake.asked == [("riverside", "ruth")]
    assert here.to("@ruth") != []
