#include "engine/core/time.hpp"

#include <cstdio>

// Prints the days of the fiscal year that holds 1 June 2030.
int main() {
    using namespace std::chrono_literals;
    const auto june = tsunagi::at_date(std::chrono::sys_days{2030y / 6 / 1});
    const auto start = tsunagi::at_date(tsunagi::fiscal_year_start(june));
    const auto days = tsunagi::days_between(start, tsunagi::next_first_of_april(june));
    std::printf("%.0f\n", days);
}
