"""What a request may hold: each field reads a value, says what is wrong with it, and writes its JSON Schema.

A field's label, help and values take their words from the catalogues: `cc105.field.personnel`,
`cc105.field.personnel.help`, `cc105.field.standard=QMS`. So forms, command-line help and docs are made from one place.
"""

from __future__ import annotations

from functools import lru_cache

from .numbers import FINEST, LARGEST, Fraction, Written, fineness, read, write

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from .messages import Words

LONGEST_TEXT = 2000


class Invalid:
    """Stands where a value could not be read; its error is already reported."""

    def __bool__(self) -> bool:
        return False


INVALID = Invalid()


def shown(value: object) -> str:
    """A short, printable form of what was met, for an error text."""
    if value is None or isinstance(value, bool):
        text = {None: "null", True: "true", False: "false"}[value]
    elif isinstance(value, dict):
        text = "{…}" if value else "{}"
    elif isinstance(value, (list, tuple)):
        text = "[…]" if value else "[]"
    elif isinstance(value, int) and abs(value) > LARGEST:
        text = f"{'−' if value < 0 else ''}{LARGEST}…"  # Python refuses to write thousands of digits
    else:
        text = str(value)
    text = "".join(mark if " " <= mark and not "\ud800" <= mark <= "\udfff" else "\ufffd" for mark in text[:61])
    return text if len(text) <= 60 else text[:59] + "…"


class Report:
    """Everything that is wrong with a request to the calculator `name`, each with its path."""

    def __init__(self, words: Words, name: str) -> None:
        self.words, self.name = words, name
        self.errors: list[dict[str, str]] = []
        self._met: set[tuple[str, str]] = set()

    def add(self, path: str, key: str, nearest: str = "", **values: object) -> Invalid:
        """Report an error once for its place, however many rules meet it there; `nearest` is what may have been meant."""
        if (path, key) not in self._met:
            self._met.add((path, key))
            meant = self.words.text("request.did_you_mean", {"nearest": nearest}) if nearest else ""
            self.errors.append({"path": path, "key": key, "text": self.words.text(key, values) + meant})
        return INVALID

    def missing(self, path: str) -> Invalid:
        """Report that a value is missing: the field by its title, where it has one."""
        return self.add(path, "request.missing", field=self.words.find(self.key(path)) or path.rpartition(".")[2])

    def key(self, path: str) -> str:
        """The key of the words of the field at a place: what an asker numbers or names on the way is left out."""
        parts = [part.partition("[")[0] for part in path.split(".")]
        return ".".join(parts if parts[0] == "choices" else (self.name, "field", *(part for part in parts if part.islower())))

    def titled(self, titles: dict[str, str | None]) -> str:
        """Names as they are written in a request, each with what this language calls it."""
        return self.words.text("request.semicolon").join(
            self.words.text("request.titled", {"name": name, "title": title}) if title and title != name else name for name, title in titles.items()
        )


class Field:
    """One value of a request. `key` names its words; a field without one takes the key of the place it stands in."""

    kind = "value"

    def __init__(self, *, required: bool = False, default: object = None) -> None:
        self.required = required
        self.default = default

    def read(self, value: object, path: str, report: Report) -> object:
        raise NotImplementedError

    def usual(self, path: str, report: Report) -> object:
        """The default as it is read."""
        return self.read(self.default, path, report)

    def schema(self, words: Words, key: str) -> dict[str, object]:
        raise NotImplementedError

    def described(self, words: Words, key: str, schema: dict[str, object]) -> dict[str, object]:
        """The schema with title, help and default."""
        title = words.find(key)
        help_text = words.find(f"{key}.help")
        return {
            **({"title": title} if title else {}),
            **({"description": help_text} if help_text else {}),
            **schema,
            **({"default": self.default} if self.default is not None else {}),
        }


