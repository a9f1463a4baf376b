#include "outputs/tables/compare_text.hpp"

#include "outputs/tables/detail/wording.hpp"

namespace tsunagi {

std::string compare_text(const Analysis& analysis, const Messages& messages) {
    const detail::Wording wording{analysis, messages};
    std::string text;
    for (const auto part : {detail::setting_text,
                            detail::headline_text,
                            detail::expectations_text,
                            detail::break_even_text,
                            detail::draws_text,
                            detail::outcomes_text,
                            detail::subgroups_text,
                            detail::states_text,
                            detail::pathways_text,
                            detail::consequences_text,
                            detail::families_text,
                            detail::others_text,
                            detail::hours_text,
                            detail::price_text,
                            detail::hours_used_text,
                            detail::upsets_text,
                            detail::pairing_text}) {
        text += part(wording);
    }
    return text;
}

} // namespace tsunagi
