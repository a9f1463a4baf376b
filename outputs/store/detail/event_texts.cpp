#include "outputs/store/detail/position_texts.hpp"

#include <array>

namespace tsunagi::detail {
namespace {

constexpr std::array<PositionText, first_events> first_event_table{{
    {"contact", "First attended support contact.", "初めての支援との接触。"},
    {"custody", "Taken into custody first (competing).", "先に収容された（競合）。"},
    {"death", "Died first (competing).", "先に死亡した（競合）。"},
    {"moved", "Moved away first (censored).", "先に転出した（打ち切り）。"},
}};
constexpr std::array<PositionText, use_events> use_event_table{{
    {"use", "Any use.", "使用。"},
    {"regular_use", "Use that has become regular.", "常用。"},
    {"arrest", "Arrest for any offence.", "逮捕（罪名を問わない）。"},
    {"prison",
     "Entry to prison after an arrest; no technical revocation.",
     "逮捕後の入所（遵守事項違反による取消しを除く）。"},
}};
constexpr std::array<PositionText, episode_outcomes> episode_outcome_table{{
    {"drop_out",
     "Dropped out, fell silent, or gave a place up for want of money.",
     "中断、音信不通、または費用が払えず退所。"},
    {"in_order",
     "Completed, discharged, or over at a review.",
     "修了、退院・退所、または見直しで終結。"},
    {"custody", "The person was taken into custody.", "本人の収容。"},
    {"death", "The person died.", "本人の死亡。"},
    {"censored",
     "Moved, went to another bed or place, or still open at the horizon.",
     "転出、別の病床・施設への移動、または期間末に継続中。"},
}};
constexpr std::array<PositionText, admission_routes> admission_route_table{{
    {"failed_programme",
     "Repeated failure in the centre's programme.",
     "センターのプログラムでの度重なる失敗。"},
    {"family", "Counselling of the family and the person.", "家族と本人の相談。"},
    {"prison", "Visits in prison.", "刑務所への訪問。"},
    {"hospital", "A stay in hospital.", "入院。"},
    {"own_wish", "The person's own wish.", "本人の希望。"},
}};
constexpr std::array<PositionText, other_clients> other_clients_table{{
    {"persons", "Persons who are not of the justice system.", "司法の対象でない人。"},
    {"families", "Families of nobody of the justice system.", "司法の対象でない人の家族。"},
}};

} // namespace

std::span<const PositionText> first_event_texts() {
    return first_event_table;
}
std::span<const PositionText> use_event_texts() {
    return use_event_table;
}
std::span<const PositionText> episode_outcome_texts() {
    return episode_outcome_table;
}
std::span<const PositionText> admission_route_texts() {
    return admission_route_table;
}
std::span<const PositionText> other_clients_texts() {
    return other_clients_table;
}

} // namespace tsunagi::detail
