// The rows of the sample data; only the sample_*.cpp files include it. All of it is invented.
#pragma once

#include <span>
#include <string_view>

namespace bb {

struct SampleCustomer {
    std::string_view name;
    std::string_view local_name;
    std::string_view country;
    std::string_view city;
    std::string_view contact;
    std::string_view title;
    std::string_view mailbox; // before @example.com
    std::string_view phone;
    std::string_view grade;
    std::string_view buyer_type;
    std::string_view stage;
    std::string_view source;
    std::string_view interest;
    int follow_up = 0;     // days from today; see no_follow_up
    int last_activity = 0; // days before today
    std::string_view last_kind;
    std::string_view last_words;
};
inline constexpr int no_follow_up = 9999;

struct SampleProduct {
    std::string_view model;
    std::string_view name_zh;
    std::string_view name_en;
    std::string_view category;
    std::string_view material;
    std::string_view specification;
    std::string_view hs_code;
    std::string_view unit;
    std::string_view price; // USD
    std::string_view moq;
    std::string_view pieces;
    std::string_view length, width, height; // cm
    std::string_view net, gross;            // kg
    std::string_view lead_time;             // days
};

std::span<const SampleCustomer> sample_customers();
std::span<const SampleProduct> sample_products();

} // namespace bb
