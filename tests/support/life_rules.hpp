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
        std::optional<Residence> residence{}; ///< of a person of the justice system, once told
        bool met = false;                     ///< an attended contact so far
        int stays{};                          ///< beds and places held
        Use use{};
    };
    void follow(const Fact& fact, Life& life);
    void judge_contact(const Fact& fact, Life& life);
    void judge_supervision(const Fact& fact, const Life& life);
    void judge_use(const Fact& fact, Life& life);
    void move(const Fact& fact, Life& life);
    void demand(bool kept, const char* rule);

    std::map<EntityKey, Life> lives_;
    SimTime last_ = SimTime::min();
    std::set<std::string> broken_;
};

} // namespace tsunagi::test
