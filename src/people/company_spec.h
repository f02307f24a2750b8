#pragma once

#include "people/company.h"
#include "people/site_rules.h"

namespace haymaker::people {

// Every mistake in what the user says of the company; empty if there is none.
Errors mistakes_in(const CompanySpec& spec, const std::vector<SiteRule>& known, Days first_day,
                   Days last_day);

}  // namespace haymaker::people
