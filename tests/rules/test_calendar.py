"""What must hold of the dates of a certification cycle whatever they are (GZ021)."""

from __future__ import annotations

import json
from datetime import date, timedelta

import icalendar
from hypothesis import given
from hypothesis import strategies as st

from calculators import LANGUAGES, calculate, calculate_json, schema
from calculators.calendar import DAYS
from calculators.dates import WorkingDays, months_later
from calculators.icalendar_text import escaped, folded, icalendar_text

days = st.dates(date(1900, 1, 1), date(2200, 12, 31))
near = st.dates(date(2025, 9, 1), date(2030, 12, 31)).map(str)
texts = st.text(max_size=300) | st.text("质量管理体系🙂ő,;\\\n\r\t", max_size=300)
surveillances = st.lists(near | st.fixed_dictionaries({"end": near}, optional={"start": near, "verified": near}), max_size=5)
requests = st.fixed_dictionaries(
    {},
    optional={**dict.fromkeys(DAYS, near), "today": near, "surveillances": surveillances, "holidays": st.lists(near, max_size=9)},
)


@given(days, st.integers(-60, 60))
def test_months_keep_the_day_or_take_the_last_of_a_shorter_month(day: date, months: int) -> None:
    later = months_later(day, months)
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day == day.day or (later.day < day.day and (later + timedelta(1)).day == 1)


@given(days, st.integers(1, 20), st.sets(st.integers(1, 40)), st.sets(st.integers(1, 40)))
def test_working_days_are_counted_after_the_day_itself(day: date, count: int, off: set[int], worked: set[int]) -> None:
    holidays = [day + timedelta(number) for number in off - worked]
    weekends = [day + timedelta(number) for number in worked]
    last = WorkingDays(holidays, weekends).later(day, count)
    passed = [day + timedelta(number) for number in range(1, (last - day).days + 1)]
    assert sum(each in weekends or (each.weekday() < 5 and each not in holidays) for each in passed) == count
    assert passed[-1] in weekends or passed[-1].weekday() < 5


@given(texts)
def test_folding_never_splits_a_character_and_unfolds_to_the_same(text: str) -> None:
    line = "SUMMARY:" + escaped(text)
    pieces = folded(line).split("\r\n")
    assert all(len(piece.encode()) <= 75 for piece in pieces)
    assert "".join([pieces[0], *(piece[1:] for piece in pieces[1:])]) == line
    assert all(piece.startswith(" ") for piece in pieces[1:])


@given(texts)
def test_calendar_programs_read_the_texts_back(text: str) -> None:
    deadline = {"key": "stage2", "date": "2028-02-29", "title": text, "rule": "rule", "clauses": ["GZ021:A1/5.6"]}
    event = icalendar.Calendar.from_ical(icalendar_text("name", "", date(2026, 1, 1), [deadline])).events[0]
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    visible = "".join(mark for mark in lines if (mark >= " " and not "\x7f" <= mark <= "\x9f") or mark == "\n")
    assert str(event["SUMMARY"]) == visible
    assert event.decoded("DTSTART") == date(2028, 2, 29) and event.decoded("DTEND") == date(2028, 3, 1)


@given(requests, st.sampled_from(LANGUAGES))
def test_whatever_is_known_the_calendar_is_one_that_programs_accept(request: dict, language: str) -> None:
    answer = calculate("calendar", request, language)
    if "errors" in answer:
        return
    listed = answer["deadlines"]
    assert [deadline["date"] for deadline in listed] == sorted(deadline["date"] for deadline in listed)
    assert len({deadline["key"] for deadline in listed}) == len(listed)
    assert {deadline["state"] for deadline in listed} <= {"met", "missed", "open", "future"}
    if not listed:
        assert answer["ics"] is None
        return
    assert answer["ics"].count("\n") == answer["ics"].count("\r\n")
    events = icalendar.Calendar.from_ical(answer["ics"]).events
    assert [event.decoded("DTSTART").isoformat() for event in events] == [deadline["date"] for deadline in listed]
    assert len({event["UID"] for event in events}) == len(events)
    assert [str(event["SUMMARY"]) for event in events] == [deadline["title"] for deadline in listed]


