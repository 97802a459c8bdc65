"""What the build tells the body's own staff: the state of the translations, and the way from clause to rule, case and page.

A page asks for one of them by a comment, `<!-- staff: translations -->` or `<!-- staff: traceability -->`.
"""
