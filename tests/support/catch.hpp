#pragma once

// The one place that knows which Catch2 this is: 2.13 on Debian 12; 3.x needs only another include
// here.
#include <catch2/catch.hpp>
