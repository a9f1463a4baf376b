#pragma once

namespace tsunagi::program {

/// Lets the process keep memory that it has freed, up to some hundred megabytes: every run builds a
/// world of a few megabytes and drops it, and by default the C library gives each one back to the
/// system and asks for it anew. Does nothing where the library has no such setting.
void keep_freed_memory();

} // namespace tsunagi::program
