"""Simulates a service network described in a TOML file: the opposite against which `tsunagi network` is tried.

Usage: network_simulator.py FILE [--replications N] [--seed S] [--processes P] [--planted STATION=FACTOR]

It shares with the engine only the format of the file, and prints the same JSON. It is written to be read: one calendar,
a heap of (day, number, action), times as floats, the generator of `random`. The number of an entry is that of its
making, so equal times are taken in the order in which they were planned. `--planted` makes the stays at one station
that many times shorter than the file says: an error that a test of the engine must see.

Customers have no state but their class, so a customer is the number of its class, and whoever waits is a ticket.
"""

import argparse
import functools
import heapq
import itertools
import json
import math
import random
import statistics
import sys
import tomllib
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

NEVER = math.inf


class Law:
    """The law of a length in days; with probability 1 - `probability` it is endless."""

    def __init__(self, description):
        self.probability = description.get("probability", 1.0)
        (name, numbers), = ((key, value) for key, value in description.items() if key != "probability")
        self.length = getattr(self, name)(numbers)

    def draw(self, generator):
        if self.probability < 1.0 and generator.random() >= self.probability:
            return NEVER
        return self.length(generator)

    @staticmethod
    def fixed(days):
        return lambda generator: days

    @staticmethod
    def uniform(bounds):
        lower, upper = bounds
        return lambda generator: generator.uniform(lower, upper)

    @staticmethod
    def exponential(mean):
        return lambda generator: generator.expovariate(1.0 / mean)

    @staticmethod
    def weibull(numbers):
        shape, scale = numbers
        return lambda generator: generator.weibullvariate(scale, shape)

    @staticmethod
    def log_normal(numbers):
        """Takes mean and standard deviation of the length itself, not of its logarithm."""
        mean, deviation = numbers
        variance = math.log1p((deviation / mean) ** 2)
        location = math.log(mean) - variance / 2.0
        return lambda generator: generator.lognormvariate(location, math.sqrt(variance))


class Level:
    """A number of customers and its integral over time from the day of observation on."""

    def __init__(self, observe_from_day):
        self.number = 0
        self.integral = 0.0
        self.counted_to = observe_from_day

    def change(self, day, by):
        if day > self.counted_to:
            self.integral += self.number * (day - self.counted_to)
            self.counted_to = day
        self.number += by


class Cause:
    """A way to leave a station: when, and where to."""

    def __init__(self, description):
        self.law = Law(description["law"])
        self.to = description.get("to", {})
        self.leaves = 0


class Station:
    """A station in one replication: its rules, who is there, and what has happened there."""

    def __init__(self, description, observe_from_day, speed):
        self.servers = description.get("servers", math.inf)
        self.waiting_room = description.get("waiting_room", math.inf)
        self.patience = Law(description["patience"]) if "patience" in description else None
        self.turned_away_to = description.get("turned_away_to", {})
        self.reneged_to = description.get("reneged_to", {})
        self.causes = [Cause(cause) for cause in description.get("leave", [])]
        self.speed = speed

        self.waiting = Level(observe_from_day)
        self.in_service = Level(observe_from_day)
        self.queue = []  # heap of (class, ticket), with the tickets of those who have given up
        self.tickets = set()  # of those who wait

        self.entries = 0  # everybody who comes, those turned away as well
        self.starts = 0
        self.immediate_starts = 0
        self.reneges = 0
        self.turned_away = 0

    def draw_stay(self, generator):
        """Length of a stay and the cause that ends it, the first listed among equals; None for a stay without end."""
        length, ending = NEVER, None
        for cause in self.causes:
            drawn = cause.law.draw(generator) / self.speed
            if drawn < length:
                length, ending = drawn, cause
        return length, ending

    def first_in_queue(self):
        """Takes out who is to be served next, and returns the class; None if nobody waits."""
        while self.queue:
            customer, ticket = heapq.heappop(self.queue)
            if ticket in self.tickets:
                self.tickets.remove(ticket)
                return customer
        return None


