// The parts of the region notes, one a continent; only region_note.cpp and the tables include it.
#pragma once

#include "knowledge/region_note.h"

namespace bb {

std::span<const RegionProfile> asia_profiles();
std::span<const RegionProfile> africa_profiles();
std::span<const RegionProfile> europe_profiles();
std::span<const RegionProfile> north_america_profiles();
std::span<const RegionProfile> oceania_profiles();
std::span<const RegionProfile> south_america_profiles();

} // namespace bb
