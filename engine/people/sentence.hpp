#pragma once

#include "engine/people/client.hpp"
#include "engine/people/parameters.hpp"
#include "engine/random/samplers.hpp"
#include "engine/random/streams.hpp"

namespace tsunagi {

/// Law of the logarithm of the length of parole in days: normal, cut to the shortest and longest.
TruncatedNormalQuantiles log_parole_days(const SupervisionParameters& parameters);

struct SentenceSetting {
    const SupervisionParameters& supervision;
    const IntakeParameters& intake;
    const TruncatedNormalQuantiles& log_parole_days;
};

/// Draws start and scheduled end S of supervision: release lies pre.days after creation for those
/// who come from prison; parole followed by partial suspension has both phases. Source:
/// engine/README.md, supervision.
/// @param now  instant of creation
Sentence draw_sentence(const SentenceSetting& setting,
                       IntakeSource source,
                       EntityKey person,
                       SimTime now,
                       Streams& streams);

/// Length of the parole on which a re-imprisoned person is released, by the law of any parole.
/// @param occurrence  n-th return parole of the person
double return_parole_days(const SupervisionParameters& parameters,
                          EntityKey person,
                          std::uint32_t occurrence,
                          Streams& streams);

} // namespace tsunagi
