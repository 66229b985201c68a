// Quotes for the golden checks: small and large, with and without pictures, hostile ones.
#pragma once

#include "domain/quote.h"

#include <string>
#include <vector>

namespace bb::samples {

struct Sample {
    std::string name; // of the files made from it
    QuoteDocument quote;
};

std::vector<Sample> all_samples();

} // namespace bb::samples