class Replication:
    """One run of a network, from an empty one at day 0."""

    def __init__(self, network, generator, planted):
        self.network = network
        self.days = network["days"]
        self.generator = generator
        self.stations = {name: Station(description, network["observe_from_day"], planted.get(name, 1.0))
                         for name, description in network["station"].items()}
        self.day = 0.0
        self.calendar = []
        self.numbers = itertools.count()
        self.arrivals = 0
        self.exits = 0

    def run(self):
        for stream in self.network["arrivals"].values():
            for _ in range(stream.get("at_start", 0)):
                self.arrive(stream)
            self.plan_arrival(stream)
        while self.calendar and self.calendar[0][0] < self.days:
            self.day, _, action = heapq.heappop(self.calendar)
            action()
        for station in self.stations.values():
            station.waiting.change(self.days, 0)
            station.in_service.change(self.days, 0)

    def plan(self, delay, action, *arguments):
        if delay < NEVER:
            entry = (self.day + delay, next(self.numbers), functools.partial(action, *arguments))
            heapq.heappush(self.calendar, entry)

    def plan_arrival(self, stream):
        """Plans the next arrival that may be: at the highest rate of the stream, to be thinned when its day comes."""
        highest_per_day = stream["per_day"] * (1.0 + stream.get("amplitude", 0.0))
        if highest_per_day > 0.0:
            self.plan(self.generator.expovariate(highest_per_day), self.may_arrive, stream)

    def may_arrive(self, stream):
        amplitude = stream.get("amplitude", 0.0)
        if amplitude == 0.0:
            self.arrive(stream)
        else:
            relative_rate = 1.0 + amplitude * math.sin(2.0 * math.pi * self.day / stream["period_days"])
            if self.generator.random() * (1.0 + amplitude) < relative_rate:
                self.arrive(stream)
        self.plan_arrival(stream)

    def arrive(self, stream):
        self.arrivals += 1
        self.enter(self.stations[stream["to"]], stream.get("class", 0))

    def enter(self, station, customer):
        station.entries += 1
        if station.in_service.number < station.servers:
            station.immediate_starts += 1
            self.start(station, customer)
        elif station.waiting.number < station.waiting_room:
            self.join_queue(station, customer)
        else:
            station.turned_away += 1
            self.route(station.turned_away_to, customer)

    def join_queue(self, station, customer):
        ticket = next(self.numbers)
        station.tickets.add(ticket)
        heapq.heappush(station.queue, (customer, ticket))
        station.waiting.change(self.day, +1)
        if station.patience:
            self.plan(station.patience.draw(self.generator), self.lose_patience, station, customer, ticket)

    def lose_patience(self, station, customer, ticket):
        if ticket in station.tickets:
            station.tickets.remove(ticket)
            station.waiting.change(self.day, -1)
            station.reneges += 1
            self.route(station.reneged_to, customer)

    def start(self, station, customer):
        station.starts += 1
        station.in_service.change(self.day, +1)
        length, ending = station.draw_stay(self.generator)
        self.plan(length, self.end_stay, station, customer, ending)

    def end_stay(self, station, customer, cause):
        cause.leaves += 1
        station.in_service.change(self.day, -1)
        successor = station.first_in_queue()
        if successor is not None:
            station.waiting.change(self.day, -1)
            self.start(station, successor)
        self.route(cause.to, customer)

    def route(self, routing, customer):
        left = self.generator.random()
        for name, probability in routing.items():
            left -= probability
            if left < 0.0:
                self.enter(self.stations[name], customer)
                return
        self.exits += 1

    def results(self):
        """Every number of this replication, in the shape in which they are printed."""
        stations = self.stations.values()
        entries = sum(station.entries for station in stations)
        starts = sum(station.starts for station in stations)
        reneges = sum(station.reneges for station in stations)
        other_leaves = sum(cause.leaves for station in stations for cause in station.causes[1:])
        moves = entries - self.arrivals
        events = self.arrivals + starts + moves + reneges + other_leaves + self.exits
        return {
            "stations": [self.station_results(name, station) for name, station in self.stations.items()],
            "exits_per_day": self.exits / self.days,
            "events_per_day": events / self.days,
        }

    def station_results(self, name, station):
        observed_days = self.days - self.network["observe_from_day"]
        return {
            "id": name,
            "waiting": station.waiting.integral / observed_days,
            "in_service": station.in_service.integral / observed_days,
            "entries_per_day": station.entries / self.days,
            "starts_per_day": station.starts / self.days,
            "reneges_per_day": station.reneges / self.days,
            "turned_away_per_day": station.turned_away / self.days,
            "leaves_per_day": [cause.leaves / self.days for cause in station.causes],
            "immediate_share": station.immediate_starts / station.entries if station.entries else 0.0,
        }


def replicate(network, seed, planted, replication):
    """Results of one replication, which draws from a generator of its own."""
    run = Replication(network, random.Random(f"{seed}, {replication}"), planted)
    run.run()
    return run.results()


def over_replications(values):
    """Equal structures of numbers, one a replication, as one structure of means and standard errors."""
    first = values[0]
    if isinstance(first, dict):
        return {key: over_replications([value[key] for value in values]) for key in first}
    if isinstance(first, list):
        return [over_replications(list(parts)) for parts in zip(*values)]
    if isinstance(first, str):
        return first
    return {"mean": statistics.fmean(values), "se": statistics.stdev(values) / math.sqrt(len(values))}


def simulate(network, replications=None, seed=None, planted=None, processes=1):
    """Simulates a network as read from its file; what is not given is as the file says."""
    replications = network["replications"] if replications is None else replications
    seed = network["seed"] if seed is None else seed
    one = functools.partial(replicate, network, seed, planted or {})
    if processes == 1:
        values = [one(replication) for replication in range(replications)]
    else:
        with ProcessPoolExecutor(processes) as pool:
            values = list(pool.map(one, range(replications), chunksize=-(-replications // (8 * processes))))
    return {"network": network["name"], "replications": replications, "days": network["days"],
            "observe_from_day": network["observe_from_day"], **over_replications(values)}


def read(text):
    network = tomllib.loads(text)
    if network["schema"] != [1, 0] or network["kind"] != "network":
        raise ValueError("not a network of schema 1.0")
    return network


def station_and_factor(text):
    station, factor = text.split("=")
    return station, float(factor)


def main():
    parser = argparse.ArgumentParser(description="Simulates a service network and prints its means as JSON.")
    parser.add_argument("file", type=Path)
    parser.add_argument("--replications", type=int)
    parser.add_argument("--seed", type=int)
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--planted", type=station_and_factor, action="append", default=[], metavar="STATION=FACTOR")
    given = parser.parse_args()
    network = read(given.file.read_text(encoding="utf-8"))
    json.dump(simulate(network, given.replications, given.seed, dict(given.planted), given.processes), sys.stdout,
              ensure_ascii=False, indent=1)
    print()


if __name__ == "__main__":
    main()
