"""BYICC-GZ-021, edition A/1: the certification rules of the body, in force since 1 September 2025."""

from ..figures import stating

EDITION = "GZ021:A1"
IN_FORCE = ("2025-09-01", None)

_figure = stating(EDITION)

DAY_HOURS = _figure(8, "5.4.2.1")
INTEGRATED_MINIMUM = _figure(80, "5.4.2.3")  # percent of the sum of the single standards' times
REMOTE_LIMIT = _figure(30, "5.5.4")  # percent of the time on site

STAGES_APART = _figure(6, "5.6")  # months, stage 1 to stage 2
INITIAL_DECISION = _figure(6, "5.12.3")  # months after the on-site audit
INITIAL_VERIFICATION = _figure(6, "5.10.3-1")  # months after stage 2
SURVEILLANCE_VERIFICATION = _figure(3, "5.10.3-2")  # months after the audit
RECERTIFICATION_VERIFICATION = _figure(1, "5.10.3-3")  # months after the audit
CERTIFICATE_VALIDITY = _figure(3, "6.2.2")  # years at most
FIRST_SURVEILLANCE = _figure(12, "5.4.1.4")  # months after the issue of the certificate
SURVEILLANCE_INTERVAL = _figure(15, "5.4.1.4")  # months between two surveillance audits
RECERTIFICATION_APPLICATION = _figure(30, "5.8.1")  # days before expiry
SPOT_CHECK_AUDIT = _figure(30, "5.9.2-3")  # days after the authority's notice
SUSPENSION_DECISION = _figure(5, "7.1.1")  # working days after verification
SUSPENSION_LENGTH = _figure(6, "7.1.2")  # months at most
WITHDRAWAL_DECISION = _figure(5, "7.3.1")  # working days after confirmation
CORRECTION = _figure(1, "7.3.1-6")  # months for correcting wrong references
COMPLAINT_ANSWER = _figure(60, "8.3")  # days
PLAN_REPORT = _figure(3, "9.2")  # days before the audit
RESULTS_REPORT = _figure(10, "9.3")  # day of the month after the issue
STATUS_REPORT = _figure(2, "9.4")  # working days
ACCIDENT_REPORT = _figure(2, "9.5")  # working days
RECORDS_KEPT = _figure(2, "10.1")  # years after the certificate ends

SYSTEM_IN_OPERATION = _figure(3, "5.1.2-3")  # months
SINCE_OWN_FAULT = _figure(1, "5.1.2-4")  # years
SINCE_FORMER_BODY = _figure(3, "5.1.2-5")  # months
SINCE_ACCIDENT = _figure(1, "5.1.2-8")  # years
SINCE_PENALTY = _figure(1, "5.1.2-9")  # years
INCIDENTS_TOLD = _figure(3, "5.1.3-7")  # years back
SPOT_CHECKS_TOLD = _figure(1, "5.1.3-7")  # years back

MARK_REGISTERED_UNTIL = {"year": _figure(2030, "6.1.1"), "month": _figure(11, "6.1.1"), "day": _figure(27, "6.1.1")}
SURVEILLANCE_SAMPLE = _figure("0.6", "5.4.3.2-2")
RECERTIFICATION_SAMPLE = _figure("0.8", "5.4.3.2-3")
INITIAL_SAMPLE = ("5.4.3.2-1",)  # the square root itself
