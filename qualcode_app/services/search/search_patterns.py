"""How a query is matched on a text that was folded before."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from qualcode_app.domain.errors import QualcodeError
from qualcode_app.domain.folding import fold
from qualcode_app.domain.search_query import Mode, Query, tokens

Spans = Iterator[tuple[int, int]]
Matcher = Callable[[str], Spans]

LONGEST = 4000  # characters of a query
PATIENCE_S = 2.0  # for one document: an honest expression needs milliseconds
_LETTER = r"[^\W_]"
_BEGIN, _END = rf"(?<!{_LETTER})", rf"(?!{_LETTER})"
_LETTERS = re.compile(rf"{_LETTER}*")
_BETWEEN = r"[\W_]+"
_QUOTES = str.maketrans(dict.fromkeys("‘’‛ʼ`´", "'") | dict.fromkeys("“”„‟«»", '"'))
_SENTENCE_END = re.compile(r"(?<=[.!?]) ")


class BadQuery(QualcodeError):
    """A search that cannot be carried out as it is written."""


def matcher(query: Query, forms: Mapping[str, frozenset[str]]) -> Matcher:
    """Return what finds the places of a query in a folded text.

    Args:
        query: What is asked for; with `exact_case` the text must have been folded with its
            capitals kept.
        forms: For a search by word family, the folded forms of each folded word.

    Raises:
        BadQuery: Nothing is asked for, or the expression is not understood.
    """
    check(query)
    match query.mode:
        case Mode.REGEX:
            return _expression(query)
        case Mode.WILDCARD:
            return _wildcards(query)
        case Mode.INSIDE:
            return _inside(query)
        case _:
            return _words(query, forms)


def check(query: Query) -> None:
    """Refuse a query without anything to find.

    Raises:
        BadQuery: It has no letter or digit, or it is too long.
    """
    if len(query.words) > LONGEST:
        raise BadQuery("A search has at most {n} characters. Make it shorter.", n=LONGEST)
    if query.mode != Mode.REGEX and not tokens(query.words):
        raise BadQuery(
            "There is nothing to search for. Type a word of at least one letter or digit."
        )
    if not query.words.strip():
        raise BadQuery(
            "There is nothing to search for. Type a word of at least one letter or digit."
        )


def _words(query: Query, forms: Mapping[str, frozenset[str]]) -> Matcher:
    words = tokens(query.words, keep_case=query.exact_case)
    parts = []
    for word in words:
        several = forms.get(word.lower(), frozenset()) | {word}
        choices = sorted(map(re.escape, several), key=lambda one: (-len(one), one))
        parts.append(choices[0] if len(choices) == 1 else f"(?:{'|'.join(choices)})")
    rest = rf"{_LETTER}*" if query.mode == Mode.START else ""
    flags = re.IGNORECASE if query.mode == Mode.FAMILY and query.exact_case else 0
    pattern = re.compile(f"{_BETWEEN.join(parts)}{rest}{_END}", flags)

    def spans(text: str) -> Spans:
        found = pattern.search(text)  # beginning with a letter it is ten times as fast
        while found is not None:
            start, end = found.span()
            is_word = not start or not text[start - 1].isalnum()
            if is_word:
                yield start, end
            found = pattern.search(text, end if is_word else start + 1)

    return spans


def _inside(query: Query) -> Matcher:
    """Find a part of a word; the whole word around it is the place."""
    needle = _plain(query)

    def spans(text: str) -> Spans:
        text = text.translate(_QUOTES) if "'" in needle or '"' in needle else text
        place = text.find(needle)
        while place >= 0:
            start, end = place, place + len(needle)
            while start and text[start - 1].isalnum() and text[start].isalnum():
                start -= 1
            if text[end - 1].isalnum() and (rest := _LETTERS.match(text, end)):
                end = rest.end()
            yield start, end
            place = text.find(needle, end)

    return spans


def _wildcards(query: Query) -> Matcher:
    parts = []
    for word in _plain(query).split():
        signs = {"*": f"{_LETTER}*", "?": _LETTER}
        parts.append("".join(signs.get(sign) or re.escape(sign) for sign in word))
    return _timed(f"{_BEGIN}{_BETWEEN.join(parts)}{_END}", ignore_case=False)


def _expression(query: Query) -> Matcher:
    """Find an expression; for `.` a sentence is what a line is elsewhere."""
    find = _timed(fold(query.words, keep_case=True), ignore_case=not query.exact_case)

    def spans(text: str) -> Spans:
        return find(_SENTENCE_END.sub("\n", text))

    return spans


def _timed(pattern: str, *, ignore_case: bool) -> Matcher:
    """Return a matcher that gives up in time and lets the window run meanwhile."""
    import regex  # noqa: PLC0415  few searches need it

    try:
        compiled = regex.compile(pattern, regex.IGNORECASE if ignore_case else 0)
    except (regex.error, OverflowError, RecursionError) as error:
        raise BadQuery(
            "This expression is not understood: {reason}. Correct it, or search for words.",
            reason=str(error),
        ) from error

    def spans(text: str) -> Spans:
        try:
            found = compiled.finditer(text, timeout=PATIENCE_S, concurrent=True)
            yield from (one.span() for one in found if one.end() > one.start())
        except (TimeoutError, MemoryError) as error:
            raise BadQuery(
                "This expression takes too long on one document, so the search was stopped. "
                "Make it simpler, for instance without one repetition inside another."
            ) from error

    return spans


def _plain(query: Query) -> str:
    folded = fold(query.words, keep_case=query.exact_case).translate(_QUOTES)
    return " ".join(folded.split())
