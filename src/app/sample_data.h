// Invented customers, products and quotes for "look around with sample data". Every name is made up
// and every address is at example.com; they go into a database of their own.
#pragma once

#include "store/customer_file.h"

namespace bb {

/// About 40 customers on six continents with contacts and activities, 12 products, 4 quotes (one
/// issued, one revised). Dates lie around `today`, so that there is something to do.
Action sample_data(IdSource& ids, Date today, Instant now);

} // namespace bb
