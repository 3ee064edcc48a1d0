"""Small invented projects as QualCoder and Taguette keep them, by their public tables."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

QUALCODER = """
CREATE TABLE project (databaseversion text, date text, memo text, about text);
CREATE TABLE source (id integer primary key, name text, fulltext text, mediapath text, memo text,
    owner text, date text, av_text_id integer, risid integer, unique(name));
CREATE TABLE code_image (imid integer primary key, id integer, x1 integer, y1 integer,
    width integer, height integer, cid integer, memo text, date text, owner text,
    important integer, pdf_page integer);
CREATE TABLE code_av (avid integer primary key, id integer, pos0 integer, pos1 integer,
    cid integer, memo text, date text, owner text, important integer);
CREATE TABLE annotation (anid integer primary key, fid integer, pos0 integer, pos1 integer,
    memo text, owner text, date text, unique(fid,pos0,pos1,owner));
CREATE TABLE attribute_type (name text primary key, date text, owner text, memo text,
    caseOrFile text, valuetype text);
CREATE TABLE attribute (attrid integer primary key, name text, attr_type text, value text,
    id integer, date text, owner text, unique(name,attr_type,id));
CREATE TABLE case_text (id integer primary key, caseid integer, fid integer, pos0 integer,
    pos1 integer, owner text, date text, memo text);
CREATE TABLE cases (caseid integer primary key, name text, memo text, owner text, date text);
CREATE TABLE code_cat (catid integer primary key, name text, owner text, date text, memo text,
    supercatid integer, unique(name));
CREATE TABLE code_text (ctid integer primary key, cid integer, fid integer, seltext text,
    pos0 integer, pos1 integer, owner text, date text, memo text, avid integer,
    important integer, unique(cid,fid,pos0,pos1,owner));
CREATE TABLE code_name (cid integer primary key, name text, memo text, catid integer,
    owner text, date text, color text, unique(name));
CREATE TABLE journal (jid integer primary key, name text, jentry text, date text, owner text);
CREATE VIEW code_text_visible AS SELECT t.* FROM code_text t;
"""

TAGUETTE = """
CREATE TABLE users (login VARCHAR(30) PRIMARY KEY, created DATETIME, hashed_password VARCHAR);
CREATE TABLE projects (id INTEGER PRIMARY KEY, name VARCHAR(200), description TEXT,
    created DATETIME);
CREATE TABLE documents (id INTEGER PRIMARY KEY, name VARCHAR(200), description TEXT,
    filename VARCHAR(200), created DATETIME, project_id INTEGER, text_direction VARCHAR,
    contents TEXT);
CREATE TABLE commands (id INTEGER PRIMARY KEY, date DATETIME, user_login VARCHAR(30),
    project_id INTEGER, document_id INTEGER, payload TEXT);
CREATE TABLE highlights (id INTEGER PRIMARY KEY, document_id INTEGER, start_offset INTEGER,
    end_offset INTEGER, snippet TEXT);
CREATE TABLE tags (id INTEGER PRIMARY KEY, project_id INTEGER, path VARCHAR(200),
    description TEXT);
CREATE TABLE highlight_tags (highlight_id INTEGER, tag_id INTEGER,
    PRIMARY KEY (highlight_id, tag_id));
