#include "engine/region/region_graph.hpp"

#include "engine/core/contracts.hpp"
#include "engine/region/service_traits.hpp"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/biconnected_components.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

namespace tsunagi {

namespace {

using Arc = std::pair<std::size_t, std::size_t>; // by place in the order of keys

/// Agencies numbered by place in the order of their keys; these places are the graphs' vertices.
class KeyOrder {
public:
    explicit KeyOrder(const Column<AgencyId, Agency>& agencies) : places_(agencies.size()) {
        for (std::size_t row = 0; row < agencies.size(); ++row) {
            by_key_.push_back(agencies.id(row));
        }
        std::sort(by_key_.begin(), by_key_.end(), [&](AgencyId one, AgencyId other) {
            return agencies[one].key < agencies[other].key;
        });
        for (std::size_t place = 0; place < by_key_.size(); ++place) {
            places_[by_key_[place]] = place;
        }
    }

    std::size_t size() const { return by_key_.size(); }
    AgencyId agency(std::size_t place) const { return by_key_.at(place); }
    std::size_t place(AgencyId agency) const { return places_[agency]; }
    Arc tie(AgencyId one, AgencyId other) const {
        expects(one != other, "a way or contact joins two agencies");
        return std::minmax(places_[one], places_[other]);
    }

private:
    std::vector<AgencyId> by_key_;
    Column<AgencyId, std::size_t> places_;
};

// Each pair once, whatever ties it, so that a pair with two labels can still be a bridge.
std::vector<Arc> ties_of(const Region& region, std::span<const Way> ways, const KeyOrder& order) {
    std::vector<Arc> ties;
    for (const auto& way : ways) {
        for (const auto from : way.from) {
            for (const auto to : way.to) {
                ties.push_back(order.tie(from, to));
            }
        }
    }
    if (const auto* observed = std::get_if<ObservedLinks>(&region.links)) {
        for (const auto& contact : observed->held) {
            if (contact.per_year > 0.0) {
                ties.push_back(order.tie(contact.first, contact.second));
            }
        }
    }
    std::sort(ties.begin(), ties.end());
    ties.erase(std::unique(ties.begin(), ties.end()), ties.end());
    return ties;
}

/// Where people go. Beside the agencies there is one vertex for outside, and one for each way,
/// between its senders and its receivers, so that arcs are no more than the ways name agencies.
class Walk {
public:
    Walk(std::span<const Way> ways, const KeyOrder& order) : order_{order} {
        std::vector<Arc> arcs;
        auto hub = outside();
        for (const auto& way : ways) {
            ++hub;
            for (const auto from : way.from) {
                arcs.emplace_back(order.place(from), hub);
            }
            if (way.from.empty()) {
                arcs.emplace_back(outside(), hub);
            }
            for (const auto to : way.to) {
                arcs.emplace_back(hub, order.place(to));
            }
        }
        graph_ = Graph{boost::edges_are_unsorted_multi_pass, arcs.begin(), arcs.end(), hub + 1};
    }

    std::size_t outside() const { return order_.size(); }

    /// Nearest first, then by key.
    std::vector<ReachedAgency> reached(std::size_t start) const {
        constexpr std::int64_t never = -1;
        std::vector<std::int64_t> arcs_to(boost::num_vertices(graph_), never);
        arcs_to[start] = 0;
        std::vector<boost::default_color_type> colours(arcs_to.size());
        const auto count_arcs =
            boost::make_bfs_visitor(boost::record_distances(arcs_to.data(), boost::on_tree_edge{}));
        boost::breadth_first_search(
            graph_, start, boost::visitor(count_arcs).color_map(colours.data()));
        std::vector<ReachedAgency> reached;
        for (std::size_t place = 0; place < order_.size(); ++place) {
            if (arcs_to[place] > 0) {
                // Every way is two arcs.
                reached.push_back({.agency = order_.agency(place), .steps = arcs_to[place] / 2});
            }
        }
        std::stable_sort(reached.begin(),
                         reached.end(),
                         [](const ReachedAgency& one, const ReachedAgency& other) {
                             return one.steps < other.steps;
                         });
        return reached;
    }

private:
    using Graph = boost::compressed_sparse_row_graph<boost::directedS>;

