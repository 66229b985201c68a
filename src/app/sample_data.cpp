#include "app/sample_data.h"

#include "app/known_ids.h"
#include "app/order_key.h"
#include "app/quote_document.h"
#include "app/sample_parts.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <vector>

namespace bb {
namespace {

constexpr std::int64_t hour_ms = 3'600'000;
constexpr std::int64_t day_ms = 24 * hour_ms;

/// Writes the records of the sample one after the other.
class Sample {
public:
    Sample(Action& action, IdSource& ids, Date today, Instant now)
        : action_(action), ids_(ids), today_(today), now_(now) {}

    struct Record {
        std::vector<Edit>* edits;
        RecordType type;
        RecordId id;
        void set(std::uint16_t field, std::string_view value) const {
            if (!value.empty()) edits->push_back({type, id, field, std::string(value)});
        }
    };

    /// Made `days` ago, so that lists and timelines look lived in.
    Record record(RecordType type, int days) { return record(type, days, ids_.next(ago(days).ms)); }
    Record record(RecordType type, int days, RecordId id) {
        const Instant made = ago(days);
        const Record record{&action_.edits, type, id};
        record.set(common::created_at, made.to_text());
        return record;
    }
    Instant ago(int days) const { return {now_.ms - days * day_ms - hour_ms}; }
    std::string date(int days_from_today) const {
        return today_.plus_days(days_from_today).to_text();
    }

private:
    Action& action_;
    IdSource& ids_;
    Date today_;
    Instant now_;
};

void add_company(Sample& sample) {
    const auto company = sample.record(RecordType::company, 200, company_id());
    company.set(company::name_zh, "宁波样例灯饰有限公司");
    company.set(company::name_en, "Ningbo Sample Lighting Co., Ltd.");
    company.set(company::address_zh, "浙江省宁波市样例路 100 号");
    company.set(company::address_en, "100 Sample Road, Ningbo, Zhejiang, China");
    company.set(company::phone, "+86 574 5550 0100");
    company.set(company::fax, "+86 574 5550 0199");
    company.set(company::email, "sales@example.com");
    company.set(company::website, "https://example.com");
    company.set(company::salesperson, "Wang Min 王敏");
    company.set(company::bank, "Beneficiary: Ningbo Sample Lighting Co., Ltd.\n"
                               "Bank: Sample Bank, Ningbo Branch\nAccount: 0000 0000 0000 0000\n"
                               "SWIFT: SAMPCNXX");
    company.set(company::number_prefix, "Q");
    company.set(company::default_currency, "USD");
    company.set(company::default_incoterm, "FOB");
    company.set(company::default_place, "Ningbo");
    company.set(company::default_payment, "tt_30_70_bl");
    company.set(company::default_validity_days, "30");
    company.set(company::default_lead_time, "30 days after deposit");
}

struct Made {
    RecordId customer;
    RecordId contact;
};

Made add_customer(Sample& sample, const SampleCustomer& from, int number) {
    const auto customer = sample.record(RecordType::customer, from.last_activity + 30);
    customer.set(customer::name, from.name);
    customer.set(customer::local_name, from.local_name);
    std::string code = std::to_string(400 + number);
    customer.set(customer::code, "C0" + code);
    customer.set(customer::country, from.country);
    customer.set(customer::city, from.city);
    customer.set(customer::phone, from.phone);
    customer.set(customer::grade, from.grade);
    customer.set(customer::buyer_type, from.buyer_type);
    customer.set(customer::stage, from.stage);
    customer.set(customer::source, from.source);
    customer.set(customer::interest, from.interest);
    customer.set(customer::owner, "王敏");
    if (from.stage == "repeat_order") customer.set(customer::loyalty, "repeat");
    if (from.follow_up != no_follow_up) {
        customer.set(customer::next_follow_up, sample.date(from.follow_up));
    }

    const auto contact = sample.record(RecordType::contact, from.last_activity + 30);
    contact.set(contact::customer, customer.id.to_text());
    contact.set(contact::name, from.contact);
    contact.set(contact::title, from.title);
    contact.set(contact::email, std::string(from.mailbox) + "@example.com");

    const auto first = sample.record(RecordType::activity, from.last_activity + 9);
    first.set(activity::customer, customer.id.to_text());
    first.set(activity::kind, "inquiry");
    first.set(activity::at, sample.ago(from.last_activity + 9).to_text());
    first.set(activity::summary, from.interest);
    const auto last = sample.record(RecordType::activity, from.last_activity);
    last.set(activity::customer, customer.id.to_text());
    last.set(activity::kind, from.last_kind);
    last.set(activity::at, sample.ago(from.last_activity).to_text());
    last.set(activity::summary, from.last_words);
    return {customer.id, contact.id};
}

RecordId add_product(Sample& sample, const SampleProduct& from) {
    const auto product = sample.record(RecordType::product, 120);
    product.set(product::model, from.model);
    product.set(product::name_zh, from.name_zh);
    product.set(product::name_en, from.name_en);
    product.set(product::category, from.category);
    product.set(product::material, from.material);
    product.set(product::specification, from.specification);
    product.set(product::hs_code, from.hs_code);
    product.set(product::unit, from.unit);
    product.set(product::price, from.price);
    product.set(product::currency, "USD");
    product.set(product::moq, from.moq);
    product.set(product::carton_pieces, from.pieces);
    product.set(product::carton_length, from.length);
    product.set(product::carton_width, from.width);
    product.set(product::carton_height, from.height);
    product.set(product::net_weight, from.net);
    product.set(product::gross_weight, from.gross);
    product.set(product::lead_time, from.lead_time);
    return product.id;
}

/// Works on a file of its own, so that quotes are made by the same actions as the user's.
class SampleQuotes {
public:
    SampleQuotes(Action& all, IdSource& ids, Date today, Instant now)
        : file_(1), all_(all), ids_(ids), today_(today), now_(now) {
        file_.perform(all, now);
    }

