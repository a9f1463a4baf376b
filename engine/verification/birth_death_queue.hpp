#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace tsunagi {

/// Poisson arrivals at equal servers with exponential services and patience: M/M/c, with room for
/// all (Erlang C), for none (Erlang B) or for some (M/M/c/K), and with people who give up
/// (Erlang A).
struct QueueForm {
    double arrivals_per_day{};          ///< > 0
    double services_per_day{};          ///< of one server, > 0
    std::int64_t servers{};             ///< >= 1
    double reneges_per_day{};           ///< of one who waits, >= 0; 0: endless patience
    std::optional<std::int64_t> room{}; ///< places to wait; none: endless
};

/// Its stationary state, from the balance of births and deaths: exact but for rounding.
class BirthDeathQueue {
public:
    /// @throws ContractViolation if a number lies outside its range, or nothing keeps the queue
    /// from growing
    explicit BirthDeathQueue(const QueueForm& form);

    double turned_away_share() const; ///< of arrivals, who see the stationary state
    double waiting_share() const;     ///< of arrivals, who have to wait
    double reneging_share() const;    ///< of arrivals, who give up
    double mean_waiting() const;
    double mean_busy() const; ///< servers
    /// Mean wait over all arrivals, those served at once and those who give up among them, by
    /// Little's law.
    double mean_wait_days() const;

private:
    QueueForm form_;
    std::vector<double> probabilities_; ///< of so many in the system
};

} // namespace tsunagi
