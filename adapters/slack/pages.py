"""The few pages that somebody sees who installs the bot: plain, without scripts, and readable by a screen reader."""

import html
from typing import Final

from aiohttp import web

COOKIE: Final = "said_and_done_install"
_HEADERS: Final = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
_PAGE: Final = """<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} - Said &amp; Done</title>
<style>body{{font:1.25rem/1.5 sans-serif;max-width:36rem;margin:2rem auto;padding:0 1rem;color:#111;background:#fff}}
a{{color:#003c8f}}a:focus{{outline:3px solid #b35900;outline-offset:3px}}</style>
</head>
<body>
<main>
<h1>{title}</h1>
{body}
</main>
</body>
</html>
"""


def page(title: str, *lines: str, link: tuple[str, str] | None = None, status: int = 200) -> web.Response:
    """A page of plain sentences; `link`: where to go next, and what it says."""
    body = [f"<p>{html.escape(line)}</p>" for line in lines]
    if link:
        body.append(f'<p><a href="{html.escape(link[0])}">{html.escape(link[1])}</a></p>')
    text = _PAGE.format(title=html.escape(title), body="\n".join(body))
    return web.Response(text=text, status=status, content_type="text/html", charset="utf-8", headers=_HEADERS)


def begin(authorize: str) -> web.Response:
    """The page that leads to Slack."""
    return page(
        "Add Said & Done to Slack",
        "Slack will ask you what the bot may do. You can say no there.",
        "Nothing is said in any channel until somebody invites the bot to it.",
        link=(authorize, "Go to Slack"),
    )


def done(name: str, bot: str) -> web.Response:
    """It is installed."""
    return page(
        "Said & Done is in your Slack",
        f"It is added to {name}.",
        f"Now go to a channel in Slack, and type /invite @{bot} there.",
        "Then type idea: and your first idea.",
    )


def not_done(why: str, again: str, status: int) -> web.Response:
    """It is not installed: why, and how to try again."""
    return page("Not added yet", why, "Nothing has changed.", link=(again, "Try again"), status=status)
