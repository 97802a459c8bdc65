"""Puts the calculators into the site: a worked answer in the page, and the same module live in the browser."""
