#pragma once

#include "engine/simulation/simulation.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>

namespace tsunagi::test {

/// What no life may break, whatever happens in it, judged by what is told alone. Must hear every
/// fact from the start of the run.
class LifeRules final : public FactListener {
public:
    void hear(const Fact& fact) override;

    /// What was broken, in words, each once; empty if nothing was.
    const std::set<std::string>& broken() const { return broken_; }

private:
    struct Life {
        ClientKind kind{};
        enum class Here : std::uint8_t { present, gone } here{};
        enum class Supervised : std::uint8_t { no, yes } supervised{};
        /// Of a person of the justice system. Where they begin is told by the first fact of it.
        enum class Liberty : std::uint8_t { untold, free, custody } liberty{};
        std::optional<Residence> residence{};  ///< likewise
        bool met = false;                      ///< an attended contact so far
        int stays{};                           ///< beds and places held
        std::optional<Use> use{};              ///< no value: it has not begun, or stands still
        SimTime moved = SimTime::min();        ///< last change of liberty or residence
        SimTime changed_stay = SimTime::min(); ///< last move into or out of a bed or place
    };
    void follow(const Fact& fact, Life& life);
    void follow_custody(const Fact& fact, Life& life);
    void follow_stays(const Fact& fact, Life& life);
    void judge_home(const Fact& fact, const Life& life);
    void judge_contact(const Fact& fact, Life& life);
    void follow_supervision(const Fact& fact, Life& life);
    void judge_use(const Fact& fact, Life& life);
    void judge_abstinence(const Fact& fact, Life& life);
    void move(const Fact& fact, Life& life);
    void demand(bool kept, const char* rule);

    std::map<EntityKey, Life> lives_;
    SimTime last_ = SimTime::min();
    std::set<std::string> broken_;
};

} // namespace tsunagi::test