    struct Line {
        RecordId product;
        std::string_view quantity;
    };
    RecordId add(const Made& buyer, std::initializer_list<Line> lines, int days_ago) {
        const NewRecord made =
            new_quote(file_.records(), buyer.customer, ids_, today_.plus_days(-days_ago), now_);
        take(made.action);
        for (const Line& line : lines) {
            const NewRecord added =
                add_product_line(file_.records(), made.id, line.product, ids_, now_);
            take(added.action);
            set(RecordType::quote_line, added.id, quote_line::quantity, line.quantity);
        }
        set(RecordType::quote, made.id, quote::sample_price, "0");
        set(RecordType::quote, made.id, quote::sample_days, "7");
        return made.id;
    }
    void issue(RecordId quote, int days_ago) {
        const auto action =
            issue_quote(file_.records(), quote, ids_, today_.plus_days(-days_ago), now_);
        if (action) take(*action);
    }
    RecordId revise(RecordId quote) {
        const NewRecord made = revise_quote(file_.records(), quote, ids_, today_, now_);
        take(made.action);
        return made.id;
    }
    void set(RecordType type, RecordId id, std::uint16_t field, std::string_view value) {
        Action action;
        action.edits.push_back({type, id, field, std::string(value)});
        take(action);
    }

private:
    void take(const Action& action) {
        file_.perform(action, now_);
        all_.edits.insert(all_.edits.end(), action.edits.begin(), action.edits.end());
    }

    CustomerFile file_;
    Action& all_;
    IdSource& ids_;
    Date today_;
    Instant now_;
};

/// One action gives a field one value: of several, the last.
void keep_last_values(std::vector<Edit>& edits) {
    std::set<std::tuple<RecordType, RecordId, std::uint16_t>> seen;
    std::vector<Edit> kept;
    std::ranges::reverse(edits);
    for (Edit& edit : edits) {
        if (seen.emplace(edit.type, edit.id, edit.field).second) kept.push_back(std::move(edit));
    }
    std::ranges::reverse(kept);
    edits = std::move(kept);
}

const SampleCustomer& named(std::string_view name) {
    for (const SampleCustomer& customer : sample_customers()) {
        if (customer.name.starts_with(name)) return customer;
    }
    return sample_customers().front();
}

} // namespace

Action sample_data(IdSource& ids, Date today, Instant now) {
    Action action;
    action.label = Text::customer_action_sample;
    Sample sample(action, ids, today, now);
    add_company(sample);
    std::vector<Made> customers;
    int number = 0;
    for (const SampleCustomer& from : sample_customers()) {
        customers.push_back(add_customer(sample, from, ++number));
    }
    std::vector<RecordId> products;
    for (const SampleProduct& from : sample_products()) {
        products.push_back(add_product(sample, from));
    }

    const auto buyer = [&](std::string_view name) {
        return customers[static_cast<std::size_t>(&named(name) - sample_customers().data())];
    };
    SampleQuotes quotes(action, ids, today, now);
    // Ends in four days, so that Today has something to warn of.
    const RecordId expiring =
        quotes.add(buyer("Bright Ideas"), {{products[0], "2000"}, {products[4], "10000"}}, 26);
    quotes.issue(expiring, 26);
    const RecordId first = quotes.add(
        buyer("Andina"), {{products[0], "2000"}, {products[1], "800"}, {products[2], "800"}}, 9);
    quotes.issue(first, 9);
    quotes.revise(first);
    quotes.add(buyer("Lumenhuis"), {{products[3], "600"}, {products[8], "500"}}, 1);
    keep_last_values(action.edits);
    return action;
}

} // namespace bb
