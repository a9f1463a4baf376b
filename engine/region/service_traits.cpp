#include "engine/region/service_traits.hpp"

namespace tsunagi {

namespace {

using Form = ServiceTraits::Form;
using Subject = ServiceTraits::Subject;
using Support = ServiceTraits::Support;
using Scale = ServiceTraits::Scale;
using Course = ServiceTraits::Course;

} // namespace

constexpr std::array<ServiceTraits, services> service_traits{{
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

bool counts_as_support(AgencyType type, Service service) {
    const bool is_home =
        type == AgencyType::offender_rehabilitation_facility && service == Service::residence;
    return counts_as_support(service) && !is_home;
}

} // namespace tsunagi
