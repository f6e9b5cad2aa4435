"""Who is to do it is read out of ordinary words, and nobody is ever invented (charter commitment 3)."""

import re
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.owners import Named, Owned, read_names, read_owners

KNOWN = ["Bea", "Tom", "Amy", "Ruth Moss", "Sam Reid", "Sam Hill"]


def _who(owned: Owned) -> list[str]:
    return [one.words for one in owned.who]


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        ("Amy to ask the library", ["Amy"], "ask the library"),
        ("amy will ask the library", ["amy"], "ask the library"),
        ("Ruth Moss will ask", ["Ruth Moss"], "ask"),
        ("Ruth is going to ask", ["Ruth"], "ask"),
        ("Amy has agreed to ask", ["Amy"], "ask"),
        ("Amy should ask the library", ["Amy"], "ask the library"),
        ("Amy, please ask the library", ["Amy"], "ask the library"),
        ("Amy: ask the library", ["Amy"], "ask the library"),
        ("Can Amy ask the library?", ["Amy"], "ask the library?"),
        ("Agreed: Amy to ask", ["Amy"], "ask"),
        ("Amy and Tom to paint the hall", ["Amy", "Tom"], "paint the hall"),
        ("Amy, Tom & Bea will paint", ["Amy", "Tom", "Bea"], "paint"),
        ("I'll ring them", ["I"], "ring them"),
        ("I will ring them", ["I"], "ring them"),
        ("I’m going to ring them", ["I"], "ring them"),
        ("I need to ring them", ["I"], "ring them"),
        ("me to ring them", ["me"], "ring them"),
        ("me and Tom to paint", ["me", "Tom"], "paint"),
        ("Tom and I will paint", ["Tom", "I"], "paint"),
        ("@amy please ask", ["@amy"], "ask"),
        ("@amy ask the library", ["@amy"], "ask the library"),
        ("ask the library (Amy)", ["Amy"], "ask the library"),
        ("ask the library - Tom and me", ["Tom", "me"], "ask the library"),
        ("ask the library – @pat", ["@pat"], "ask the library"),
        ("ask the library @amy", ["@amy"], "ask the library"),
        ("minutes, Amy", ["Amy"], "minutes"),
        ("Minutes, Amy", ["Amy"], "Minutes"),
        ("minutes; Amy and Tom", ["Amy", "Tom"], "minutes"),
        ("minutes, hall keys, Tom", ["Tom"], "minutes, hall keys"),
        ("invite Bea, Amy", [], "invite Bea, Amy"),
        ("send it to Bea, Tom and Amy", [], "send it to Bea, Tom and Amy"),
        ("book the hall, tables, chairs", [], "book the hall, tables, chairs"),
        ("ask the library. Who: the parish council", ["the parish council"], "ask the library"),
        ("who: Pat\nwhat: ask the library", ["Pat"], "ask the library"),
    ],
)
def test_C3_1_who_and_what_are_told_apart(text: str, who: list[str], what: str) -> None:
    owned = read_owners(text, KNOWN, ["@amy"])
    assert (_who(owned), owned.what) == (who, what)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Pat to ring the council", "Pat"),
        ("Pat will ring the council", "Pat"),
        ("Pat’ll ring the council", "Pat"),
        ("Élodie to ring the council", "Élodie"),
        ("O'Brien to ring the council", "O'Brien"),
        ("Mrs Jones to ring the council", "Mrs Jones"),
        ("Riverside Sight Group to ring the council", "Riverside Sight Group"),
        ("Citizens Advice will ring the council", "Citizens Advice"),
        ("the parish council will ring the council", "the parish council"),
    ],
)
def test_an_unknown_name_is_taken_where_it_plainly_acts(text: str, who: str) -> None:
    assert read_owners(text, KNOWN) == Owned((Named("name", who),), "ring the council")


@pytest.mark.parametrize(
    "text",
    [
        "Talk to Pat about it",
        "Letter to the council",
        "Write to councillors",
        "Welcome to the group",
        "Remember to ring",
        "Need to ring the council",
        "It will be nice",
        "Everyone to bring a chair",
        "Pat will not do it",
        "Amy's dog to be fed",
        "ring Amy",
        "send the list to @amy",
        "order the bench (urgent)",
        "order the bench - soon",
        "Amy",
        "order the bench",
        "",
    ],
)
def test_nobody_is_invented(text: str) -> None:
    assert read_owners(text, KNOWN, ["@amy"]) == Owned((), text)


@pytest.mark.parametrize(
    "text", ["we should order a bench", "Someone to order a bench", "a volunteer will order a bench"]
)
def test_someone_is_nobody_yet(text: str) -> None:
    assert read_owners(text, KNOWN) == Owned((), "order a bench")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("me", ["me"]),
        ("I will", ["I"]),
        ("I'll do it", ["I"]),
        ("yes", ["yes"]),
        ("pat", ["pat"]),
        ("Pat will do it", ["Pat"]),
        ("Amy and me", ["Amy", "me"]),
        ("Give it to Tom", ["Tom"]),
        ("the parish council", ["the parish council"]),
        ("@pat", ["@pat"]),
        ("someone", []),
        ("not sure", []),
        ("nobody", []),
        ("?", []),
        ("the library is shut", []),
    ],
)
def test_an_answer_to_who_is_a_name_or_nobody(text: str, who: list[str]) -> None:
    assert [one.words for one in read_names(text, KNOWN)] == who


_NAMES = st.lists(st.sampled_from([name.split()[0] for name in KNOWN]), min_size=1, max_size=4, unique=True)
_WHATS = st.sampled_from(["ring the council", "paint the hall", "order 12 chairs", "find the old report"])


@given(
    names=_NAMES, joint=st.sampled_from([" and ", ", ", " & "]), link=st.sampled_from([" to ", " will "]), what=_WHATS
)
def test_any_known_people_are_all_found(names: list[str], joint: str, link: str, what: str) -> None:
    owned = read_owners(f"{joint.join(names)}{link}{what}", KNOWN)
    assert (_who(owned), owned.what) == (names, what)


@given(names=_NAMES, what=_WHATS)
def test_people_in_brackets_at_the_end_are_the_same_people(names: list[str], what: str) -> None:
    assert read_owners(f"{what} ({', '.join(names)})", KNOWN) == Owned(tuple(Named("name", n) for n in names), what)


@given(st.text(max_size=200), st.lists(st.text(min_size=1, max_size=12), max_size=5))
def test_only_words_that_were_written_come_out(text: str, known: list[str]) -> None:
    owned = read_owners(text, known)
    for one in owned.who:
        assert one.words in text
    assert set(re.findall(r"\w+", owned.what)) <= set(re.findall(r"\w+", text))


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz ,.", max_size=120))
def test_words_without_a_capital_name_no_stranger(text: str) -> None:
    organisations = ("the ", "who", "owner", "lead", "i ", "me")
    owned = read_owners(text, [])
    assert not owned.who or any(word in text for word in organisations) or text.lstrip(" ,.").startswith(("i", "me"))


@pytest.mark.parametrize("piece", ["Amy and ", "A ", "@a ", "(", "- ", ",", "who: ", "so ", "\n", "the "])
def test_long_words_take_no_longer_than_they_should(piece: str) -> None:
    text = piece * (4000 // len(piece))
    # Processor time, so that other programs do not count.
    began = process_time()
    read_owners(text, KNOWN, ["@a"])
    assert process_time() - began < 1
