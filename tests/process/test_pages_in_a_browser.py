"""The bot's pages in a real browser: nothing runs out of the narrowest screen, and headings are in order."""

import html
import json
import re
import shutil
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest

from tests.commitments.files import files_of
from tests.house import Room

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
NARROW = 320
_ALONE = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
          "--disable-component-update", "--disable-sync", "--virtual-time-budget=5000")  # fmt: skip
# A page in a frame as wide as a small phone; what it measures there is what the browser writes down at the end.
_FRAME = """<!doctype html><iframe width="{width}" height="600" style="border:0" srcdoc="{page}"></iframe>
<pre></pre><script>onload = () => {{
  const inside = document.querySelector("iframe").contentDocument, root = inside.documentElement;
  const texts = [...inside.querySelectorAll("h1,h2,h3,p,li,dt,dd,figcaption")];
  document.querySelector("pre").textContent = JSON.stringify({{
    beyond: root.scrollWidth - root.clientWidth, lang: root.lang, title: inside.title,
    headings: [...inside.querySelectorAll("h1,h2,h3")].map(each => Number(each.tagName[1])),
    smallest: Math.min(...texts.map(each => parseFloat(inside.defaultView.getComputedStyle(each).fontSize))),
    texts: texts.length, scripts: inside.scripts.length, images: inside.images.length,
  }});
}}</script>"""


def _shown(page: str, folder: Path) -> dict[str, object]:
    """What a browser makes of a page."""
    file = folder / "frame.html"
    file.write_text(_FRAME.format(width=NARROW, page=html.escape(page)), encoding="utf-8")
    assert CHROMIUM
    done = subprocess.run(  # noqa: S603 - the browser of this machine, and a file of our own
        [CHROMIUM, *_ALONE, f"--user-data-dir={folder / 'profile'}", "--dump-dom", file.as_uri()],
        capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    told = re.search(r"<pre>(.+?)</pre>", done.stdout, re.DOTALL)
    assert told, done.stdout
    seen: dict[str, object] = json.loads(html.unescape(told[1]))
    return seen


@pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine to show a page in")
@pytest.mark.parametrize("asked", ["/export page", "/report page", "/yousaid easy"])
async def test_C5_a_page_can_be_read_on_the_narrowest_phone_whatever_a_member_wrote(
    here: Room, asked: str, tmp_path: Path
) -> None:
    await here.facilitated()
    await here.says("bea", f"/idea a bench <script>alert(1)</script> at https://example.org/{'long' * 60}")
    await here.says("tom", "/idea bigger letters")
    await here.says("ruth", "/answer 2 no, there is nobody to print them")
    await here.says("bea", "hello", kind="opened", private=True)
    [file] = files_of(await here.says("bea", asked))
    seen = _shown(file.text, tmp_path)
    headings = seen["headings"]
    assert isinstance(headings, list)
    assert headings[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(headings))
    assert (seen["beyond"], seen["lang"], seen["scripts"], seen["images"]) == (0, "en-GB", 0, 0)
    assert seen["title"]
    assert isinstance(seen["texts"], int)
    assert seen["texts"] > 5
    assert isinstance(seen["smallest"], float | int)
    assert seen["smallest"] >= 16
