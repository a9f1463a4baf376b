#pragma once

#include <limits>
#include <variant>

namespace tsunagi {

struct FixedLaw {
    double days{}; ///< >= 0
};
struct UniformLaw {
    double lower_days{}; ///< >= 0
    double upper_days{}; ///< >= lower
};
struct ExponentialLaw {
    double mean_days{}; ///< > 0
};
struct WeibullLaw {
    double shape{};      ///< > 0
    double scale_days{}; ///< > 0
};
/// By mean and standard deviation of the time itself, not of its logarithm.
struct LogNormalLaw {
    double mean_days{}; ///< > 0
    double sd_days{};   ///< >= 0
};
using LawForm = std::variant<FixedLaw, UniformLaw, ExponentialLaw, WeibullLaw, LogNormalLaw>;

/// How long something takes, drawn by inversion of one uniform: of a form, and with some
/// probability never.
class Law {
public:
    static constexpr double never = std::numeric_limits<double>::infinity();

    /// @param probability  in [0, 1], that it happens at all
    /// @throws ContractViolation if a number lies outside its range
    explicit Law(const LawForm& form, double probability = 1.0);

    /// @param u  in (0, 1)
    /// @return days, or `never`
    double draw(double u) const;
    /// That it happens at all; u below it draws a time, u above it `never`.
    double probability() const { return probability_; }
    /// No time drawn is longer; `never` where there is no bound.
    double longest_days() const;

private:
    struct LogNormalForm {
        double median_days{};
        double sigma{};
    };
    using Drawn = std::variant<FixedLaw, UniformLaw, ExponentialLaw, WeibullLaw, LogNormalForm>;
    static Drawn prepared(const LawForm& form);

    Drawn form_;
    double probability_;
};

} // namespace tsunagi
