#include "engine/region/service_traits.hpp"

#include <array>
#include <cstddef>

namespace tsunagi {

namespace {

using Form = ServiceTraits::Form;
using Subject = ServiceTraits::Subject;
using Support = ServiceTraits::Support;
using Scale = ServiceTraits::Scale;
using Course = ServiceTraits::Course;

// In the order of Service.
constexpr std::array<ServiceTraits, services> table{{
    {Form::individual,
     Subject::person,
     Support::yes,
     Scale::tied,
     Course::reviewed,
     Task::counselling_session},
    {Form::individual,
     Subject::family,
     Support::no,
     Scale::stated,
     Course::reviewed,
     Task::family_session},
    {Form::group, Subject::person, Support::yes, Scale::tied, Course::set, Task::group_session},
    {Form::group, Subject::family, Support::no, Scale::stated, Course::open, Task::group_session},
    {Form::individual,
     Subject::person,
     Support::yes,
     Scale::stated,
     Course::reviewed,
     Task::outpatient_session},
    {Form::group, Subject::person, Support::yes, Scale::tied, Course::set, Task::group_session},
    {Form::residential,
     Subject::person,
     Support::yes,
     Scale::stated,
     Course::open,
     Task::outpatient_session},
    {Form::residential,
     Subject::person,
     Support::yes,
     Scale::stated,
     Course::open,
     Task::group_session},
    {Form::group, Subject::person, Support::yes, Scale::stated, Course::open, Task::group_session},
    {Form::group, Subject::family, Support::no, Scale::stated, Course::open, Task::group_session},
    {Form::group, Subject::person, Support::yes, Scale::stated, Course::open, Task::group_session},
}};

} // namespace

const ServiceTraits& traits_of(Service service) {
    return table.at(static_cast<std::size_t>(service));
}

bool counts_as_support(AgencyType type, Service service) {
    const bool is_home =
        type == AgencyType::offender_rehabilitation_facility && service == Service::residence;
    return traits_of(service).support == Support::yes && !is_home;
}

} // namespace tsunagi
