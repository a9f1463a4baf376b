"""What is compared within one run: products of rows over products of rows, and what they are to be."""

from dataclasses import dataclass
from math import prod
from statistics import median

from cases import VARIANTS


@dataclass(frozen=True)
class Comparison:
    name: str
    over: tuple
    under: tuple = ()
    least: float | None = None
    most: float | None = None
    needs: tuple = ()  # a row and its least median, without which the value tells nothing about the target

    def is_possible(self, rows):
        """Whether all rows are there and long enough to have a time."""
        return all(name in rows and all(rows[name].samples) for name in self.over + self.under)

    def value(self, rows):
        """The median over rounds, so that what slows a whole round cancels."""
        over = zip(*(rows[name].samples for name in self.over))
        under = list(zip(*(rows[name].samples for name in self.under)))
        return median(prod(above) / prod(under[i] if under else ()) for i, above in enumerate(over))

    def verdict(self, rows):
        """Empty where there is no target."""
        if not self.target():
            return ""
        if self.needs and rows[self.needs[0]].median < self.needs[1]:
            return "not tested"
        value = self.value(rows)
        above = self.least is None or value >= self.least
        below = self.most is None or value <= self.most
        return "met" if above and below else "NOT MET"

    def target(self):
        words = []
        if self.least is not None:
            words.append(f">= {self.least:g}")
        if self.most is not None:
            words.append(f"<= {self.most:g}")
        return ", ".join(words)


def floors():
    for name in (*VARIANTS, *(f"{variant} x100" for variant in VARIANTS)):
        yield Comparison(f"ref-1 {name} / ladder", (f"ref-1 {name}",), (f"floor: ladder, {name}",), most=2.0)
        yield Comparison(f"ref-1 {name} / heap", (f"ref-1 {name}",), (f"floor: heap, {name}",))
    yield Comparison("ref-2 / floor", ("ref-2",), ("floor: ref-2",), most=1.3)


def growth():
    for variant in VARIANTS:
        for people in (4, 16):
            yield Comparison(
                f"growth {variant} x{people} / ladder's",
                (f"ref-1 {variant} x{people}", f"floor: ladder, {variant}"),
                (f"ref-1 {variant}", f"floor: ladder, {variant} x{people}"),
                most=1.25,
            )


def others():
    yield Comparison("patience 3 months / 2 days", ("patience 3 months",), ("patience 2 days",), least=0.8, most=1.25)
    processes, threads = ("wall: 2 processes",), ("wall: 2 threads",)
    two_cores = ("cores: 2 processes", 1.7)
    yield Comparison("speed of 2 threads / 2 processes", processes, threads, least=0.95, needs=two_cores)
    yield Comparison("user time of 2 threads / 2 processes", ("user: 2 threads",), ("user: 2 processes",))
    for variant in VARIANTS:
        yield Comparison(f"bytes per person, {variant} x100", (f"memory, {variant} x100",), most=128)
    years = "typical-prefecture, policy years"
    yield Comparison("ms per 10 years, typical-prefecture", (years,), most=10)
    yield Comparison("a listener, ref-1 queue", ("ref-1 queue, a listener",), ("ref-1 queue",))
    heard = "typical-prefecture, a listener"
    yield Comparison("a listener, typical-prefecture", (heard,), ("typical-prefecture, event",))
    yield Comparison("keyed draw / next of a sequence", ("draw: keyed",), ("draw: sequence",))
    exponentials = ("draw: keyed-exponential",), ("draw: sequence-exponential",)
    yield Comparison("the same, exponential", *exponentials)
    for pending in (1000, 100_000, 1_000_000):
        names = (f"calendar: {calendar}, {pending:,} pending" for calendar in ("bucket", "heap"))
        bucket, heap = names
        yield Comparison(f"bucket / heap, {pending:,} pending", (bucket,), (heap,))


def all_comparisons():
    return [*floors(), *growth(), *others()]
