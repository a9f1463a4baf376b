#pragma once

#include <initializer_list>

namespace tsunagi::bench {

/// User CPU time of the process so far.
double user_seconds();
/// Wall clock time since some fixed instant.
double wall_seconds();
/// The most memory that the process has held so far.
double peak_bytes();

/// What a stretch of the program took.
class Stretch {
public:
    double user() const { return user_seconds() - user_; }
    double wall() const { return wall_seconds() - wall_; }
    double grown_bytes() const { return peak_bytes() - bytes_; }

private:
    double user_ = user_seconds();
    double wall_ = wall_seconds();
    double bytes_ = peak_bytes();
};

struct Number {
    const char* name;
    double value;
};
/// Prints numbers as one JSON object on one line: what every program here ends with.
void print_numbers(std::initializer_list<Number> numbers);

} // namespace tsunagi::bench
