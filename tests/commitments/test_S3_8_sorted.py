"""Seed 003: an item may end as "we sorted it ourselves", credited and counted."""

from tests.house import Room


async def test_S3_8_we_sorted_it_ourselves_is_an_end_credited_and_counted(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a chair at the desk")
    [said] = await here.says("bea", "/sorted 1 Amy brought a chair")
    assert said.text.split("\n") == [
        "Good news. Idea 1 is sorted, by ourselves.",
        "Bea's idea: a chair at the desk.",
        "Action 1 is done: Amy brought a chair.",
        "Thank you, Amy.",
    ]
    [listed] = await here.says("tom", "/ideas all")
    assert "We sorted it ourselves." in listed.text
    [page] = await here.says("tom", "/yousaid")
    assert "Done: 1." in page.text
    assert "We did: Amy brought a chair." in page.text
    here.fake.forget()
    await here.days(20)
    assert here.to("@ruth") == []


async def test_S3_8_only_its_raiser_says_so_and_may_take_it_back(here: Room) -> None:
    await here.facilitated()
    [logged] = await here.says("bea", "/idea a chair at the desk")
    [no] = await here.says("tom", "/sorted 1 I brought one")
    assert "Only Bea can say that" in no.text
    [asked] = await here.says("bea", "We sorted it ourselves!", reply_to=logged)
    assert "Who did what?" in asked.text
    await here.says("bea", "a friend lent us one", reply_to=asked)
    [back] = await here.says("bea", "/undo idea 1")
    assert "it still needs an answer, by Tuesday 26 May." in back.text
    [shown] = await here.says("tom", "/actions all")
    assert "Done on" not in shown.text
