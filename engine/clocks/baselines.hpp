#pragma once

#include <concepts>
#include <vector>

namespace tsunagi {

/// A baseline hazard with a closed-form cumulative hazard, as a function of age in days.
/// cumulative(0) = 0, non-decreasing; age_at is its inverse: the first age at which the cumulative
/// hazard reaches the argument, or a negative number where it never does. Either may be infinite
/// where it would exceed what a double holds; a power beyond that is a ContractViolation.
template <class Candidate>
concept Baseline = requires(const Candidate baseline, double number) {
    { baseline.cumulative(number) } -> std::same_as<double>;
    { baseline.age_at(number) } -> std::same_as<double>;
};

/// A cumulative hazard at an age above 0, and how fast it rises with the logarithm of age: age
/// times hazard.
struct Growth {
    double cumulative{};
    double per_log_age{};
};

/// A baseline that tells both at once, and bends so gently that its inverse is quickly found by
/// them.
template <class Candidate>
concept SmoothBaseline = Baseline<Candidate> && requires(const Candidate baseline, double number) {
    { baseline.growth(number) } -> std::same_as<Growth>;
};

/// Constant hazard.
class ExponentialBaseline {
public:
    /// @param per_day  hazard, >= 0
    explicit ExponentialBaseline(double per_day);
    double cumulative(double age_days) const { return per_day_ * age_days; }
    Growth growth(double age_days) const { return {cumulative(age_days), cumulative(age_days)}; }
    double age_at(double cumulative_hazard) const;

private:
    double per_day_;
};

/// Cumulative hazard (age / scale)^shape.
class WeibullBaseline {
public:
    /// @param shape       > 0; below 1 the hazard falls with age
    /// @param scale_days  > 0; 63 % have had the event by then
    WeibullBaseline(double shape, double scale_days);
    double cumulative(double age_days) const;
    double age_at(double cumulative_hazard) const;

private:
    double shape_;
    double scale_days_;
};

/// Cumulative hazard level ln(1 + (age / scale)^shape). At level 1 that is the log-logistic law;
/// the survival at any level is the log-logistic one to the power of the level. At a shape of at
/// most 1 the hazard falls with age, above it rises first; in the long run it is level shape / age,
/// so with a small level some never have the event in a lifetime.
class LogLogisticBaseline {
public:
    struct Form {
        double scale_days{}; ///< > 0; at level 1 half have had the event by then
        double shape{};      ///< > 0
        double level{};      ///< > 0
    };
    explicit LogLogisticBaseline(const Form& form);
    double cumulative(double age_days) const;
    Growth growth(double age_days) const;
    double age_at(double cumulative_hazard) const;

private:
    Form form_;
};

/// Hazard start e^(growth age), the Gompertz law: it changes by the same factor every day. With a
/// negative growth the cumulative hazard never reaches start / -growth; some never have the event.
class GompertzBaseline {
public:
    struct Form {
        double start_per_day{};  ///< hazard at age 0, >= 0
        double growth_per_day{}; ///< of the log-hazard; any sign, 0 is a constant hazard
    };
    explicit GompertzBaseline(const Form& form);
    double cumulative(double age_days) const;
    double age_at(double cumulative_hazard) const;

private:
    Form form_;
};

/// Hazard that is constant between given ages; the last piece goes on for ever.
class PiecewiseBaseline {
public:
    struct Piece {
        double from_day{};
        double per_day{};
    };
    /// @param pieces  at least one; the first begins at 0, ages strictly increase, hazards are >= 0
    explicit PiecewiseBaseline(std::vector<Piece> pieces);
    double cumulative(double age_days) const;
    double age_at(double cumulative_hazard) const;

private:
    std::vector<Piece> pieces_;
};

static_assert(Baseline<ExponentialBaseline> && Baseline<WeibullBaseline> &&
              Baseline<LogLogisticBaseline> && Baseline<GompertzBaseline> &&
              Baseline<PiecewiseBaseline>);

} // namespace tsunagi
