#include "scenarios/networks/network_file.hpp"

#include "scenarios/reader/nearest.hpp"
#include "scenarios/reader/overlay.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace tsunagi {

namespace {

// The clock tells seconds; what lasts longer than a human life is a slip of the pen.
constexpr Bounds run_days{1.0 / 86'400.0, 365'250.0};
constexpr Bounds day_in_run{0.0, 365'250.0};
constexpr Bounds some_days{1.0 / 86'400.0, 1e8};
constexpr Bounds any_days{0.0, 1e8};
constexpr Bounds per_day{0.0, 1e7};
constexpr Bounds shapes{0.01, 100.0};
constexpr Bounds amplitudes{0.0, 0.999};
constexpr WholeBounds counts{0, 1'000'000'000};
constexpr WholeBounds replications_allowed{2, 1'000'000};
constexpr WholeBounds classes{0, most_priority_classes - 1};
constexpr std::int64_t most_causes = 200;

Duration ticks(double days) {
    return std::chrono::ceil<Duration>(RealDays{days});
}

/// Reads one network.
class NetworkReader {
public:
    NetworkReader(const Value& value, FaultLog& faults)
        : root_{Field{"", value, faults}}, faults_{faults} {}

    std::optional<NetworkFile> read() {
        const auto before = faults_.count();
        read_run();
        const auto stations = root_.require("station");
        for (const auto& field : root_.members("station")) {
            ids_.push_back(field.name());
        }
        if (stations && ids_.empty()) {
            stations->fault("fault.empty");
        }
        for (const auto& field : root_.members("station")) {
            read_station(field);
        }
        const auto arrivals = root_.require("arrivals");
        for (const auto& field : root_.members("arrivals")) {
            read_arrivals(field);
        }
        if (arrivals && file_.network.arrivals.empty()) {
            arrivals->fault("fault.empty");
        }
        std::sort(file_.network.arrivals.begin(),
                  file_.network.arrivals.end(),
                  [](const ArrivalStream& one, const ArrivalStream& other) {
                      return one.key < other.key;
                  });
        root_.finish();
        if (file_.network.stations.size() == ids_.size()) {
            tell_circles();
        }
        if (faults_.count() == before) {
            tell_what_has_no_end();
        }
        return faults_.count() > before ? std::nullopt : std::optional{std::move(file_)};
    }

private:
    void read_run() {
        file_.name = root_.words("name");
        file_.days = root_.number("days", run_days);
        const auto observed = root_.require("observe_from_day");
        file_.observe_from_day = observed ? observed->number(day_in_run) : 0.0;
        if (observed && file_.days > 0.0 && file_.observe_from_day >= file_.days) {
            observed->fault("fault.not_before", {{"other", "days"}, {"value", text(file_.days)}});
        }
        file_.seed = static_cast<std::uint64_t>(
            root_.whole("seed", {0, std::numeric_limits<std::int64_t>::max()}));
        file_.replications = root_.whole("replications", replications_allowed);
        auto& network = file_.network;
        network.horizon = network.start + ticks(file_.days);
        network.observe_from = network.start + ticks(file_.observe_from_day);
        if (const auto every = root_.find("sample_every_days")) {
            network.sample_every = ticks(every->number(run_days));
        }
    }

    void read_station(const Field& field) {
        TableReader reader{field};
        file_.stations.push_back({.id = field.chosen_name(), .name = reader.words("name")});
        Station station;
        station.key = key_of(field.name());
        station.servers = read_count(reader, "servers");
        station.waiting_room = read_count(reader, "waiting_room");
        if (const auto patience = reader.find("patience")) {
            station.patience = read_law(*patience);
        }
        station.reneged_to = read_routing(reader.find("reneged_to"));
        turned_away_.push_back(reader.find("turned_away_to"));
        station.turned_away_to = read_routing(turned_away_.back());
        leave_.push_back(reader.find("leave"));
        if (const auto& leave = leave_.back()) {
            const auto causes = leave->list();
            if (static_cast<std::int64_t>(causes.size()) > most_causes) {
                leave->fault("fault.too_many_causes", {{"most", std::to_string(most_causes)}});
                return;
            }
            for (const auto& cause : causes) {
                station.leave.push_back(read_cause(cause));
            }
        }
        reader.finish();
        file_.network.stations.push_back(std::move(station));
    }

    Station::Cause read_cause(const Field& field) {
        TableReader reader{field};
        const auto law = reader.require("law");
        Station::Cause cause{.law = law ? read_law(*law) : nothing_at_all(),
                             .to = read_routing(reader.find("to"))};
        reader.finish();
        return cause;
    }

    static std::optional<std::uint32_t> read_count(TableReader& reader, std::string_view key) {
        const auto field = reader.find(key);
        return field ? std::optional{static_cast<std::uint32_t>(field->whole(counts))}
                     : std::nullopt;
    }

    static Law nothing_at_all() { return Law{FixedLaw{}}; }

    Law read_law(const Field& field) {
        const auto before = faults_.count();
        TableReader reader{field};
        const auto probability = reader.find("probability");
        const double share = probability ? probability->number(zero_to_one) : 1.0;
        std::vector<LawForm> forms;
        if (const auto fixed = reader.find("fixed")) {
            forms.emplace_back(FixedLaw{fixed->number(any_days)});
        }
        if (const auto mean = reader.find("exponential")) {
            forms.emplace_back(ExponentialLaw{mean->number(some_days)});
        }
        if (const auto bounds = pair(reader, "uniform", any_days, any_days)) {
            forms.emplace_back(UniformLaw{bounds->at(0), bounds->at(1)});
            if (bounds->at(0) > bounds->at(1)) {
                reader.find("uniform")->fault(
                    "fault.bounds_reversed",
                    {{"lower", text(bounds->at(0))}, {"upper", text(bounds->at(1))}});
            }
        }
        if (const auto weibull = pair(reader, "weibull", shapes, some_days)) {
            forms.emplace_back(WeibullLaw{weibull->at(0), weibull->at(1)});
        }
        if (const auto moments = pair(reader, "log_normal", some_days, any_days)) {
            forms.emplace_back(LogNormalLaw{moments->at(0), moments->at(1)});
        }
        reader.finish();
        if (faults_.count() == before && forms.size() != 1) {
            field.fault("fault.not_one_law");
        }
        return faults_.count() > before ? nothing_at_all() : Law{forms.front(), share};
    }

    // Two numbers with bounds of their own.
    static std::optional<std::array<double, 2>>
    pair(TableReader& reader, std::string_view key, Bounds first, Bounds second) {
        const auto field = reader.find(key);
        if (!field) {
            return std::nullopt;
        }
        const auto before = field->faults().count();
        const auto numbers = field->list();
        if (field->faults().count() == before && numbers.size() != 2) {
            field->fault("fault.not_two_numbers");
        }
        return numbers.size() == 2
                   ? std::optional{std::array{numbers[0].number(first), numbers[1].number(second)}}
                   : std::nullopt;
    }

    Routing read_routing(const std::optional<Field>& field) {
        if (!field) {
            return {};
        }
        const auto before = faults_.count();
        TableReader reader{*field};
        std::vector<Routing::Branch> branches;
        double sum = 0.0;
        for (const auto& member : reader.members()) {
            const double probability = member.number(zero_to_one);
            branches.push_back({.to = station_of(member), .probability = probability});
            sum += probability;
        }
        reader.finish();
        if (faults_.count() == before && sum > 1.0 + Routing::rounding) {
            field->fault("fault.routing_above_one", {{"sum", text(sum)}});
        }
        return faults_.count() > before ? Routing{} : Routing{std::move(branches)};
    }

    // The key of a branch names a station.
    AgencyId station_of(const Field& branch) {
        const auto found = std::find(ids_.begin(), ids_.end(), branch.name());
        if (found == ids_.end()) {
            tell_unknown(branch, branch.name());
            return AgencyId{0};
        }
        return AgencyId{static_cast<std::uint32_t>(found - ids_.begin())};
    }

    void tell_unknown(const Field& field, const std::string& name) const {
        field.fault("fault.unknown_station",
                    {{"name", name}},
                    faults_.may_be_told() ? nearest_names(name, ids_) : std::vector<std::string>{});
    }

    void read_arrivals(const Field& field) {
        TableReader reader{field};
        ArrivalStream arrivals{.key = key_of("arrivals." + field.chosen_name()),
                               .to = AgencyId{0},
                               .per_day = reader.number("per_day", per_day)};
        if (const auto to = reader.require("to"); to && !ids_.empty()) {
            arrivals.to = AgencyId{static_cast<std::uint32_t>(to->choice(ids_))};
        }
        if (const auto priority = reader.find("class")) {
            arrivals.priority = static_cast<std::uint8_t>(priority->whole(classes));
        }
        if (const auto start = reader.find("at_start")) {
            arrivals.at_start = static_cast<std::uint64_t>(start->whole(counts));
        }
        if (const auto amplitude = reader.find("amplitude")) {
            arrivals.amplitude = amplitude->number(amplitudes);
            arrivals.period_days = reader.number("period_days", some_days);
        }
        reader.finish();
        const double persons = expected_persons(arrivals, file_.days);
        if (const auto rate = reader.find("per_day"); rate && persons > most_persons_of_stream) {
            rate->fault("fault.too_many_persons",
                        persons_in_days(persons, grouped(most_persons_of_stream)));
        }
        file_.network.arrivals.push_back(arrivals);
    }

    // Who is turned away from one full station to the next must find an end somewhere.
    void tell_circles() {
        if (const auto row = station_in_circle(file_.network)) {
            turned_away_[*row]->fault("fault.turned_away_in_circles", {{"station", ids_[*row]}});
        }
    }

    // What would run for ever, or beyond what can be counted.
    void tell_what_has_no_end() {
        if (const auto row = station_without_time(file_.network)) {
            leave_[*row]->fault("fault.round_without_time", {{"station", ids_[*row]}});
        }
        const double persons = expected_persons(file_.network);
        if (persons * file_.days > most_person_days) {
            root_.find("days")->fault("fault.too_many_person_days",
                                      persons_in_days(persons, grouped(most_person_days)));
        }
    }

    std::vector<FaultArgument> persons_in_days(double persons, const std::string& most) const {
        return {{"persons", grouped(persons)}, {"days", text(file_.days)}, {"most", most}};
    }

    static std::string grouped(double persons) {
        return fmt::format("{}", fmt::group_digits(std::llround(persons)));
    }
    static std::string text(double number) { return fmt::format("{}", number); }

    TableReader root_;
    FaultLog& faults_;
    NetworkFile file_;
    std::vector<std::string> ids_;                  ///< of stations
    std::vector<std::optional<Field>> turned_away_; ///< by station
    std::vector<std::optional<Field>> leave_;       ///< by station
};

} // namespace

ReadResult<NetworkFile> load_network(const std::string& file) {
    FaultLog faults;
    Inputs inputs;
    std::optional<NetworkFile> network;
    if (const auto value = read_overlaid(inputs, file, "network", {}, faults)) {
        network = NetworkReader{*value, faults}.read();
    }
    return {std::move(network), faults.sorted(), {}};
}

} // namespace tsunagi
