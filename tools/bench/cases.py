"""What is measured: programs with their arguments, and what of their numbers is told."""

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NETWORKS = ROOT / "scenarios" / "networks"
STUDIES = {
    "typical-prefecture": ROOT / "scenarios" / "studies" / "regular-contact.toml",
    "example-observed": ROOT / "tools" / "bench" / "example-observed.toml",
}
VARIANTS = ("base", "queue")
PATIENCE_DAYS = {"2 days": 2, "7 days": 7, "3 months": 91.3125}
WORK = 20  # runs of a network of scale 1 that take long enough to be timed


@dataclass(frozen=True)
class Quantity:
    """A number that a program prints, per another one."""

    row: str
    unit: str
    of: str
    per: str
    factor: float = 1.0

    def value(self, numbers):
        return self.factor * numbers[self.of] / numbers[self.per]


@dataclass(frozen=True)
class Case:
    """One program as it is called in every round; or so many of it at once."""

    command: tuple
    quantities: tuple
    at_once: int = 1


@dataclass(frozen=True)
class Counted:
    """One program whose instructions are counted inside one function, once: the count does not vary."""

    row: str
    command: tuple
    function: str


def nanoseconds(row, per):
    """Of user CPU time, per one of what the program counts in the plural."""
    return Quantity(row, f"ns per {per.removesuffix('s').replace('_', '-')}", "user_s", per, 1e9)


def case(command, *quantities, at_once=1):
    return Case(tuple(str(word) for word in command), quantities, at_once)


class Cases:
    """All cases, in full or tiny."""

    def __init__(self, tiny):
        self.people = 0.01 if tiny else 1
        self.work = 1 if tiny else WORK
        self.tiny = tiny

    def network(self, row, file, *options, people=1.0, runs=1, more=()):
        command = ("bench_network", NETWORKS / file, "--people", people * self.people, "--runs", runs, *options)
        return case(command, nanoseconds(row, "person_events"), *more)

    def floor(self, row, program, variant, scale, runs, more=()):
        command = ("bench_floor_ref1", program, variant, scale * self.people, runs)
        return case(command, nanoseconds(row, "person_events"), *more)

    def ref_1(self):
        for variant in VARIANTS:
            yield self.network(f"ref-1 {variant}", f"ref-1-{variant}.toml", runs=self.work)
            yield self.floor(f"floor: ladder, {variant}", "ladder", variant, 1, self.work)
            yield self.floor(f"floor: heap, {variant}", "heap", variant, 1, self.work)
            yield from self.growth(variant)
        yield self.network("ref-1 queue, a listener", "ref-1-queue.toml", "--listen", runs=self.work)

    def growth(self, variant):
        for people in (4, 16):
            name, runs = f"{variant} x{people}", max(1, self.work // people)
            yield self.network(f"ref-1 {name}", f"ref-1-{variant}.toml", people=people, runs=runs)
            yield self.floor(f"floor: ladder, {name}", "ladder", variant, people, runs)

    def ref_1_x100(self):
        for variant in VARIANTS:
            name, memory = f"{variant} x100", ("bytes per person", "grown_bytes", "most_present")
            more = (Quantity(f"memory, {name}", *memory),)
            yield self.network(f"ref-1 {name}", f"ref-1-{variant}-x100.toml", more=more)
            more = (Quantity(f"floor: memory, {name}", *memory),)
            yield self.floor(f"floor: ladder, {name}", "ladder", variant, 100, 1, more)
            yield self.floor(f"floor: heap, {name}", "heap", variant, 100, 1)

    def ref_2(self):
        command = ("bench_network", NETWORKS / "ref-2.toml", "--people", self.people)
        yield case(command, nanoseconds("ref-2", "transitions"))
        command = ("bench_floor_ref2", round(1_000_000 * self.people), 3)
        yield case(command, nanoseconds("floor: ref-2", "transitions"))

    def patience(self):
        for name, days in PATIENCE_DAYS.items():
            options = ("--patience", days)
            yield self.network(f"patience {name}", "ref-1-queue.toml", *options, runs=self.work)

    def years(self):
        return ("--years", 2, "--runs", 1) if self.tiny else ("--years", 10, "--runs", WORK)

    def studies(self):
        command = ("bench_policy_years", STUDIES["typical-prefecture"], *self.years(), "--listen")
        yield case(command, nanoseconds("typical-prefecture, a listener", "events"))
        for name, study in STUDIES.items():
            yield case(
                ("bench_policy_years", study, *self.years()),
                Quantity(f"{name}, policy years", "ms per 10 years", "user_s", "runs", 1e3),
                nanoseconds(f"{name}, event", "events"),
                Quantity(f"{name}, events", "in 10 years", "events", "runs"),
                Quantity(f"{name}, warm-up", "ms", "warm_up_s", "runs", 1e3),
            )
            replication = Quantity(f"{name}, replication", "s", "user_s", "runs")
            yield case(("bench_replications", study, "--runs", 1 if self.tiny else 2), replication)

    def threads(self):
        study, runs = STUDIES["typical-prefecture"], 1 if self.tiny else 4
        for row, threads, at_once in (("1 thread", 1, 1), ("2 threads", 2, 1), ("2 processes", 1, 2)):
            wall = Quantity(f"wall: {row}", "s per replication", "wall_s", "runs", 1 / at_once)
            user = Quantity(f"user: {row}", "s per replication", "user_s", "runs")
            cores = Quantity(f"cores: {row}", "busy at a time", "user_s", "wall_s", at_once)
            command = ("bench_replications", study, "--runs", runs * threads, "--threads", threads)
            yield case(command, wall, user, cores, at_once=at_once)

    def draws(self):
        count = 1000 if self.tiny else 20_000_000
        for kind in ("keyed", "sequence", "keyed-exponential", "sequence-exponential"):
            yield case(("bench_draws", kind, "--draws", count), nanoseconds(f"draw: {kind}", "draws"))

    def calendars(self):
        for pending in (1000,) if self.tiny else (1000, 100_000, 1_000_000):
            for calendar in ("bucket", "heap"):
                command = ("bench_calendar", calendar, pending, "--holds", 1000 if self.tiny else 1_000_000)
                yield case(command, nanoseconds(f"calendar: {calendar}, {pending:,} pending", "holds"))

    def all(self):
        parts = (
            *(self.ref_1, self.ref_1_x100, self.ref_2, self.patience),
            *(self.studies, self.threads, self.draws, self.calendars),
        )
        return [case for part in parts for case in part()]

    def counted(self):
        command = ("bench_network", NETWORKS / "ref-1-queue.toml", "--people", self.people)
        yield Counted("instructions: ref-1 queue", command, "tsunagi::NetworkRun::run_until*")
        if not self.tiny:
            command = ("bench_replications", STUDIES["typical-prefecture"])
            yield Counted("instructions: typical-prefecture, replication", command, "tsunagi::replicate*")