"""

WHEN = "2024-03-05 10:11:12"
TEXT = "Wonen 😀\nWij bouwen duizend woningen in Fictiestad.\nWij planten bomen.\n"
HTML = (
    "<h1>Wonen</h1>\n<p>Wij <b>bouwen</b> één dorp &amp; duizend woningen.</p>\n"
    "<ul><li>Wij planten bomen.</li></ul>"
)


def qualcoder(folder: Path, pdf: bytes | None = None, picture: bytes | None = None) -> Path:
    """Make a project of two coders, nested categories, a case, memos, and areas where asked."""
    home = folder / "studie.qda"
    (home / "documents").mkdir(parents=True)
    link = sqlite3.connect(home / "data.qda")
    link.executescript(QUALCODER)

    def put(table: str, *rows: tuple[object, ...]) -> None:
        for row in rows:
            marks = ",".join("?" * len(row))
            link.execute(f"INSERT INTO {table} VALUES ({marks})", row)

    put("project", ("v11", WHEN, "Over de studie", "QualCoder"))
    put("source", (1, "brief.txt", TEXT, None, "Een brief", "Anna", WHEN, None, None))
    put("code_cat", (1, "Ruimte", "Anna", WHEN, "", None), (2, "Stad", "Anna", WHEN, "", 1))
    put(
        "code_name",
        (1, "Wonen", "Alles over wonen", 2, "Anna", WHEN, "#AA3311"),
        (2, "Groen", "", None, "Anna", WHEN, "#117733"),
    )
    start, trees = TEXT.index("duizend"), TEXT.index("Wij planten")
    put(
        "code_text",
        (1, 1, 1, "duizend woningen", start, start + 16, "Anna", WHEN, "Veel", None, 1),
        (2, 1, 1, "duizend woningen", start, start + 16, "Bert", WHEN, "", None, 0),
        (3, 2, 1, "Wij planten bomen.", trees, trees + 18, "Bert", WHEN, "", None, 0),
        (4, 9, 1, "niets", 0, 5, "Bert", WHEN, "", None, 0),
    )
    put("annotation", (1, 1, 0, 5, "Een kop", "Anna", WHEN))
    put("cases", (1, "Fictiestad", "Een stad", "Anna", WHEN))
    put("case_text", (1, 1, 1, 0, 71, "Anna", WHEN, ""))
    put(
        "attribute_type",
        ("Inwoners", WHEN, "Anna", "", "case", "numeric"),
        ("Bron", WHEN, "Anna", "", "file", "character"),
    )
    put(
        "attribute",
        (1, "Inwoners", "case", "12000", 1, WHEN, "Anna"),
        (2, "Bron", "file", "post", 1, WHEN, "Anna"),
    )
    put("journal", (1, "Dagboek", "Vandaag begonnen.", WHEN, "Anna"))
    put("source", (3, "geluid.mp3", "", "audio:/elders/geluid.mp3", "", "Anna", WHEN, None, None))
    put("code_av", (1, 3, 0, 5, 1, "", WHEN, "Anna", 0))
    if pdf is not None:
        (home / "documents" / "akkoord.pdf").write_bytes(pdf)
        put("source", (2, "akkoord.pdf", "", "/docs/akkoord.pdf", "", "Anna", WHEN, None, None))
        put("code_image", (1, 2, 60, 70, 120, 40, 2, "Een vak", WHEN, "Bert", 0, 0))
    if picture is not None:
        (home / "images").mkdir()
        (home / "images" / "plein.png").write_bytes(picture)
        put("source", (4, "plein.png", "", "/images/plein.png", "", "Anna", WHEN, None, None))
        put("code_image", (2, 4, 10, 20, 30, 40, 1, "", WHEN, "Anna", 0, None))
    link.commit()
    link.close()
    return home


def taguette(folder: Path, names: tuple[str, ...] = ("Studie",)) -> Path:
    """Make a file with a project of nested tags and highlights of two coders."""
    path = folder / "studie.sqlite3"
    link = sqlite3.connect(path)
    link.executescript(TAGUETTE)
    for number, name in enumerate(names, start=1):
        link.execute("INSERT INTO projects VALUES (?,?,?,?)", (number, name, "Over", WHEN))
    link.execute(
        "INSERT INTO documents VALUES (1,?,?,?,?,1,'LEFT_TO_RIGHT',?)",
        ("brief", "Een brief", "brief.html", WHEN, HTML),
    )
    for row in ((1, "ruimte"), (2, "ruimte.wonen"), (3, "groen")):
        link.execute("INSERT INTO tags VALUES (?,1,?,'Uitleg')", row)
    plain = "Wonen\nWij bouwen één dorp & duizend woningen.\nWij planten bomen."
    for number, (quote, tags, coder) in enumerate(
        (
            ("één dorp", (2,), "anna"),
            ("duizend woningen", (1, 2), "bert"),
            ("Wij planten bomen.", (3,), ""),
            ("Wonen", (), "anna"),
        ),
        start=1,
    ):
        start = len(plain[: plain.index(quote)].encode())
        end = start + len(quote.encode())
        link.execute("INSERT INTO highlights VALUES (?,1,?,?,?)", (number, start, end, quote))
        for tag in tags:
            link.execute("INSERT INTO highlight_tags VALUES (?,?)", (number, tag))
        said = json.dumps({"type": "highlight_add", "highlight_id": number})
        if coder:
            link.execute("INSERT INTO commands VALUES (?,?,?,1,1,?)", (number, WHEN, coder, said))
    link.commit()
    link.close()
    return path
