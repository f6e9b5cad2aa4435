"""What people ask the bot for in words of their own is what they get; what only sounds like it is heard as before."""

from collections import Counter

import pytest

from bot.commands import find_commands
from bot.listen.phrases import Phrases
from tests.commands.on_the_list import notes
from tests.house import Room

ALL = find_commands()


@pytest.mark.parametrize(
    ("text", "command", "words"),
    [
        ("I have an idea", "idea", ""),
        ("can I add an idea please?", "idea", ""),
        ("How do I add an idea", "help", "idea"),
        ("how to suggest an idea?", "help", "idea"),
        ("show me the ideas", "ideas", ""),
        ("Can I see the list please?", "ideas", ""),
        ("whats on the list", "ideas", ""),
        ("What’s on our list?", "ideas", ""),
        ("hi, what ideas are waiting", "ideas", ""),
        ("list all the ideas", "ideas", ""),
        ("what are the actions", "actions", ""),
        ("list the tasks", "actions", ""),
        ("what needs doing?", "todo", ""),
        ("What's left to do", "todo", ""),
        ("so what next?", "todo", ""),
        ("to do list", "todo", ""),
        ("who is doing what", "todo", ""),
        ("when will I get an answer?", "mine", ""),
        ("How long will it take", "mine", ""),
        ("has anybody answered my idea?", "mine", ""),
        ("why did they say no to my idea", "yousaid", ""),
        ("who's in charge?", "who", ""),
        ("who answers our ideas", "who", ""),
        ("how do we vote for an idea", "help", "back"),
        ("I made a mistake", "reword", ""),
        ("please stop messaging me", "pace", ""),
        ("don't remind me so often", "pace", ""),
        ("speak Welsh please", "cymraeg", ""),
        ("who can see what I write?", "privacy", ""),
        ("What do you know about me?", "privacy", ""),
        ("delete my data", "forgetme", ""),
        ("How do I delete everything about me?", "help", "forgetme"),
        ("what have we got done so far", "yousaid", ""),
        ("this is an emergency", "urgent", ""),
        ("Hello, what can you do?", "help", ""),
        ("who are you", "help", ""),
        ("are you a robot?", "help", ""),
        ("how does this work", "help", ""),
        ("hiya", "help", ""),
        ("Bore da pawb", "help", ""),
        ("noswaith dda", "help", ""),
        ("who should I call?", "urgent", ""),
        ("sut mae", "help", ""),
        ("hi everyone", "help", ""),
        ("Hello, I'm new here", "help", ""),
        ("what is this for?", "help", ""),
        ("how do I get started", "help", ""),
        ("can I have the list please", "ideas", ""),
        ("Could I have a look at the ideas?", "ideas", ""),
        ("where can I see the list", "ideas", ""),
        ("have you got a list of ideas", "ideas", ""),
        ("how many ideas are there?", "ideas", ""),
        ("I'd like to suggest something", "idea", ""),
        ("can I add something to the list", "idea", ""),
        ("how do I put something on the list", "help", "idea"),
        ("I've had an idea", "idea", ""),
        ("whats overdue", "todo", ""),
        ("what have I got to do this week", "mine", ""),
        ("have I got anything to do", "mine", ""),
        ("what's on my list", "mine", ""),
        ("any news for me?", "mine", ""),
        ("where is my idea", "mine", ""),
        ("did you get my idea?", "mine", ""),
        ("what was the answer to my idea", "yousaid", ""),
        ("what did we agree", "actions", ""),
        ("whos the manager", "who", ""),
        ("can I speak to a real person?", "who", ""),
        ("I want to complain", "rights", ""),
        ("English please", "language", ""),
        ("do you speak Welsh?", "language", ""),
        ("Ydych chi'n siarad Cymraeg?", "language", ""),
        ("siarad Cymraeg os gwelwch yn dda", "cymraeg", ""),
        ("can I have a copy of my data", "mydata", ""),
        ("How do I say it's done", "help", "done"),
    ],
)
def test_what_is_asked_for_in_other_words(text: str, command: str, words: str) -> None:
    assert ALL.phrases.read(text) == (command, words)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "?",
        "delete",
        "the list of ideas is too long",
        "what needs doing is a new ramp",
        "list the building",
        "show the council what ideas we have",
        "I have an idea: a ramp at the back door",
        "how do I get to the hub",
        "who is the man on the door",
        "why did they say no to the ramp at the hub",
        "stop messaging Tom",
        "when will the ramp be built",
        "I need to talk to someone",
        "can I have a bench",
        "where is the bench",
        "have we got a ramp",
        "I want to add something to the notice board",
        "a list of ideas " * 20,
    ],
)
def test_what_only_sounds_like_it(text: str) -> None:
    assert ALL.phrases.read(text) is None