class Number(Field):
    """An exact number between `minimum` and `maximum`; `above` excludes the lower end.

    Decimals may be as long as they are written; of another fraction `finest` is the largest denominator.
    """

    def __init__(
        self, minimum: object = None, maximum: object = None, *, above: object = None, whole: bool = False,
        finest: int = FINEST, required: bool = False, default: object = None,
    ) -> None:  # fmt: skip
        super().__init__(required=required, default=default)
        self.minimum, self.maximum, self.above = (None if end is None else _plainest(Fraction(end)) for end in (minimum, maximum, above))
        self.whole = whole
        self.finest = 1 if whole else finest
        self._usual = None if default is None else Fraction(default)

    def read(self, value: object, path: str, report: Report) -> Fraction | Invalid:
        number = read(value)
        if number is None:
            return report.add(path, "request.number", met=shown(value))
        if self.whole and number.denominator != 1:
            return report.add(path, "request.whole_number", met=shown(value))
        if number.denominator > self.finest < fineness(number):
            return report.add(path, "request.too_fine", met=shown(value), limit=self.finest)
        plain = _plainest(number)
        if self.minimum is not None and plain < self.minimum:
            return report.add(path, "request.at_least", met=shown(value), limit=self.minimum)
        if self.above is not None and plain <= self.above:
            return report.add(path, "request.above", met=shown(value), limit=self.above)
        if self.maximum is not None and plain > self.maximum:
            return report.add(path, "request.at_most", met=shown(value), limit=self.maximum)
        return number

    def usual(self, path: str, report: Report) -> Fraction | None:
        return self._usual

    def schema(self, words: Words, key: str) -> dict[str, object]:
        bounds = {"minimum": self.minimum, "maximum": self.maximum, "exclusiveMinimum": self.above}
        limits = {name: end if isinstance(end, int) else write(end) for name, end in bounds.items() if end is not None}
        return self.described(words, key, {"type": ["integer" if self.whole else "number", "string"], **limits})


class Text(Field):
    """Words of the person who asks: a reason, a name."""

    def read(self, value: object, path: str, report: Report) -> str | Invalid:
        if not isinstance(value, str) or isinstance(value, Written):
            return report.add(path, "request.text", met=shown(value))
        if len(value) > LONGEST_TEXT:
            return report.add(path, "request.text_too_long", limit=LONGEST_TEXT)
        try:
            value.encode()
        except UnicodeEncodeError:  # half of a pair
            return report.add(path, "request.text", met=shown(value))
        return value.strip()

    def schema(self, words: Words, key: str) -> dict[str, object]:
        return self.described(words, key, {"type": "string", "maxLength": LONGEST_TEXT})


class Name(Text):
    """A name, which may also be written as a whole number: the id of a site, a level, a seed."""

    def read(self, value: object, path: str, report: Report) -> str | Invalid:
        if isinstance(value, Written) or (isinstance(value, int) and not isinstance(value, bool) and abs(value) <= LARGEST):
            value = str(value)[:100]
        name = super().read(value, path, report)
        return name or report.missing(path) if isinstance(name, str) else name

    def schema(self, words: Words, key: str) -> dict[str, object]:
        return {**super().schema(words, key), "type": ["string", "integer"]}


class Flag(Field):
    """True or false."""

    def read(self, value: object, path: str, report: Report) -> bool | Invalid:
        return value if isinstance(value, bool) else report.add(path, "request.flag", met=shown(value))

    def schema(self, words: Words, key: str) -> dict[str, object]:
        return self.described(words, key, {"type": "boolean"})


class Choice(Field):
    """One of a few names."""

    def __init__(self, *values: str, required: bool = False, default: object = None) -> None:
        super().__init__(required=required, default=default)
        self.values = values

    def read(self, value: object, path: str, report: Report) -> str | Invalid:
        if isinstance(value, str) and value in self.values:
            return str(value)
        known = report.titled({name: self.title(name, report.words, report.key(path)) for name in self.values})
        return report.add(path, "request.choice", met=shown(value), known=known, **nearest_to(value, self.values))

    def title(self, value: str, words: Words, key: str) -> str | None:
        """What a language calls one of the values."""
        return words.find(f"{key}={value}")

    def schema(self, words: Words, key: str) -> dict[str, object]:
        options = [
            {"const": value, "title": self.title(value, words, key) or value} for value in self.values
        ]  # a title per value, so that a form needs no words of its own
        return self.described(words, key, {"enum": list(self.values), "oneOf": options})


class List(Field):
    """A list of values of one kind."""

    def __init__(self, of: Field, *, minimum: int = 0, maximum: int = 100_000, required: bool = False) -> None:
        super().__init__(required=required)
        self.of, self.minimum, self.maximum = of, minimum, maximum

    def read(self, value: object, path: str, report: Report) -> list[object] | Invalid:
        if not isinstance(value, (list, tuple)):
            return report.add(path, "request.list", met=shown(value))
        if len(value) < self.minimum:
            report.add(path, "request.list_at_least", met=len(value), limit=self.minimum)
        if len(value) > self.maximum:
            report.add(path, "request.list_at_most", met=len(value), limit=self.maximum)
        return [self.of.read(item, f"{path}[{position}]", report) for position, item in enumerate(value[: self.maximum])]

    def schema(self, words: Words, key: str) -> dict[str, object]:
        limits = {"minItems": self.minimum} if self.minimum else {}
        return self.described(words, key, {"type": "array", "items": self.of.schema(words, key), **limits})


