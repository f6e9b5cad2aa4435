"""What the databases of tests seal with: who raised an idea without a name can be told there, by whoever has this."""

from typing import Final

from storage.sealing import seal_for_people

KEY: Final = "the key of tests that is of no use to anybody else"
SEAL: Final = seal_for_people(KEY)
