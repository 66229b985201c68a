// The made records as other programs take them: JSON with a line for each record, and CSV.
#pragma once

#include <cstdint>
#include <string>

namespace bb::bench {

/// An array of customers, each with its contacts.
bool write_customers_json(const std::string& path, std::uint32_t customers);
/// 25 columns under Chinese labels, UTF-8 without a mark.
bool write_customers_csv(const std::string& path, std::uint32_t customers);
/// PATH-0.json, PATH-1.json …: arrays of 50,000 activities.
bool write_activities_json(const std::string& path, std::uint32_t activities,
                           std::uint32_t customers);

} // namespace bb::bench
