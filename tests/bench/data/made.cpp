#include "made.h"

#include "base/time.h"

#include <array>
#include <initializer_list>
#include <string_view>

namespace bb::bench {
namespace {

using Word = std::string_view;

constexpr Word trades[] = {"Lighting", "Trading", "Imports",   "Home Supply",
                           "Electric", "Retail",  "Wholesale", "Design"};
constexpr Word forms[] = {"GmbH", "Ltd", "Inc.", "S.A.", "B.V.", "SARL", "LLC", "Co., Ltd."};
constexpr Word places[][3] = {
    {"DE", "Hamburg", "+49 40"},   {"US", "Los Angeles", "+1 213"}, {"BR", "Santos", "+55 13"},
    {"JP", "Osaka", "+81 6"},      {"KE", "Mombasa", "+254 41"},    {"PE", "Lima", "+51 1"},
    {"NL", "Utrecht", "+31 30"},   {"AU", "Perth", "+61 8"},        {"GB", "Leeds", "+44 113"},
    {"MX", "Monterrey", "+52 81"}, {"IN", "Pune", "+91 20"},        {"ZA", "Durban", "+27 31"},
};
constexpr Word streets[] = {"Harbour Road", "Market Street", "Station Avenue", "Mill Lane",
                            "Lindenweg",    "Rua do Porto",  "Canal Quay",     "Garden Row"};
constexpr Word han[] = {"明", "华", "海", "星", "光", "云", "龙", "泰", "兴", "利",
                        "宏", "达", "金", "瑞", "祥", "德", "嘉", "安", "盛", "通"};
constexpr Word kinds_zh[] = {"灯饰", "贸易", "家居", "电器", "照明", "进出口"};
constexpr Word given[] = {"Anna", "Karl", "Luis", "Mei", "Omar", "Petra", "Sofia", "Tomas"};
constexpr Word family[] = {"Berger", "Costa", "Dietz", "Ibanez", "Keller", "Moreau", "Okoye"};
constexpr Word titles[] = {"Buyer", "Owner", "Purchasing manager", "Director", "Assistant"};
constexpr Word owners[] = {"陈静", "李雷", "王芳", "赵敏", "孙涛", "周洁"};
constexpr Word interests[] = {"LED panel lights", "Floor lamps",   "Solar garden lights",
                              "Dimmable drivers", "Street lights", "LED strips, profiles"};
constexpr Word suppliers[] = {"Zhongshan Guzhen", "Local wholesaler", "Foshan trader",
                              "Yiwu agent"};
constexpr Word terms[] = {"T/T 30% deposit, 70% against copy of B/L", "L/C at sight",
                          "T/T 30% deposit, 70% before shipment"};
constexpr Word currencies[] = {"USD", "EUR", "GBP", "CNY"};
constexpr Word incoterms[] = {"FOB", "CIF", "EXW", "CFR", "DDP"};
constexpr Word ports[] = {"Ningbo", "Shenzhen", "Hamburg", "Callao", "Santos"};
constexpr Word notes_zh[] = {"展会上认识，要求年底前报价。", "对价格敏感，先寄样品再谈。",
                             "要求通过认证，外箱印条码。", "老客户介绍，付款很快。"};
constexpr Word notes_en[] = {
    "Asked for the catalogue and a quotation for one full container.",
    "Compares three suppliers; decides after the samples have been tested.",
    "Wants neutral packing and spare parts with each order."};
constexpr Word summaries[] = {"Sent the revised quotation and asked for the order by Friday",
                              "来电询问交期和包装，已答复三十天", "样品已寄出，等对方测试报告",
                              "Discussed payment terms; they prefer a letter of credit"};
constexpr Word outcomes[] = {"waiting for answer", "已答应", "to be called again", "无结果"};

template <class Words> std::string pick(Dice& dice, const Words& words) {
    return std::string(dice.one_of(words));
}

/// In a list the parts are made from the first to the last; between pluses every compiler has an order
/// of its own, and throws other dice.
std::string joined(std::initializer_list<std::string> parts) {
    std::string whole;
    for (const std::string& part : parts) whole += part;
    return whole;
}

std::string choice(Dice& dice, RecordType type, std::uint16_t field) {
    return std::string(dice.one_of(field_of(type, field)->choices).key);
}

/// Six letters that no other number below a million has, in no order of the numbers.
std::string unique_word(std::uint32_t number) {
    constexpr Word consonants = "bcdfghjklmnpqrstvwxz", vowels = "aeiou";
    std::uint32_t left = static_cast<std::uint32_t>(number * 48271ULL % 1'000'000);
    std::string word;
    for (int i = 0; i < 3; ++i, left /= 100) {
        word += consonants[left % 100 / 5];
        word += vowels[left % 5];
    }
    return word;
}

std::string capital(std::string word) {
    word[0] = static_cast<char>(word[0] - 'a' + 'A');
    return word;
}

RecordId id_of(RecordType type, std::uint32_t number) {
    Dice dice(static_cast<std::uint64_t>(type) << 40 | number);
    const auto made = static_cast<std::uint64_t>(1'767'000'000'000 + number);
    return {made << 16 | (dice.next() & 0xffff), dice.next()};
}

Dice dice_of(RecordType type, std::uint32_t number) {
    return Dice(0x42757965'72426f6bULL ^ (static_cast<std::uint64_t>(type) << 40) ^ number);
}

std::string day(std::string_view first, std::uint32_t later) {
    return Date::parse(first)->plus_days(static_cast<int>(later)).to_text();
}

std::string instant(std::uint32_t minutes) {
    return Instant{1'735'689'600'000 + static_cast<std::int64_t>(minutes) * 60'000}.to_text();
}

void set_standing(MadeRecord& record, Dice& dice) {
    using namespace customer;
    for (const std::uint16_t field : {grade, buyer_type, loyalty, stage, source, language})
        record.set(field, choice(dice, record.type, field));
    record.set(grade_reason, "按买家类型定级");
    record.set(owner, pick(dice, owners));
    record.set(interest, pick(dice, interests));
    record.set(current_supplier, pick(dice, suppliers));
    record.set(currency, pick(dice, currencies));
    record.set(incoterm, pick(dice, incoterms));
    record.set(payment, pick(dice, terms));
    record.set(customer::place, pick(dice, ports));
    record.set(tax_id, "TX" + dice.digits(10));
    // Few are due; today's desk shows those, as it does for people who keep their file.
    const bool due = dice.below(2000) == 0;
    record.set(next_follow_up,
               due ? day("2026-10-01", dice.below(30)) : day("2030-01-01", dice.below(2000)));
    record.set(notes, joined({pick(dice, notes_zh), pick(dice, notes_en)}));
}

} // namespace

std::uint64_t Dice::next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
}

std::string Dice::digits(int count) {
    std::string out;
    for (int i = 0; i < count; ++i) out += static_cast<char>('0' + below(10));
    return out;
}

MadeRecord made_customer(std::uint32_t number) {
    using namespace customer;
    MadeRecord record{RecordType::customer, id_of(RecordType::customer, number), {}};
    Dice dice = dice_of(record.type, number);
    const std::string word = unique_word(number);
    const auto& where = places[dice.below(std::size(places))];
    const std::string digits = std::to_string(1'000'000 + number);
    record.set(common::created_at, instant(number % 500'000));
    record.set(name, joined({capital(word), " ", pick(dice, trades), " ", pick(dice, forms)}));
    record.set(local_name,
               joined({pick(dice, han), pick(dice, han), pick(dice, han), pick(dice, kinds_zh)}));
    record.set(code, "C" + digits);
    record.set(country, std::string(where[0]));
    record.set(city, std::string(where[1]));
    record.set(address, joined({std::to_string(1 + dice.below(400)), " ", pick(dice, streets), ", ",
                                dice.digits(5), " ", std::string(where[1])}));
    record.set(website, "https://www." + word + ".example");
    record.set(email, "info@" + word + ".example");
    record.set(phone,
               std::string(where[2]) + " " + digits.substr(1, 3) + " " + digits.substr(4) + "0");
    record.set(fax,
               std::string(where[2]) + " " + digits.substr(1, 3) + " " + digits.substr(4) + "9");
    set_standing(record, dice);
    return record;
}

std::vector<MadeRecord> made_contacts(std::uint32_t number) {
    using namespace contact;
    std::vector<MadeRecord> made;
    Dice dice = dice_of(RecordType::contact, number);
    const std::uint32_t count = 1 + dice.below(2);
    for (std::uint32_t i = 0; i < count; ++i) {
        MadeRecord record{RecordType::contact, id_of(RecordType::contact, number * 2 + i), {}};
        const std::string first = pick(dice, given);
        record.set(common::created_at, instant(number % 500'000));
        record.set(common::order_key, i == 0 ? "a" : "b");
        record.set(contact::customer, id_of(RecordType::customer, number).to_text());
        record.set(name, joined({first, " ", pick(dice, family)}));
        record.set(title, pick(dice, titles));
        record.set(email, first + std::to_string(i) + "@" + unique_word(number) + ".example");
        record.set(phone, joined({"+49 ", dice.digits(3), " ", dice.digits(7)}));
        record.set(wechat, "wx" + dice.digits(8));
        made.push_back(std::move(record));
    }
    return made;
}

MadeRecord made_activity(std::uint32_t number, std::uint32_t customers) {
    using namespace activity;
    MadeRecord record{RecordType::activity, id_of(RecordType::activity, number), {}};
    Dice dice = dice_of(record.type, number);
    record.set(common::created_at, instant(number % 900'000));
    record.set(activity::customer, id_of(RecordType::customer, number % customers).to_text());
    record.set(kind, choice(dice, record.type, kind));
    record.set(at, instant(number % 900'000));
    record.set(summary, pick(dice, summaries));
    record.set(outcome, pick(dice, outcomes));
    return record;
}

} // namespace bb::bench
