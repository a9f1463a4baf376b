#include "engine/care/drop_out.hpp"

#include "engine/care/detail/draws.hpp"
#include "engine/care/detail/episode_events.hpp"
#include "engine/random/det.hpp"
#include "engine/region/service_traits.hpp"

namespace tsunagi {

namespace {

WeibullBaseline baseline(const Episode& episode) {
    return WeibullBaseline{episode.law.shape, episode.law.scale_days};
}

double burden_factor(const CareSetting& care, ClientId client) {
    int programmes = 0;
    care.episodes.for_each_open(
        client, [&](EpisodeId id) { programmes += is_programme(care.episodes[id]) ? 1 : 0; });
    double factor = 1.0;
    for (int extra = 1; extra < programmes; ++extra) {
        factor *= 1.0 + care.episode.burden;
    }
    return factor;
}

double drop_out_factor(const CareSetting& care, const Episode& episode) {
    double factor = episode.own_factor;
    // Legal pressure and the burden of programmes are for persons; family episodes know neither,
    // and a stay knows no burden.
    const auto& traits = traits_of(episode.service);
    if (traits.subject == ServiceTraits::Subject::person) {
        factor *= is_supervised(care.clients[episode.client]) ? care.episode.legal_pressure : 1.0;
        factor *= traits.form == ServiceTraits::Form::residential
                      ? 1.0
                      : burden_factor(care, episode.client);
    }
    if (episode.handover.has_value()) {
        const double link = care.links.effective_held(episode.handover.value(), care.effect);
        factor *= det::exp(care.effect.drop_out * link);
    }
    return factor;
}

void schedule_drop_out(const CareSetting& care, EpisodeId id) {
    auto& episode = care.episodes[id];
    care.moment.calendar.cancel(episode.drop_out_event);
    episode.drop_out_event = {};
    if (const auto at = episode.drop_out->fires_at(baseline(episode))) {
        episode.drop_out_event =
            detail::schedule(care, id, {.kind = EventKind::drop_out, .at = *at});
    }
}

} // namespace

double fit_factor(const EpisodeParameters& parameters, Fit fit) {
    return fit == Fit::fit ? parameters.fit_hazard : parameters.misfit_hazard;
}

void start_drop_out(const CareSetting& care, EpisodeId id) {
    auto& episode = care.episodes[id];
    const double threshold =
        care.moment.streams.exponential(detail::draw_of(episode, Draw::drop_out, 0));
    episode.drop_out = ExposureClock{{.at = care.moment.now,
                                      .threshold = threshold,
                                      .multiplier = drop_out_factor(care, episode)}};
    schedule_drop_out(care, id);
}

void refresh_drop_out(const CareSetting& care, EpisodeId id) {
    auto& episode = care.episodes[id];
    if (!episode.drop_out) {
        return;
    }
    const double factor = drop_out_factor(care, episode);
    if (factor != episode.drop_out->multiplier()) {
        episode.drop_out->set_multiplier(baseline(episode), care.moment.now, factor);
        schedule_drop_out(care, id);
    }
}

void refresh_drop_outs(const CareSetting& care, ClientId client) {
    care.episodes.for_each_open(client, [&](EpisodeId id) { refresh_drop_out(care, id); });
}

} // namespace tsunagi
