"""One template per calculator: `result` draws what was asked for, `summary` says it in one sentence."""