def test_no_two_commands_are_asked_for_in_the_same_words() -> None:
    names = [set(Phrases({command.name: command.phrases}).ways) for command in ALL.all]
    assert [words for words, n in Counter(each for found in names for each in found).items() if n > 1] == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("show me the ideas", "1 idea waits for an answer."),
        ("whats on the list", "1 idea waits for an answer."),
        ("what are the actions?", "There is 1 action to do."),
        ("what needs doing", "2 things are open."),
        ("who are you?", "/idea: Add an idea to the list."),
        ("How do I back an idea?", "/back: Say that you support an idea."),
        ("when will I get an answer", "Idea 1, from Bea: a bench."),
        ("is there any news about the bench?", "1 idea is like the bench."),
        ("what does RAG mean?", "Red, amber and green."),
        ("what does facilitator mean", "The person who answers the ideas here"),
    ],
)
@pytest.mark.parametrize("private", [False, True])
async def test_who_asks_in_their_own_words_gets_it(here: Room, text: str, said: str, *, private: bool) -> None:
    await here.says("bea", "/idea a bench")
    await here.says("amy", "/action I will ask the council by 12 June")
    [shown] = await here.says("bea", text if private else f"@saidbot {text}", private=private)
    assert said in shown.text


async def test_a_command_that_there_is_not_may_be_asked_for_all_the_same(here: Room) -> None:
    await here.says("bea", "/idea a bench")
    assert "Idea 1" in (await here.says("bea", "/list"))[0].text
    assert "no actions on the list" in (await here.says("bea", "/tasks"))[0].text


async def test_a_question_that_is_asked_back_is_answered_and_the_first_stays_open(here: Room) -> None:
    [question] = await here.says("bea", "/idea")
    [shown] = await here.says("bea", "who can see this?", reply_to=question)
    assert "Everyone in the group can see the list" in shown.text
    [thanks] = await here.says("bea", "a bench", reply_to=question)
    assert "Idea 1: a bench." in thanks.text


@pytest.mark.parametrize("text", ["/idea list", "idea: list", "#idea list"])
async def test_what_is_typed_as_a_command_is_what_it_says(here: Room, text: str) -> None:
    [thanks] = await here.says("bea", text)
    assert "Idea 1: list." in thanks.text


async def test_members_who_talk_to_each_other_are_not_answered(here: Room) -> None:
    await here.says("bea", "/idea a bench")
    assert await here.says("tom", "what needs doing?") == []


async def test_a_list_that_is_asked_for_is_no_answer_to_a_question(here: Room) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    said = await here.says("ruth", "1: no, because there is no room", private=True)
    [asked] = [each for each in said if "did you talk to Bea" in each.text and each.to == "@ruth"]
    assert "No idea is waiting" in (await here.says("ruth", "list", private=True))[0].text
    [thanks] = await here.says("ruth", "yes", private=True, reply_to=asked)
    assert "Thank you" in thanks.text


@pytest.mark.parametrize(
    "text",
    [
        "This is urgent",
        "its urgent",
        "how does it work?",
        "How long will it take",
        "is it safe?",
        "who runs it",
        "in Welsh",
        "we need to write in Welsh",
        "who should I ring?",
    ],
)
@pytest.mark.parametrize("private", [False, True])
async def test_what_may_be_said_of_the_idea_that_it_replies_to_is_kept_with_it(
    here: Room, text: str, *, private: bool
) -> None:
    await here.facilitated()
    [shown] = await here.says("bea", "/idea a bench", private=private)
    said = await here.says("bea", text, private=private, reply_to=shown)
    assert any("saved" in each.text for each in said)
    assert await notes(here, 1) == [text]


