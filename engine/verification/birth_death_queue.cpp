#include "engine/verification/birth_death_queue.hpp"

#include "engine/core/contracts.hpp"

#include <algorithm>

namespace tsunagi {

BirthDeathQueue::BirthDeathQueue(const QueueForm& form) : form_{form} {
    expects(form.arrivals_per_day > 0.0 && form.services_per_day > 0.0 && form.servers >= 1 &&
                form.reneges_per_day >= 0.0,
            "arrivals and services of a queue are positive");
    const double capacity = static_cast<double>(form.servers) * form.services_per_day;
    expects(form.room || form.reneges_per_day > 0.0 || form.arrivals_per_day < capacity,
            "something keeps a queue from growing for ever");
    constexpr double negligible = 1e-18;
    double weight = 1.0;
    double sum = 0.0;
    for (std::int64_t number = 0; !form.room || number <= form.servers + *form.room; ++number) {
        probabilities_.push_back(weight);
        sum += weight;
        const auto busy = static_cast<double>(std::min(number + 1, form.servers));
        const auto waiting =
            static_cast<double>(std::max<std::int64_t>(0, number + 1 - form.servers));
        const double factor =
            form.arrivals_per_day / (busy * form.services_per_day + waiting * form.reneges_per_day);
        weight *= factor;
        if (factor < 1.0 && weight < negligible * (1.0 - factor) * sum) {
            break;
        }
    }
    for (auto& probability : probabilities_) {
        probability /= sum;
    }
}

double BirthDeathQueue::turned_away_share() const {
    return form_.room ? probabilities_.back() : 0.0;
}

double BirthDeathQueue::waiting_share() const {
    double share = 0.0;
    for (auto number = static_cast<std::size_t>(form_.servers); number < probabilities_.size();
         ++number) {
        share += probabilities_[number];
    }
    return share - turned_away_share();
}

double BirthDeathQueue::reneging_share() const {
    return form_.reneges_per_day * mean_waiting() / form_.arrivals_per_day;
}

double BirthDeathQueue::mean_waiting() const {
    double mean = 0.0;
    for (auto number = static_cast<std::size_t>(form_.servers); number < probabilities_.size();
         ++number) {
        mean += static_cast<double>(number - static_cast<std::size_t>(form_.servers)) *
                probabilities_[number];
    }
    return mean;
}

double BirthDeathQueue::mean_busy() const {
    double mean = 0.0;
    for (std::size_t number = 0; number < probabilities_.size(); ++number) {
        mean += static_cast<double>(std::min(number, static_cast<std::size_t>(form_.servers))) *
                probabilities_[number];
    }
    return mean;
}

double BirthDeathQueue::mean_wait_days() const {
    return mean_waiting() / form_.arrivals_per_day;
}

} // namespace tsunagi
