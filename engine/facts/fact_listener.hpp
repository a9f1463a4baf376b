#pragma once

#include "engine/facts/fact.hpp"

namespace tsunagi {

/// Told every fact of a run, after observation: traces, golden files, tests.
class FactListener {
public:
    FactListener() = default;
    FactListener(const FactListener&) = delete;
    FactListener& operator=(const FactListener&) = delete;
    FactListener(FactListener&&) = delete;
    FactListener& operator=(FactListener&&) = delete;
    virtual ~FactListener() = default;
    virtual void hear(const Fact& fact) = 0;
};

} // namespace tsunagi
