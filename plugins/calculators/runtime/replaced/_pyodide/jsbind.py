"""How a JavaScript function is called from Python when nobody has given it types: with what is given, as it is."""

from _pyodide_core import JsFuncSignature, js2py_default_call_result, py2js_default


class no_default:
    """Stands where a parameter has no value of its own."""


def _any(*values, **named):
    pass


default_signature = JsFuncSignature(_any, False, 0, (), (), py2js_default, (), (), (), py2js_default, js2py_default_call_result)


def func_to_sig(function):
    return default_signature


def get_attr_sig(signature, name):
    return False, None
