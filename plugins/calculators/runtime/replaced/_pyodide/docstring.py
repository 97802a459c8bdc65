"""The texts of help for the runtime's own functions, which nobody reads here: their names alone."""


def dedent_docstring(docstring):
    return docstring


def get_cmeth_docstring(func):
    return f"{func.__name__}()\n--\n\n"
