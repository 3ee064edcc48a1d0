"""What every test may ask for."""

from __future__ import annotations

import gc
import io
import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from qualcode_app import paths
from qualcode_app.formats import codebook_json
from qualcode_app.pdf.client import render_png
from qualcode_app.services import sample
from qualcode_app.services.registers import loading
from qualcode_app.services.store import people
from qualcode_app.services.store.people import NewCoder
from qualcode_app.services.store.project import Project
from tests.patience import qtbot  # noqa: F401  found by its name
from tests.sharing import Extractions, Once
from tests.vanishing import vanishes  # noqa: F401  likewise

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"


def _shared(name: str) -> Path:
    folder = SHARED / name
    if not folder.is_dir():
        pytest.skip(f"the folder ../shared/{name} is not beside this checkout")
    return folder


# A run is to depend on neither chance nor how busy the machine is;
# `--hypothesis-profile=default` tries other examples each time.
settings.register_profile(
    "steady",
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("steady")


# As in the program: Python may not collect in the middle of what Qt does, or Qt waits for ever.
gc.disable()
_TESTS_BETWEEN_SWEEPS = 50
_number_of_test = count(1)


def pytest_runtest_logfinish() -> None:
    """Collect garbage between tests, now and then all of it."""
    gc.collect(2 if next(_number_of_test) % _TESTS_BETWEEN_SWEEPS == 0 else 1)


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder with real PDFs and double-coded texts, beside the checkout."""
    return _shared("corpus")


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder with the source texts, beside the checkout."""
    return _shared("seeds")


@pytest.fixture(scope="session")
def refi() -> Path:
    """The folder with schemas and files of the REFI-QDA standard, beside the checkout."""
    return _shared("refi-qda")


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """Makes files that all test processes share."""
    return Once(tmp_path_factory)


@pytest.fixture(scope="session")
def extracted(once: Once) -> Iterator[Extractions]:
    """Reads PDFs of the corpus."""
    with closing(Extractions(once)) as extractions:
        yield extractions


@pytest.fixture(scope="session")
def sample_file(once: Once, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample project of this test process; copy it before changing it."""
    made = once("sample", lambda folder: sample.make(folder / "sample.qualcode").close())
    copied = shutil.copy(made / "sample.qualcode", tmp_path_factory.mktemp("sample"))
    return Path(copied)


@pytest.fixture(scope="session")
def pledges_file(once: Once, sample_file: Path) -> Path:
    """The sample project with a register of pledges in it; copy it before changing it."""

    def make(folder: Path) -> None:
        book = codebook_json.read(paths.codebooks() / "party-programme.json")
        with Project.open(Path(shutil.copy(sample_file, folder / "pledges.qualcode"))) as project:
            project.author_uid = project.read(people.coders)[0].uid
            project.write(loading.load, book)

    return once("pledges", make) / "pledges.qualcode"


@pytest.fixture
def project_file(sample_file: Path, tmp_path: Path) -> Path:
    """A copy of the sample project that a test may change."""
    return Path(shutil.copy(sample_file, tmp_path / "project.qualcode"))


@pytest.fixture
def project(project_file: Path) -> Iterator[Project]:
    """The sample project, open."""
    with Project.open(project_file) as opened:
        yield opened


@pytest.fixture(params=["no project", "newer", "damaged", "of another study", "held"])
def unfit_file(request: pytest.FixtureRequest, sample_file: Path, tmp_path: Path) -> Iterator[Path]:
    """A file that cannot be merged into the sample project; its name tells why."""
    path = tmp_path / f"{request.param}.qualcode"
    match request.param:
        case "no project":
            path.write_text("dit is geen project" * 20)
        case "damaged":
            whole = sample_file.read_bytes()
            path.write_bytes(whole[: len(whole) // 3])
        case "of another study":
            Project.create(path, title="Andere studie", coder=NewCoder("Iemand Anders")).close()
        case _:
            shutil.copy(sample_file, path)
    with ExitStack() as stack:
        if request.param in ("newer", "held"):
            link = stack.enter_context(closing(sqlite3.connect(path, isolation_level=None)))
            how = {"newer": "PRAGMA user_version = 99", "held": "BEGIN EXCLUSIVE"}
            link.execute(how[request.param])
        yield path


SCANNED = ("Wij bouwen tweehonderd woningen", "in de dorpen langs het kanaal.")


def _typed(path: Path) -> bytes:
    sheet = Canvas(str(path), pagesize=(400, 300))
    sheet.setFont("Helvetica", 18)
    for number, line in enumerate(SCANNED):
        sheet.drawString(40, 220 - 30 * number, line)
    sheet.showPage()
    sheet.save()
    return path.read_bytes()


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    """A file whose first page is a picture of words and whose second one has text."""
    picture = render_png(_typed(tmp_path / "typed.pdf"), 1, 3)
    path = tmp_path / "ingescand.pdf"
    sheet = Canvas(str(path), pagesize=(400, 300))
    sheet.drawImage(ImageReader(io.BytesIO(picture)), 0, 0, 400, 300)
    sheet.showPage()
    sheet.setFont("Helvetica", 12)
    sheet.drawString(40, 220, "De gemeente let op groen en water.")
    sheet.showPage()
    sheet.save()
    return path
