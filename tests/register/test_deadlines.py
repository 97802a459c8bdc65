"""What the dates of the file show as late, on the day and the day after (GZ021 7.1.1, 7.1.2, 7.3.1, 9.3, 9.4)."""

from datetime import date

import pytest

from plugins.register.certificate import Certificate
from plugins.register.columns import Status
from plugins.register.deadlines import late, table

REPORTED = {"result_reported": date(2026, 4, 1)}


def certificate(status: Status = Status.VALID, **more: date) -> Certificate:
    return Certificate(
        row=2, number="EX-1", organisation="Example", standard="ISO 45001:2018", scope="Pumps", address="Road 1", country="CN",
        status=status, issued=date(2026, 3, 31), expires=date(2029, 3, 30), **more,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("one", "last", "field", "clause"),
    [
        (certificate(), date(2026, 4, 10), "result_reported", "GZ021 9.3"),
        # Friday 6 November: five working days later is Friday 13
        (certificate(status_verified=date(2026, 11, 6), **REPORTED), date(2026, 11, 13), "suspended_from", "GZ021 7.1.1"),
        # Friday 13 November: two working days later is Tuesday 17
        (certificate(Status.WITHDRAWN, withdrawn_on=date(2026, 11, 13), **REPORTED), date(2026, 11, 17), "status_reported", "GZ021 9.4"),
        (certificate(Status.CANCELLED, cancelled_on=date(2026, 11, 13), **REPORTED), date(2026, 11, 17), "status_reported", "GZ021 9.4"),
    ],
)
def test_what_is_not_done_is_late_from_the_day_after(one: Certificate, last: date, field: str, clause: str) -> None:
    assert late([one], last) == []
    (found,) = late([one], date.fromordinal(last.toordinal() + 1))
    assert (found.field, found.due, found.kept, found.clause) == (field, last, None, clause)


def test_what_was_done_too_late_stays_in_the_report() -> None:
    one = certificate(
        Status.SUSPENDED, status_verified=date(2026, 5, 1), suspended_from=date(2026, 5, 11), suspended_until=date(2026, 11, 12),
        status_reported=date(2026, 5, 14), result_reported=date(2026, 4, 11),
    )  # fmt: skip
    assert [str(each) for each in late([one], date(2026, 5, 20))] == [
        "row 2: EX-1: result_reported was due 2026-04-10 and was 2026-04-11 (GZ021 9.3)",
        "row 2: EX-1: suspended_from was due 2026-05-08 and was 2026-05-11 (GZ021 7.1.1)",
        "row 2: EX-1: status_reported was due 2026-05-13 and was 2026-05-14 (GZ021 9.4)",
        "row 2: EX-1: suspended_until was due 2026-11-11 and was 2026-11-12 (GZ021 7.1.2)",
    ]
    assert table(late([one], date(2026, 5, 20))).splitlines()[:2] == [
        "row,number,field,due,kept,clause,message",
        "2,EX-1,result_reported,2026-04-10,2026-04-11,GZ021 9.3,was due 2026-04-10 and was 2026-04-11",
    ]


def test_a_withdrawal_follows_its_confirmation() -> None:
    one = certificate(
        Status.WITHDRAWN, status_verified=date(2026, 5, 1), withdrawn_on=date(2026, 5, 11), status_reported=date(2026, 5, 12), **REPORTED
    )
    assert [each.clause for each in late([one], date(2026, 5, 20))] == ["GZ021 7.3.1"]


@pytest.mark.parametrize(
    ("status", "dates", "last", "said"),
    [
        (Status.VALID, {}, date(2029, 3, 30), "status is valid, but the certificate ran out on 2029-03-30 and is shown as expired"),
        (Status.SUSPENDED, {}, date(2029, 3, 30), "status is suspended, but the certificate ran out on 2029-03-30 and is shown as expired"),
        (Status.SUSPENDED, {"suspended_until": date(2026, 6, 30)}, date(2026, 6, 30), "status is suspended, but the suspension ended on 2026-06-30; write valid"),
    ],
)
def test_a_state_that_its_dates_have_overtaken_is_told_with_what_to_write(status: Status, dates: dict[str, date], last: date, said: str) -> None:
    one = certificate(status, **dates, **REPORTED)
    assert late([one], last) == []
    (found,) = late([one], date.fromordinal(last.toordinal() + 1))
    assert str(found).startswith(f"row 2: EX-1: {said}")
