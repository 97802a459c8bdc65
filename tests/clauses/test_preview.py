"""The plugin in the author's loop: what a save shows, what it tells, and when."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from lxml import html
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs_static_i18n.plugin import I18n

from plugins.clauses import afterwards
from tests.clauses.test_build import project  # a fixture

Save = Callable[[str, str], None]
DANGLING = "zh/cc205/3.md:3: warning C01 '第 7 条'"


@pytest.fixture
def config(project: Path) -> Iterator[Callable[[], MkDocsConfig]]:
    """The configuration, read anew as at every save; MkDocs keeps the plugin itself."""

    def read() -> MkDocsConfig:
        return load_config(str(project / "mkdocs.yml"), site_dir=str(project / "site"))

    first = read()
    first.plugins.on_startup(command="serve", dirty=True)
    yield read
    first.plugins.on_shutdown()
    first.plugins.on_startup(command="build", dirty=False)


@pytest.fixture
def save(project: Path, config: Callable[[], MkDocsConfig]) -> Save:
    """Changes words of a page and builds; the first time there is the whole site to build."""

    def saved(old: str, new: str) -> None:
        page = project / "docs/zh/cc205/3.md"
        page.write_text(page.read_text("utf-8").replace(old, new), "utf-8")
        build(config(), serve_url="http://localhost/", dirty=True)

    return saved


def shown(project: Path) -> str:
    """The words of the page that is saved."""
    return html.parse(str(project / "site/cc205/3/index.html")).getroot().text_content()


def looked_through(config: Callable[[], MkDocsConfig]) -> None:
    """Waits until all is told."""
    config().plugins["clauses"]._afterwards._thread.join()


def test_a_save_is_shown_before_it_is_looked_through(
    project: Path, config: Callable[[], MkDocsConfig], save: Save, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(afterwards, "PAUSE", 1000)
    save("见第 4 条", "见第 7 条")
    assert "见第 7 条" in shown(project) and DANGLING not in caplog.text
    monkeypatch.setattr(afterwards, "PAUSE", 0)
    save("见第 7 条", "再见第 7 条")
    looked_through(config)
    assert "再见第 7 条" in shown(project) and caplog.text.count(DANGLING) == 1  # the first save is told by the second alone


def test_a_save_that_breaks_what_must_hold_is_told_at_once_and_not_shown(
    project: Path, config: Callable[[], MkDocsConfig], save: Save, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(afterwards, "PAUSE", 1000)
    save("", "")
    with pytest.raises(Abort):
        save("见第 4 条", "见 [[9]]")
    assert "zh/cc205/3.md:3: error C01 '[[9]]'" in caplog.text and "见第 4 条" in shown(project)
    save("见 [[9]]", "见第 4 条。")
    assert "见第 4 条。" in shown(project)


def test_what_is_given_up_tells_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(afterwards, "PAUSE", 0)
    seen: list[int] = []

    def work(own: afterwards.Afterwards) -> None:
        for part in own.while_wanted(range(10)):
            seen.append(part)
            own._given_up.set()
        seen.append(100 if own.wanted else -1)

    afterwards.Afterwards(work)._thread.join()
    assert seen == [0, -1]


def test_no_page_of_another_language_is_passed_on_while_one_is_written(
    project: Path, save: Save, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (project / "mkdocs.yml").read_text("utf-8").replace("docs_structure", "build_only_locale: zh\n    docs_structure")
    (project / "mkdocs.yml").write_text(text, "utf-8")
    passed_on: set[str] = set()
    on_files = I18n.reconfigure_files

    def seen(self, files, config):
        passed_on.update(file.src_uri.partition("/")[0] for file in files.documentation_pages())
        return on_files(self, files, config)

    monkeypatch.setattr(I18n, "reconfigure_files", seen)
    save("见第 4 条", "再见第 4 条")
    assert passed_on == {"zh"} and "再见第 4 条" in shown(project)
