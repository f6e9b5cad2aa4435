"""What the terminal itself tells whoever sits at it."""

HELP = (
    "Bea: /idea a bench        Bea says it in the group. A new name joins.",
    "Tom: > I like it          Tom replies to the bot's last message.",
    "Tom: >7 I like it         Tom replies to message 7.",
    "Ruth (dm): yes, we can    Ruth writes to the bot privately.",
    "Ruth: press Yes           Ruth presses a button. Or: press 7 Yes",
    "+3 days                   Time goes by. Or: +2 hours, +1 week, +5 working days",
    "people, help, quit        Who is here, these lines again, the end.",
    "A line without a name is said by whoever spoke last.",
)
YOUR_TURN = "Now it is your turn. To see what the bot can do, type /help."
GOING_ON = "Going on where you stopped."
TRY_YOURSELF = "To go on yourself, start this in a terminal. Or pipe lines into it."
HOW = "To see what you can type, type help."
YOUR_LINES = "That was the start. Now come your lines."
GOODBYE = "That is all. Goodbye."
