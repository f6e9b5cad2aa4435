"""The one way a transcript can be refused, so that whoever made the file is told what to mend."""

import json


class TranscriptError(ValueError):
    """The file can't be played; its text is one sentence for whoever made it."""

    def __init__(self, why: str) -> None:
        super().__init__(f"I can't play this transcript: {why}.")
        self.why = why


def shown(value: object) -> str:
    """Give a value as the file has it, on one line and not too long."""
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 60 else f"{text[:59]}…"