    const KeyOrder& order_;
    Graph graph_;
};

/// Blocks of a graph: every two ties of a block lie on a circle, so a block of one tie is a bridge.
struct Blocks {
    std::vector<std::size_t> articulation_points; ///< places, rising
    std::vector<std::size_t> block_of_tie;
    std::size_t count{};
};

Blocks blocks_of(const std::vector<Arc>& ties, std::size_t agencies) {
    using Number = boost::property<boost::edge_index_t, std::size_t>;
    using Graph = boost::
        adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property, Number>;
    Graph graph{agencies};
    for (std::size_t tie = 0; tie < ties.size(); ++tie) {
        boost::add_edge(ties[tie].first, ties[tie].second, Number{tie}, graph);
    }
    Blocks blocks{.articulation_points = {},
                  .block_of_tie = std::vector<std::size_t>(ties.size()),
                  .count = 0};
    const auto by_number = boost::make_iterator_property_map(blocks.block_of_tie.begin(),
                                                             boost::get(boost::edge_index, graph));
    blocks.count = boost::biconnected_components(
                       graph, by_number, std::back_inserter(blocks.articulation_points))
                       .first;
    std::sort(blocks.articulation_points.begin(), blocks.articulation_points.end());
    return blocks;
}

bool supports_in_the_area(const Agency& agency) {
    const bool is_far = agency.type == AgencyType::out_of_prefecture_hospital ||
                        agency.type == AgencyType::out_of_prefecture_recovery_facility;
    return !is_far &&
           std::any_of(
               agency.services.begin(), agency.services.end(), [&](const OfferedService& offered) {
                   return offered.share > 0.0 && counts_as_support(agency.type, offered.service);
               });
}

} // namespace

RegionGraph::RegionGraph(const Region& region, std::span<const Way> ways)
    : reached_(region.agencies.size()) {
    const KeyOrder order{region.agencies};
    const Walk walk{ways, order};
    for (std::size_t place = 0; place < order.size(); ++place) {
        reached_[order.agency(place)] = walk.reached(place);
    }
    reached_from_outside_ = walk.reached(walk.outside());
    const auto ties = ties_of(region, ways, order);
    const auto blocks = blocks_of(ties, order.size());
    for (const auto place : blocks.articulation_points) {
        articulation_points_.push_back(order.agency(place));
    }
    std::vector<std::size_t> ties_in_block(blocks.count);
    for (const auto block : blocks.block_of_tie) {
        ++ties_in_block[block];
    }
    for (std::size_t tie = 0; tie < ties.size(); ++tie) {
        if (ties_in_block[blocks.block_of_tie[tie]] == 1) {
            bridges_.push_back(
                {.one = order.agency(ties[tie].first), .other = order.agency(ties[tie].second)});
        }
    }
}

std::span<const ReachedAgency> RegionGraph::reached_from(AgencyId sender) const {
    return reached_[sender];
}

bool leads_to_any(const Region& region,
                  std::span<const Way> ways,
                  AgencyId sender,
                  std::span<const AgencyId> receivers) {
    const KeyOrder order{region.agencies};
    const auto reached = Walk{ways, order}.reached(order.place(sender));
    return std::any_of(reached.begin(), reached.end(), [&](const ReachedAgency& one) {
        return std::find(receivers.begin(), receivers.end(), one.agency) != receivers.end();
    });
}

std::vector<AgencyId> community_support(const Region& region) {
    const KeyOrder order{region.agencies};
    std::vector<AgencyId> supporting;
    for (std::size_t place = 0; place < order.size(); ++place) {
        const auto agency = order.agency(place);
        if (supports_in_the_area(region.agencies[agency])) {
            supporting.push_back(agency);
        }
    }
    return supporting;
}

} // namespace tsunagi
