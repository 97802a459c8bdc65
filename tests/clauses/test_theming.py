"""Pages that other processes put into the theme: the site is to the byte what one process makes of it."""

import os
from collections import Counter
from pathlib import Path

import jinja2
import pytest
import yaml
from tests.clauses.test_ahead import alone, three_processors, waited_for  # noqa: F401 - fixtures
from tests.clauses.test_build import LANGUAGES, project  # noqa: F401 - a fixture
from tests.clauses.test_kept import CACHE, changed, site

CLAUSES = {f"{language}/{page}" for language in LANGUAGES for page in ("cc205/3.md", "cc205/4.md", "cc211/1.md")}
FIRST = {f"{language}/cc205/3.md" for language in LANGUAGES}  # the others begin when this process has put one into the theme


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch, waited_for: list[str]) -> Counter[str]:  # noqa: F811
    """The pages that this process puts into the theme, when it waits for the others."""
    seen: Counter[str] = Counter()
    render = jinja2.Template.render

    def counted(template: jinja2.Template, *said: dict, **more: object) -> str:
        if template.name and (page := dict(*said).get("page")):
            seen[page.file.src_uri] += 1
        return render(template, *said, **more)

    monkeypatch.setattr(jinja2.Template, "render", counted)
    return seen


def with_theme(project: Path, main: str, hooks: str = "") -> None:  # noqa: F811
    """Gives the project a main template, and a plugin of its own."""
    said = yaml.safe_load((project / "mkdocs.yml").read_text("utf-8"))
    said["theme"]["custom_dir"], said["hooks"] = "theme", ["hooks.py"]
    (project / "theme").mkdir()
    (project / "theme/main.html").write_text(main, "utf-8")
    (project / "hooks.py").write_text(hooks, "utf-8")
    (project / "mkdocs.yml").write_text(yaml.safe_dump(said), "utf-8")


def test_pages_of_clauses_come_in_the_theme_from_others(project: Path, monkeypatch: pytest.MonkeyPatch, here: Counter[str]) -> None:  # noqa: F811
    wanted = alone(project, monkeypatch)
    assert CLAUSES < here.keys()
    for cache in ("", CACHE, CACHE):
        here.clear()
        assert site(project, "together", cache) == wanted
        assert here and CLAUSES & here.keys() == FIRST
    changed("docs/en/cc205/3.md", "See clause 4.", "Compare clause 4.")(project)
    citing = site(project, "citing", strict=False)
    assert citing == site(project, "cold", cache="", strict=False) and b"Compare clause 4" in citing["en/cc205/4/index.html"]


@pytest.mark.parametrize("main", ['{{ page.content | replace("CC205", "CC-205") }}', "{{ page.title }}"], ids=["changed", "absent"])
def test_a_theme_that_changes_the_content_is_left_to_this_process(
    project: Path, monkeypatch: pytest.MonkeyPatch, here: Counter[str], main: str  # noqa: F811
) -> None:
    with_theme(project, main)
    wanted = alone(project, monkeypatch)
    here.clear()
    assert site(project, "together", cache="") == wanted
    assert here.keys() & CLAUSES > FIRST


def test_what_a_template_tells_is_told_once(project: Path, caplog: pytest.LogCaptureFixture, here: Counter[str]) -> None:  # noqa: F811
    hooks = "import logging\ndef on_env(env, **said):\n    env.globals['tell'] = logging.getLogger('mkdocs.theme').warning\n"
    with_theme(project, "{{ tell('seen ' ~ page.url) }}{{ page.content }}", hooks)
    site(project, "together", cache="", strict=False)
    told = Counter(one.getMessage() for one in caplog.records if "cc2" in one.getMessage())
    assert told["seen en/cc205/3/"] == 1 and set(told.values()) == {1} and CLAUSES & here.keys() == FIRST


HOOKS = """
import os
from pathlib import Path

def on_env(env, config, files):
    global own
    own = env

def on_page_context(context, page, config, nav):
    note("context", page, page.content)
    context["other"] = own.from_string("other {{ page.title }}").render(page=page)
    note("other", page, context["other"])

def on_post_page(output, page, config):
    note("post", page, output)
    return output + "<!-- seen -->"

def note(event, page, text):
    with open(Path(__file__).with_name("seen.txt"), "a") as file:
        print(os.getpid(), event, page.file.src_uri, "clause-panel" in text, "\\x02" in text, file=file)
"""


def test_other_plugins_are_asked_here_once_for_every_page_and_see_its_panels(
    project: Path, monkeypatch: pytest.MonkeyPatch, here: Counter[str]  # noqa: F811
) -> None:
    with_theme(project, '{% extends "base.html" %}{% block footer %}{{ other }}{% endblock %}', HOOKS)
    wanted = alone(project, monkeypatch)
    (project / "seen.txt").unlink()
    here.clear()
    pages = site(project, "together", cache="")
    assert pages == wanted and pages["en/cc205/3/index.html"].endswith(b"<!-- seen -->") and b"other 3" in pages["en/cc205/3/index.html"]
    seen = Counter(line for line in (project / "seen.txt").read_text().splitlines() if line.startswith(f"{os.getpid()} "))
    for page in CLAUSES:
        for event in ("context", "post"):
            assert seen[f"{os.getpid()} {event} {page} True False"] == 1
        assert seen[f"{os.getpid()} other {page} False False"] == 1, "another template answers for itself"


def test_a_page_may_have_a_template_of_its_own(project: Path, monkeypatch: pytest.MonkeyPatch, here: Counter[str]) -> None:  # noqa: F811
    with_theme(project, '{% extends "base.html" %}')
    (project / "theme/own.html").write_text("own {{ page.content }}", "utf-8")
    page = project / "docs/en/cc205/3.md"
    page.write_text(f"---\ntemplate: own.html\n---\n{page.read_text('utf-8')}", "utf-8")
    wanted = alone(project, monkeypatch)
    here.clear()
    pages = site(project, "together", cache="")
    assert pages == wanted and pages["en/cc205/3/index.html"].startswith(b"own ") and CLAUSES & here.keys() == FIRST
