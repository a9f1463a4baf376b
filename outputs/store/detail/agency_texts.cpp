#include "outputs/store/detail/position_texts.hpp"

#include <array>

namespace tsunagi::detail {
namespace {

constexpr std::array<PositionText, routes> route_table{{
    {"handover", "Referred with consent to pass information on.", "情報提供に同意した引き継ぎ。"},
    {"referral_without_consent", "Referred without it.", "同意のない案内。"},
    {"self", "Came alone.", "自分から。"},
    {"background_person", "A person who is not of the justice system.", "司法の対象でない人。"},
    {"background_family",
     "A family of nobody of the justice system.",
     "司法の対象でない人の家族。"},
    {"family", "Brought by an engaged family.", "相談中の家族を通じて。"},
    {"admission", "By an admission track, or in a bed.", "入所の調整、または入院を通じて。"},
    {"discharge",
     "The hospital's own appointment at discharge from its bed.",
     "退院時に病院自身がとる外来予約。"},
    {"unannounced", "Came without an appointment; has no wait.", "予約なしで。待ち時間はない。"},
}};
constexpr std::array<PositionText, tasks> task_table{{
    {"first_appointment", "First appointments.", "初回面接。"},
    {"counselling_session", "Later sessions of counselling.", "継続の個別相談。"},
    {"family_session", "Sessions with families.", "家族相談。"},
    {"standing_contact", "Standing contacts between agencies.", "機関どうしの定例の会合。"},
    {"liaison", "Liaison contacts.", "連絡調整。"},
    {"guarantor_meeting", "Meetings of guarantors.", "引受人会。"},
    {"probation_programme", "The programme of the probation office.", "保護観察所のプログラム。"},
    {"officer_contact", "Contacts of probation officers.", "保護観察官の面接。"},
    {"handover", "Handing over.", "引き継ぎ。"},
    {"group_session", "Group sessions.", "集団の会。"},
    {"outpatient_session", "Outpatient sessions.", "外来診療。"},
    {"admission_work",
     "Joint contacts and papers on the way to a place.",
     "入所に向けた合同面接と書類。"},
    {"benefit_application", "Applications for benefits.", "生活保護等の申請。"},
}};
constexpr std::array<PositionText, services> service_table{{
    {"counselling", "Individual counselling.", "個別相談。"},
    {"family_counselling", "Counselling of families.", "家族の個別相談。"},
    {"programme", "Group programme.", "集団プログラム。"},
    {"family_class", "Family class.", "家族教室。"},
    {"outpatient", "Outpatient care.", "外来。"},
    {"hospital_programme", "Programme of a hospital.", "病院のプログラム。"},
    {"bed", "Hospital bed.", "入院。"},
    {"residence", "Residential place.", "入所。"},
    {"day_programme", "Day programme of a facility.", "施設の通所。"},
    {"family_meeting", "Family meeting of a facility.", "施設の家族会。"},
    {"self_help", "Self-help group.", "自助グループ。"},
}};
constexpr std::array<PositionText, agency_counts> agency_count_table{{
    {"first_contacts",
     "First appointments kept, by anybody.",
     "来所のあった初回面接（すべての人）。"},
    {"sessions_attended",
     "Later sessions attended, by anybody.",
     "出席のあった継続の面接・会（すべての人）。"},
    {"stays_begun", "Stays in a bed or residence begun.", "入院・入所の開始。"},
    {"stays_ended", "Stays ended.", "入院・入所の終了。"},
    {"stay_ticks",
     "Time of all stays together, in seconds, from policy start to horizon; over places and the "
     "span it gives the occupancy.",
     "期間中の入院・入所の延べ時間（秒）。定員と期間で割ると稼働率になる。"},
    {"direct_ticks",
     "Direct hours of staff in the whole weeks (Monday to Sunday) of the span, in seconds; 0 where "
     "they have no limit.",
     "期間に含まれる週（月曜から日曜）の直接業務の時間（秒）。時間に上限がない機関では0。"},
    {"taken_ticks",
     "Of direct_ticks: reserved for standing work or booked, in seconds; overtime goes beyond.",
     "direct_"
     "ticksのうち、定例の業務に確保されたか予約された時間（秒）。超過勤務の分だけ上回ることがある"
     "。"},
}};
constexpr std::array<PositionText, service_counts> service_count_table{{
    {"episodes_opened", "Episodes opened.", "利用の開始。"},
    {"sessions_attended", "Sessions attended.", "出席した回。"},
    {"sessions_missed", "Sessions offered and missed.", "欠席した回。"},
    {"sessions_not_offered",
     "Sessions for which no week had hours left.",
     "時間が取れず提供できなかった回。"},
    {"list_joined", "Joined the list.", "待機の開始。"},
    {"list_admitted", "Admitted from the list.", "待機からの受入れ。"},
    {"list_patience", "Left the list because patience ended.", "待ちきれずに待機をやめた。"},
    {"list_gone", "Left the list for any other reason.", "その他の理由で待機をやめた。"},
    {"list_wait_ticks",
     "Waits of those admitted, in seconds.",
     "受け入れられた人の待機時間の合計（秒）。"},
    {"places_taken", "Places, seats or beds taken.", "定員のある席・病床・部屋を使い始めた。"},
    {"places_left", "Places, seats or beds left.", "それを離れた。"},
}};
constexpr std::array<PositionText, track_counts> track_count_table{{
    {"opened",
     "Tracks opened in [policy start, horizon); all below are of these.",
     "期間中に始まった入所調整。以下はこのうちの数。"},
    {"agreed", "The person agreed.", "本人が同意した。"},
    {"entered", "Entered a place.", "入所した。"},
    {"entered_in_window",
     "Of entered: while the readiness bump was above 0.1.",
     "入所のうち、準備性の高まりが0.1を超えていた間のもの。"},
    {"no_agreement", "Closed without agreement.", "同意に至らず終わった。"},
    {"lost_waiting", "Lost while waiting.", "待つ間に途切れた。"},
    {"person_gone", "Ended by custody, death or a move.", "収容・死亡・転出で終わった。"},
    {"entry_ticks",
     "Of entered: time from the trigger to the entry, in seconds.",
     "入所したものの、きっかけから入所までの時間の合計（秒）。"},
}};
constexpr std::array<PositionText, other_counts> other_count_table{{
    {"arrived", "Arrived in [policy start, horizon).", "期間中に現れた。"},
    {"first_contacts", "First appointments kept: served.", "初回面接に来所した（利用できた）。"},
    {"sessions_attended", "Later sessions attended.", "継続の面接・会への出席。"},
    {"lost", "Referrals lost.", "つながらずに終わった。"},
}};

} // namespace

std::span<const PositionText> route_texts() {
    return route_table;
}
std::span<const PositionText> task_texts() {
    return task_table;
}
std::span<const PositionText> service_texts() {
    return service_table;
}
std::span<const PositionText> agency_count_texts() {
    return agency_count_table;
}
std::span<const PositionText> service_count_texts() {
    return service_count_table;
}
std::span<const PositionText> track_count_texts() {
    return track_count_table;
}
std::span<const PositionText> other_count_texts() {
    return other_count_table;
}

} // namespace tsunagi::detail
