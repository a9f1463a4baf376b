#include "outputs/report/detail/template.hpp"

#include "engine/core/contracts.hpp"
#include "outputs/report/detail/assets.hpp"

#include <kainjow/mustache.hpp>
#include <nlohmann/json.hpp>

#include <map>

namespace tsunagi {

namespace {

using kainjow::mustache::data;

data filling_of(const PageModel& model) {
    switch (model.type()) {
    case PageModel::value_t::object: {
        data object{data::type::object};
        for (const auto& [name, value] : model.items()) {
            object.set(name, filling_of(value));
        }
        return object;
    }
    case PageModel::value_t::array: {
        data list{data::type::list};
        for (const PageModel& value : model) {
            list.push_back(filling_of(value));
        }
        return list;
    }
    case PageModel::value_t::string:
        return data{model.get_ref<const std::string&>()};
    case PageModel::value_t::boolean:
        return data{model.get<bool>()};
    default:
        violate(
            "a page model holds objects, lists, texts and truth values only", __FILE__, __LINE__);
    }
}

/// Where names of a template are looked up: the model, then messages; an unknown one is a bug of
/// ours.
class StrictContext : public kainjow::mustache::context<std::string> {
public:
    StrictContext(const data* model, const Messages& words)
        : kainjow::mustache::context<std::string>(model), words_{words} {}

    const data* get(const std::string& name) const override {
        if (name.starts_with("page.")) {
            const auto [place, is_new] = messages_.try_emplace(name);
            if (is_new) {
                expects(words_.has(name), ("the catalogue lacks " + name).c_str());
                place->second = data{words_.text(name)};
            }
            return &place->second;
        }
        const data* found = kainjow::mustache::context<std::string>::get(name);
        expects(found != nullptr, ("the page model lacks " + name).c_str());
        return found;
    }

    const data* get_partial(const std::string& name) const override {
        const auto [place, is_new] = partials_.try_emplace(name);
        if (is_new) {
            const std::string_view text = page_template(name);
            expects(!text.empty(), ("there is no template part " + name).c_str());
            place->second = data{std::string{text}};
        }
        return &place->second;
    }

private:
    const Messages& words_;
    mutable std::map<std::string, data> messages_;
    mutable std::map<std::string, data> partials_;
};

} // namespace

std::string fill_template(std::string_view part, const PageModel& model, const Messages& words) {
    const std::string_view text = page_template(part);
    expects(!text.empty(), "the template part exists");
    kainjow::mustache::mustache page{std::string{text}};
    expects(page.is_valid(), page.error_message().c_str());
    const data filling = filling_of(model);
    StrictContext context{&filling, words};
    std::ostringstream filled;
    page.render(context, filled);
    expects(page.is_valid(), page.error_message().c_str());
    return filled.str();
}

} // namespace tsunagi