@pytest.mark.parametrize("text", ["how long would it take?", "its urgent", "how does it work", "who runs it"])
@pytest.mark.parametrize("private", [False, True])
async def test_what_may_be_the_reason_that_was_asked_for_is_that(here: Room, text: str, *, private: bool) -> None:
    await here.facilitated()
    await here.says("bea", "/idea a bench")
    [asked] = await here.says("ruth", "/answer 1 no", private=private)
    await here.says("ruth", text, private=private, reply_to=None if private else asked)
    [idea] = await here.reads(lambda s: s.ideas.all(1))
    assert idea.answer
    assert idea.answer.reason == text


@pytest.mark.parametrize("text", ["a menu", "an action list", "we need an idea list"])
async def test_a_thing_that_is_named_is_an_idea_where_one_was_asked_for(here: Room, text: str) -> None:
    [asked] = await here.says("bea", "/idea")
    [thanks] = await here.says("bea", text, reply_to=asked)
    assert f"Idea 1: {text}." in thanks.text


@pytest.mark.parametrize("private", [False, True])
async def test_who_asks_to_add_something_has_not_said_what(here: Room, *, private: bool) -> None:
    await here.says("bea", "/idea a bench")
    text = "can I add something to the list" if private else "@saidbot can I add something to the list"
    [asked] = await here.says("bea", text, private=private)
    assert asked.text == "What is your idea? Please reply in your own words."
    assert await here.reads(lambda s: s.actions.all(1)) == []


@pytest.mark.parametrize(
    ("text", "shown"), [("list", "Idea 1, from Bea: a tree."), ("any news for me?", "Idea 1, from Bea: a tree.")]
)
async def test_who_is_in_two_groups_is_asked_which_one_they_ask_about(here: Room, text: str, shown: str) -> None:
    await here.says("bea", "/idea a bench")
    await here.says("bea", "/idea a tree", chat="lakeside")
    [which] = await here.says("bea", text, private=True)
    assert "Which group is this for?" in which.text
    [said] = await here.says("bea", "Lakeside", private=True, reply_to=which)
    assert shown in said.text


async def test_an_idea_that_one_in_two_groups_has_is_for_one_of_them(here: Room) -> None:
    await here.says("bea", "/idea a bench")
    await here.says("bea", "/idea a tree", chat="lakeside")
    [which] = await here.says("bea", "I have an idea", private=True)
    [asked] = await here.says("bea", "Lakeside", private=True, reply_to=which)
    assert asked.text.endswith("What is your idea? Please reply in your own words.")
    [thanks] = await here.says("bea", "a swing", private=True, reply_to=asked)
    assert "Idea 2: a swing." in thanks.text
    assert [idea.text for idea in await here.reads(lambda s: s.ideas.all(2))] == ["a tree", "a swing"]


async def test_what_is_about_the_person_is_for_all_their_groups(here: Room) -> None:
    await here.says("bea", "/idea a bench")
    await here.says("bea", "/idea a tree", chat="lakeside")
    [said] = await here.says("bea", "this is urgent", private=True)
    assert "999" in said.text


async def test_what_is_said_of_an_idea_is_kept_in_its_own_group(here: Room) -> None:
    await here.says("bea", "/idea a bench")
    await here.says("bea", "/idea a tree", chat="lakeside")
    [which] = await here.says("bea", "/idea a swing", private=True)
    [shown] = await here.says("bea", "Lakeside", private=True, reply_to=which)
    said = await here.says("bea", "its urgent", private=True, reply_to=shown)
    assert any("saved" in each.text for each in said)
    assert [note.text for note in await here.reads(lambda s: s.history.notes(2, "idea", 2))] == ["its urgent"]


async def test_what_that_means_is_no_word_to_explain(here: Room) -> None:
    await here.says("bea", "/idea a bench")
    [said] = await here.says("bea", "@saidbot what does that mean?")
    assert "does that" not in said.text


async def test_who_takes_their_idea_back_need_not_know_its_number(here: Room) -> None:
    await here.says("tom", "/idea a tree")
    await here.says("bea", "/idea a bench")
    await here.says("bea", "/idea a ramp")
    [which] = await here.says("bea", "can I delete my idea?", private=True)
    assert "idea 2" in which.text
    assert "idea 1" not in which.text
    said = await here.says("bea", "3", private=True, reply_to=which)
    assert any("Idea 3 is taken back." in each.text for each in said)
    said = await here.says("bea", "please delete my idea", private=True)
    assert any("Idea 2 is taken back." in each.text for each in said)
    [nothing] = await here.says("bea", "delete my idea", private=True)
    assert "There is nothing of yours to take back." in nothing.text
