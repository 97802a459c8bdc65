"""The site around the clauses: navigation, four languages, search, the security policy, the theme."""
