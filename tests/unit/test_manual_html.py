"""The manual as web pages: whole, linked, with its pictures, and without a network."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import manual_html
import pytest

from qualcode_app.ui import manual


class Seen(HTMLParser):
    """What a page points at, and which elements it has."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.tags: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.links += [value for name, value in attrs if name in ("href", "src")]


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    return manual_html.write(tmp_path_factory.mktemp("manual"))


def test_every_page_is_written_in_both_languages(written):
    assert len(written) == 2 * len(manual.STEMS)
    for language in ("en", "nl"):
        for page in manual.pages(language):
            text = next(
                path for path in written if path.parts[-2:] == (language, f"{page.path.stem}.html")
            ).read_text("utf-8")
            assert f'<html lang="{language}">' in text
            seen = Seen(text)
            assert seen.tags.count("h1") + seen.tags.count("h2") == len(page.headings)
            assert ("table" in seen.tags) == ("\n|--" in page.text)


def test_links_and_pictures_lead_to_what_was_written(written):
    for path in written:
        for link in Seen(path.read_text("utf-8")).links:
            assert not re.match(r"\w+:|//", link), link
            assert (path.parent / link).is_file(), link
