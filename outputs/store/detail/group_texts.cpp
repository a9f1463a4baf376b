#include "outputs/store/detail/position_texts.hpp"

#include <array>

namespace tsunagi::detail {
namespace {

constexpr std::array<PositionText, link_groups> groups{{
    {"not_good",
     "The office-centre link was not good just before policy start.",
     "施策開始直前に保護観察所とセンターの連携が良くなかった。"},
    {"good", "It was good.", "良かった。"},
}};

constexpr std::array<PositionText, levels> level_table{{
    {"male", "Men.", "男性。"},
    {"female", "Women.", "女性。"},
    {"under_30", "Younger than 30 at entry.", "受入時30歳未満。"},
    {"from_30", "30 to 39 at entry.", "受入時30〜39歳。"},
    {"from_40", "40 to 49 at entry.", "受入時40〜49歳。"},
    {"from_50", "50 or older at entry.", "受入時50歳以上。"},
    {"parole_only", "Parole alone.", "仮釈放のみ。"},
    {"parole_partial",
     "Parole, then probation after a partial suspension.",
     "仮釈放後、一部執行猶予の保護観察。"},
    {"direct_partial",
     "Straight to probation after a partial suspension.",
     "満期後ただちに一部執行猶予の保護観察。"},
    {"suspended", "Suspended sentence with probation.", "保護観察付全部執行猶予。"},
    {"juvenile", "Juvenile parole.", "少年院仮退院。"},
    {"full_term",
     "Released at full term, without supervision; outside the cohort.",
     "満期釈放（保護観察なし）。コホート外。"},
    {"suspended_without_probation",
     "Suspended sentence without probation; outside the cohort.",
     "保護観察の付かない執行猶予。コホート外。"},
    {"without_family", "No family in reach.", "連絡の取れる家族がいない。"},
    {"with_family", "A family in reach.", "連絡の取れる家族がいる。"},
    {"not_severe", "Low severity class.", "重症度の低い群。"},
    {"severe", "High severity class.", "重症度の高い群。"},
    {"began_before",
     "Supervision, or release, before the policy started.",
     "保護観察の開始（または釈放）が施策開始より前。"},
    {"began_after",
     "Supervision, or release, from policy start on.",
     "保護観察の開始（または釈放）が施策開始以後。"},
}};

} // namespace

std::span<const PositionText> group_texts() {
    return groups;
}
std::span<const PositionText> level_texts() {
    return level_table;
}

} // namespace tsunagi::detail
