"""Pictures of answers: well formed, named in words, without styles of their own, and in the right place."""

import json
import re
from fractions import Fraction

import pytest
from lxml import etree
from plugins.calculators.respond import respond
from plugins.calculators.runtime.language_page import language_page
from plugins.calculators.sections import html as whole
from tests.built import LANGUAGES, ROOT


DRAWN = r'<figure.*?</figure>|<ol class="calculator-cycle.*?</ol>'


def answered(name: str, request: dict, language: str = "en", drawn: str = DRAWN) -> tuple[dict, etree._Element]:
    message = {"name": name, "text": json.dumps(request), "language": language, "base": "", "wanted": "answer"}
    reply = json.loads(respond(json.dumps(message), language_page(ROOT, language, {}, for_browser=False)))
    found = re.findall(drawn, whole(reply["sections"]), re.DOTALL)
    return reply["answer"], etree.fromstring(f"<div>{''.join(found)}</div>")


def picture(html: etree._Element, kind: str) -> etree._Element:
    return html.find(f".//figure[@class='calculator-picture calculator-{kind}']")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("people", [1, 5, 6, 55, "54.5", 10700])
@pytest.mark.parametrize("standard", [("QMS", "medium"), ("EMS", "limited")])
def test_the_client_stands_on_the_line_and_on_the_band(language: str, people: object, standard: tuple[str, str]) -> None:
    _, html = answered("cc105", {"standard": standard[0], "category": standard[1], "personnel": people}, language)
    figure = picture(html, "curve")
    svg = figure.find("svg")
    assert svg.get("role") == "img" and svg.get("aria-label") == figure.findtext("figcaption") and "{" not in svg.get("aria-label")
    assert not [one for one in figure.iter() if one.get("style") or one.get("id")]
    line, steps = (figure.find(f".//path[@class='calculator-{name}']").get("d") for name in ("line", "band"))
    width = float(figure.find("svg/svg").get("viewBox").split()[2])
    points = [tuple(map(float, one.split(","))) for one in line.removeprefix("M").split("L")]
    at, height = (float(figure.find(".//circle").get(name).rstrip("%")) for name in ("cx", "cy"))
    x = at * width / 100
    left = next(n for n in range(len(points) - 1) if points[n][0] <= x + 1 and x - 1 <= points[n + 1][0])
    (x1, y1), (x2, y2) = points[left : left + 2]
    assert abs(y1 + (y2 - y1) * (x - x1) / (x2 - x1) - height) < 2
    band = float(figure.findall(".//circle")[1].get("cy"))
    assert band in [float(one) for one in re.findall(r"M\d+,([\d.]+)h", steps)]


def test_no_picture_where_there_is_no_number() -> None:
    for request in ({"standard": "EMS", "category": "special", "personnel": 5}, {"standard": "QMS", "personnel": 20000, "choices": {"beyond_table": "last_slope"}}):
        assert picture(answered("cc105", request)[1], "curve") is None


def test_every_site_has_its_cell_and_every_selected_one_its_mark() -> None:
    sites = [{"id": f"<{n}>", "personnel": 5 + n % 30, "group": "shops" if n < 900 else "stores"} for n in range(1000)]
    answer, html = answered("cc11", {"audit": "initial", "sites": sites, "seed": "1"})
    figure = picture(html, "map")
    cells = [title.text.rpartition(":")[0] for title in figure.iter("title")]
    assert sorted(cells) == sorted(one["id"] for one in answer["selected"])
    runs = [int(one) for path in figure.iter("path") for one in re.findall(r"h(\d+)", path.get("d"))]
    assert sum((run + 2) // 10 for run in runs) == len(sites)
    places = {(svg.get("aria-label"), rect.get("x"), rect.get("y")) for svg in figure.iter("svg") for rect in svg.iter("rect")}
    assert len(places) == len(cells)
    assert [paragraph.text.partition(":")[0] for paragraph in figure.iter("p")] == ["shops", "stores"]


def test_a_map_of_many_groups_or_many_selected_sites_stays_small() -> None:
    sites = [{"id": f"s{n}", "personnel": 5, "group": f"g{n % 500}"} for n in range(2000)]
    answer, html = answered("cc11", {"audit": "initial", "sampled": False, "sites": sites, "seed": "1"})
    paths = {path.get("class"): path.get("d") for path in picture(html, "map").iter("path")}
    assert len(etree.tostring(picture(html, "map"))) < 5000
    assert len(answer["selected"]) == 2000 and paths["calculator-all"] == paths["calculator-rest"]


def test_the_cycle_is_a_list_of_its_visits() -> None:
    answer, html = answered("programme", {"standards": [{"standard": "QMS"}], "central": {"personnel": 55}})
    items = html.findall(".//ol[@class='calculator-cycle']/li")
    assert [(item.findtext("span"), item.findtext("strong")) for item in items] == [(visit["title"], visit["days"]) for visit in answer["visits"]]


@pytest.mark.parametrize(("integration", "auditors", "place"), [(0, [["QMS"]], (0, 0)), (60, [["QMS", "EMS"]], (2, 4)), (100, [["QMS", "EMS"], ["QMS"]], (4, 2))])
def test_the_matrix_marks_the_clients_cell_and_the_point_in_it(integration: int, auditors: list[list[str]], place: tuple[int, int]) -> None:
    answer, html = answered("cc106", {"times": {"QMS": 5, "EMS": 4}, "auditors": auditors, "integration": {"percent": integration}})
    figure = picture(html, "cells")
    here, point = figure.find(".//rect[@class='calculator-here']"), figure.find(".//circle")
    x, y, width, height = (float(here.get(name)) for name in ("x", "y", "width", "height"))
    assert x <= float(point.get("cx")) <= x + width and y <= float(point.get("cy")) <= y + height
    cells = [(rect.get("x"), rect.get("y")) for rect in figure.findall(".//rect[@class='calculator-off']")]
    assert len(set(cells)) == 25 and cells.index((here.get("x"), here.get("y"))) == 5 * place[0] + place[1]
    written = figure.findall(".//rect[@class='calculator-off']")[5 * place[0] + place[1]].getnext().text
    assert written == answer["reduction_percent"]


def test_every_deadline_has_its_mark_in_the_order_of_time() -> None:
    request = {"today": "2026-11-20", "stage2_end": "2025-10-17", "decision": "2025-11-21", "certificate_issue": "2025-11-28"}
    answer, html = answered("calendar", request)
    marks = picture(html, "dates").findall(".//circle")
    assert [(mark.get("class"), mark.findtext("title")[-10:]) for mark in marks] == [(f"calculator-{one['state']}", one["date"]) for one in answer["deadlines"]]
    across = [float(mark.get("cx").rstrip("%")) for mark in marks]
    assert across == sorted(across) and len({(mark.get("cx"), mark.get("cy")) for mark in marks}) == len(marks)


@pytest.mark.parametrize(("people", "row"), [(1, "1–5"), (5, "1–5"), ("5.5", "6–10"), (55, "46–65"), (10700, "8501–10700")])
def test_the_whole_table_marks_the_clients_row_and_cell(people: object, row: str) -> None:
    answer, html = answered("cc105", {"standard": "EMS", "category": "low", "personnel": people}, drawn=r"<table class=\"calculator-matrix.*?</table>")
    marked = html.findall(".//tr[@class='calculator-row-here']")
    assert [one.find("th").text.strip() for one in marked] == [row]
    assert [Fraction(cell.text) for cell in html.findall(".//td[@class='calculator-here']")] == [Fraction(answer["table_days"]["band"])]
    assert len(html.findall(".//tbody/tr")) == 23