@given(requests)
def test_a_missed_deadline_is_always_told_and_a_met_one_has_its_date(request: dict) -> None:
    answer = calculate("calendar", request)
    if "errors" in answer:
        return
    missed = [deadline for deadline in answer["deadlines"] if deadline["state"] == "missed"]
    keys = {"calendar.late", "calendar.early", "calendar.overdue"}
    told = [finding for finding in answer["findings"] if finding["key"] in keys]
    assert len(told) == len(missed) and all(finding["level"] == "shall" for finding in told)
    for deadline in answer["deadlines"]:
        if deadline["state"] == "met":
            early = deadline["kind"] == "earliest"
            assert deadline["fulfilled"] >= deadline["date"] if early else deadline["fulfilled"] <= deadline["date"]
        if deadline["state"] == "missed" and deadline["fulfilled"] is None:
            assert request["today"] > deadline["date"]


@given(requests)
def test_steps_can_be_redone_from_their_values(request: dict) -> None:
    answer = calculate("calendar", request)
    for step in answer.get("steps", []):
        values = {name: int(number) for name, number in step["values"].items()}
        start = date(values["from_year"], values["from_month"], values["from_day"])
        unit = step["key"].rpartition(".")[2]
        if unit in ("months", "years"):
            end = months_later(start, values["amount"] * (12 if unit == "years" else 1))
            assert (end - start).days == int(step["result"])
        elif unit in ("days", "days_before"):
            assert values["amount"] == int(step["result"])


def test_an_event_keeps_its_uid_when_its_date_moves_and_clients_stay_apart() -> None:
    def uids(**request: str) -> list[str]:
        return [event["UID"] for event in icalendar.Calendar.from_ical(calculate("calendar", request)["ics"]).events]

    first = uids(stage1_end="2026-03-01", reference="甲公司")
    assert first == uids(stage1_end="2026-04-01", reference="甲公司")
    assert first != uids(stage1_end="2026-03-01", reference="乙公司")


def test_the_stamp_is_the_latest_known_date_and_not_the_clock() -> None:
    text = calculate("calendar", {"stage1_end": "2026-03-01", "stage2_end": "2026-05-09", "today": "2027-01-01"})["ics"]
    assert {line for line in text.split("\r\n") if line.startswith("DTSTAMP")} == {"DTSTAMP:20260509T000000Z"}


names = st.sampled_from([*schema("calendar")["properties"], "start", "end", "verified"])
json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**20), 10**20) | st.floats() | st.text(max_size=12) | days.map(str),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8) | names, inner, max_size=6),
    max_leaves=20,
)


@given(json_values | st.dictionaries(st.sampled_from([*DAYS, "today", "surveillances", "holidays"]), days.map(str) | json_values))
def test_no_json_makes_it_raise(value: object) -> None:
    assert isinstance(json.loads(calculate_json("calendar", json.dumps(value))), dict)


def test_the_ends_of_the_years_do_not_raise() -> None:
    fields = [name for name in (*DAYS, "today") if name != "last_surveillance"]
    for day in ("1900-01-01", "2200-12-31"):
        answer = calculate("calendar", dict.fromkeys(fields, day) | {"surveillances": [day]})
        assert answer["deadlines"] and answer["ics"]


def test_a_long_list_takes_linear_time() -> None:
    audits = [str(date(2026, 1, 1) + timedelta(30 * number)) for number in range(1000)]
    request = {"certificate_issue": "1900-01-01", "certificate_expiry": "2200-12-31", "surveillances": audits}
    answer = calculate("calendar", request)
    assert len(answer["deadlines"]) > 2000
