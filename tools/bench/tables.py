"""Rows and comparisons as text."""


def number(value):
    return f"{value:.4g}" if abs(value) < 10_000 else f"{value:,.0f}"


def change(value, before):
    return f"{100 * (value / before - 1):+.1f} %" if before else ""


def table(head, lines):
    """Columns as wide as they must be; all but the first are right-aligned."""
    lines = [head, *lines]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    for line in lines:
        cells = [line[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(line[1:], widths[1:]))]
        yield "  ".join(cells).rstrip()


def rows_table(results, earlier):
    head = ["what", "median", "unit", "+-"] + (["before", "change"] if earlier else [])
    lines = []
    for name, row in results["rows"].items():
        line = [name, number(row["median"]), row["unit"], f"{100 * row['spread']:.0f} %"]
        if earlier:
            before = earlier["rows"].get(name, {}).get("median")
            line += [number(before), change(row["median"], before)] if before else ["", ""]
        lines.append(line)
    return table(head, lines)


def comparisons_table(results, earlier):
    head = ["within this run", "value", "target", ""] + (["before", "change"] if earlier else [])
    lines = []
    for name, compared in results["comparisons"].items():
        line = [name, number(compared["value"]), compared["target"], compared["verdict"]]
        if earlier:
            before = earlier["comparisons"].get(name, {}).get("value")
            line += [number(before), change(compared["value"], before)] if before else ["", ""]
        lines.append(line)
    return table(head, lines)
