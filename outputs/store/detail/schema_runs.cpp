#include "outputs/store/detail/schema_parts.hpp"

#include <array>

namespace tsunagi::detail {
namespace {

using enum StoredPart;
using enum StoredType;

// What the engine counted, for every reading, scenario and replication.
constexpr std::array table{
    DatasetSpec{"/failed",
                runs,
                int8,
                "reading, scenario, replication",
                "1",
                "0 where the run was completed, 1 where it failed; all other values of a failed "
                "run are 0 and mean nothing."},
    DatasetSpec{"/counts",
                runs,
                int64,
                "reading, scenario, replication, group, count",
                "1",
                "Integer counts of persons, days or events by link group; /labels/count names them "
                "in order."},
    DatasetSpec{"/first_contact_day",
                runs,
                int32,
                "reading, scenario, replication, group, day",
                "persons",
                "First support contact after S of persons not in support at S: bin d holds "
                "contacts in (S + d, S + d + 1] days."},
    DatasetSpec{"/waits/due",
                runs,
                int64,
                "reading, scenario, replication, route",
                "appointments",
                "First appointments that fell due in [policy start, horizon)."},
    DatasetSpec{"/waits/kept",
                runs,
                int64,
                "reading, scenario, replication, route",
                "appointments",
                "Of these, kept."},
    DatasetSpec{"/waits/wait",
                runs,
                int64,
                "reading, scenario, replication, route",
                "s",
                "Sum of their waits from booking to appointment."},
    DatasetSpec{"/waits/bins",
                runs,
                int32,
                "reading, scenario, replication, route, wait_bin",
                "appointments",
                "Their waits by bin; /labels/wait_bin_upper_days holds the upper edges."},
    DatasetSpec{"/work",
                runs,
                int64,
                "reading, scenario, replication, agency, task",
                "s",
                "Staff time spent in [policy start, horizon), all members of staff added up."},
    DatasetSpec{"/cancelled_contacts",
                runs,
                int64,
                "reading, scenario, replication",
                "contacts",
                "Standing contacts for which the week had no hours left."},
    DatasetSpec{"/sessions_not_offered",
                runs,
                int64,
                "reading, scenario, replication",
                "sessions",
                "Sessions lost because no week had hours left."},
    DatasetSpec{"/overtime",
                runs,
                int64,
                "reading, scenario, replication",
                "s",
                "Staff time of contacts held although bookings had taken the week's hours."},
    DatasetSpec{"/understanding",
                runs,
                float64,
                "reading, scenario, replication, year",
                "1",
                "Mutual understanding of the office-centre pair, in [0, 1]: at policy start, then "
                "each anniversary just before rotation; NaN where not recorded."},
    DatasetSpec{"/digest",
                runs,
                uint64,
                "reading, scenario, replication",
                "1",
                "Digest of every fact from policy start to horizon, in order: equal digests mean "
                "equal lives."},
    DatasetSpec{"/events",
                runs,
                int64,
                "reading, scenario, replication",
                "events",
                "Calendar events handled, warm-up excluded."},
};

} // namespace

std::span<const DatasetSpec> run_datasets() {
    return table;
}

} // namespace tsunagi::detail
