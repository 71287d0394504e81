"""What the browser's and HTTP's rooms share: settings, desk, history, jobs, and who may change things."""

import hmac
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

from rag.settings import Settings
from ui.desk import Desk
from ui.history import FILE, History
from ui.jobs import Jobs

COOKIE = "hoibao"
"""Name of the cookie that holds the browser's unguessable id."""

MOST_UPLOAD = 64_000_000
"""Bytes of one uploaded file: a zip of some thousand articles."""


@dataclass(frozen=True, slots=True)
class House:
    """``articles`` is the folder that receives uploads; ``open_to_all`` means beyond loopback."""

    settings: Settings
    desk: Desk
    history: History
    jobs: Jobs
    articles: Path
    open_to_all: bool = False
    closing: Event = field(default_factory=Event)

    @property
    def asks_for_changes(self) -> bool:
        """Whether changing the articles needs the password, here where reading does not."""
        return bool(self.settings.ui_password) and not self.open_to_all


def open_house(
    settings: Settings, desk: Desk, articles: Path | None = None, *, open_to_all: bool = False
) -> House:
    """Make the rooms of one running chat; ``articles`` defaults to the home's own folder."""
    folder = articles or settings.home / "articles"
    folder.mkdir(parents=True, exist_ok=True)
    return House(settings, desk, History(settings.home / FILE), Jobs(), folder, open_to_all)


def close_house(house: House) -> None:
    """End jobs and answers, close the files."""
    house.closing.set()
    house.jobs.close()
    house.desk.close()
    house.history.close()


def password_fits(settings: Settings, given: str | None) -> bool:
    """Whether no password is set, or this is it; takes the same time for every wrong one."""
    wanted = settings.ui_password
    return not wanted or hmac.compare_digest(wanted.encode(), (given or "").encode())
