"""The Python runtime of the browser: Pyodide with a library that holds what the calculators need, made once and kept."""