class Record(Field):
    """Named fields. Missing ones take their default; unknown ones are errors that name the nearest known one."""

    def __init__(self, fields: dict[str, Field], *, key: str | None = None, required: bool = False, default: object = None) -> None:
        super().__init__(required=required, default=default)
        self.fields, self.key = fields, key
        needed = {name for name, field in fields.items() if field.required or field.default is not None}
        # Of thousands of sites most fields are empty, and the same ones.
        self._to_read = lru_cache(100)(lambda given: [name for name in fields if name in needed or name in given])

    def read(self, value: object, path: str, report: Report) -> dict[str, object] | Invalid:
        if not isinstance(value, dict):
            return report.add(path, "request.object", met=shown(value))
        at = f"{path}." if path else ""
        for name in value:
            if name not in self.fields:
                nearest = nearest_to(name, self.fields)
                report.add(at + shown(name), "request.unknown_field", met=shown(name), known=", ".join(self.fields), **nearest)
        read_values: dict[str, object] = dict.fromkeys(self.fields)
        for name in self._to_read(tuple(value)):
            field = self.fields[name]
            if value.get(name) is not None:
                read_values[name] = field.read(value[name], at + name, report)
            elif field.required:
                read_values[name] = report.missing(at + name)
            elif field.default is not None:
                read_values[name] = field.usual(at + name, report)
        return read_values

    def schema(self, words: Words, key: str) -> dict[str, object]:
        key = self.key or key
        required = [name for name, field in self.fields.items() if field.required]
        return self.described(words, key, {
            "type": "object",
            "properties": {name: field.schema(words, f"{key}.{name}") for name, field in self.fields.items()},
            **({"required": required} if required else {}),
            "additionalProperties": False,
        })  # fmt: skip


class Mapping(Field):
    """Values of one kind under names of the asker's own, such as days per standard."""

    def __init__(self, of: Field, *, minimum: int = 0, names: tuple[str, ...] = (), required: bool = False) -> None:
        super().__init__(required=required)
        self.of, self.minimum, self.names = of, minimum, names

    def read(self, value: object, path: str, report: Report) -> dict[str, object] | Invalid:
        if not isinstance(value, dict):
            return report.add(path, "request.object", met=shown(value))
        if len(value) < self.minimum:
            report.add(path, "request.list_at_least", met=len(value), limit=self.minimum)
        read_values: dict[str, object] = {}
        for name, item in value.items():
            place = f"{path}.{shown(name)}"
            if self.names and name not in self.names:
                report.add(place, "request.choice", met=shown(name), known=", ".join(self.names), **nearest_to(name, self.names))
            elif not isinstance(name, str) or not name.strip() or shown(name) != name:
                report.add(place, "request.text", met=shown(name))
            else:
                read_values[name] = self.of.read(item, place, report)
        return read_values

    def schema(self, words: Words, key: str) -> dict[str, object]:
        names = {"propertyNames": {"enum": list(self.names)}} if self.names else {}
        limits = {"minProperties": self.minimum} if self.minimum else {}
        schema = {"type": "object", "additionalProperties": self.of.schema(words, key), **names, **limits}
        return self.described(words, key, schema)


class Either(Field):
    """A value of one of several kinds, told apart by `chooses`: value → field."""

    def __init__(self, *options: Field, chooses: Callable[[object], Field], required: bool = False, default: object = None) -> None:
        super().__init__(required=required, default=default)
        self.options, self.chooses = options, chooses

    def read(self, value: object, path: str, report: Report) -> object:
        return self.chooses(value).read(value, path, report)

    def schema(self, words: Words, key: str) -> dict[str, object]:
        return self.described(words, key, {"anyOf": [option.schema(words, key) for option in self.options]})


def number_or_list(number: Number, several: List, *, required: bool = False) -> Either:
    """A number, or a list that says it in detail."""
    return Either(number, several, chooses=lambda value: several if isinstance(value, (list, tuple)) else number, required=required)


def nearest_to(met: object, known: object) -> dict[str, str]:
    """The known name near to what was met, for 'did you mean'; none that is far off.

    >>> nearest_to("persons", ("standard", "personnel")), nearest_to("qms", ("QMS", "EMS")), nearest_to("colour", ("QMS", "EMS"))
    ({'nearest': 'personnel'}, {'nearest': 'QMS'}, {})
    """
    near = _nearest(shown(met), tuple(known))  # type: ignore[arg-type]
    return {"nearest": near} if near else {}


@lru_cache(1000)
def _nearest(met: str, names: tuple[str, ...]) -> str:
    import difflib  # only when something is wrong: it is heavy in the browser

    spelled = {name.casefold(): name for name in names}
    return next((spelled[name] for name in difflib.get_close_matches(met.casefold(), spelled, n=1)), "")


def _plainest(number: Fraction) -> int | Fraction:
    """A whole number as Python's own, which is weighed many times faster."""
    return number.numerator if number.denominator == 1 else number
