#include "app/product_list.h"
#include "app/quote_document.h"
#include "app/quote_list.h"
#include "app_fixture.h"

#include <doctest/doctest.h>

using namespace bb;

namespace {

struct ListsFixture : AppFixture {
    ProductList products;
    QuoteList quotes;

    std::vector<std::string> models(const ProductFilter& filter, SortOrder order) {
        products.update(records(), filter, order);
        std::vector<std::string> result;
        for (const Row row : products.rows()) {
            result.emplace_back(records().at(RecordType::product, row).value(product::model));
        }
        return result;
    }
    std::vector<std::string> numbers(const QuoteFilter& filter,
                                     SortOrder order = {.field = quote::number}) {
        quotes.update(records(), filter, order);
        std::vector<std::string> result;
        for (const QuoteEntry& entry : quotes.rows()) result.push_back(entry.number);
        return result;
    }
    RecordId quote_of(RecordId customer, std::string_view number, std::string_view currency,
                      std::string_view price, std::string_view status = "draft") {
        const RecordId id = add(RecordType::quote, {{quote::customer, customer.to_text()},
                                                    {quote::number, std::string(number)},
                                                    {quote::currency, std::string(currency)},
                                                    {quote::status, std::string(status)}});
        add(RecordType::quote_line, {{quote_line::quote, id.to_text()},
                                     {quote_line::quantity, "10"},
                                     {quote_line::price, std::string(price)},
                                     {quote_line::model, "M" + std::string(price)}});
        return id;
    }
};

using Texts = std::vector<std::string>;

} // namespace

TEST_CASE_FIXTURE(ListsFixture, "products are searched by words and sorted by value") {
    add(RecordType::product,
        {{product::model, "B-2"}, {product::price, "12"}, {product::name_zh, "面板灯"}});
    const RecordId gone =
        add(RecordType::product, {{product::model, "A-1"}, {product::price, "3"}});
    add(RecordType::product, {{product::model, "C-3"}, {product::name_en, "Panel light"}});
    CHECK(models({}, {.field = product::model}) == Texts{"A-1", "B-2", "C-3"});
    CHECK(models({}, {.field = product::price}) == Texts{"A-1", "B-2", "C-3"});
    CHECK(models({}, {.field = product::price, .ascending = false}) == Texts{"B-2", "A-1", "C-3"});
    CHECK(models({.search = "PANEL lig"}, {.field = product::model}) == Texts{"C-3"});
    CHECK(models({.search = "面板"}, {.field = product::model}) == Texts{"B-2"});
    set(RecordType::product, gone, {{common::deleted, "1"}});
    CHECK(models({}, {.field = product::model}) == Texts{"B-2", "C-3"});
    CHECK(models({.bin = true}, {.field = product::model}) == Texts{"A-1"});
    CHECK(products.counts().bin == 1);
}

TEST_CASE_FIXTURE(ListsFixture,
                  "quotes show customer and total, and totals are never added across currencies") {
    const RecordId andina = add(RecordType::customer, {{customer::name, "Andina"}});
    const RecordId casa = add(RecordType::customer, {{customer::name, "Casa"}});
    const RecordId first = quote_of(andina, "Q2026-0001", "USD", "2.50", "issued");
    quote_of(casa, "Q2026-0002", "EUR", "9");
    quote_of(andina, "Q2026-0003", "USD", "1");
    CHECK(numbers({}) == Texts{"Q2026-0001", "Q2026-0002", "Q2026-0003"});
    CHECK(quotes.rows()[0].customer_name == "Andina");
    CHECK(quotes.rows()[0].total == Decimal(25));
    CHECK(quotes.totals() ==
          std::vector<std::pair<std::string, Decimal>>{{"USD", Decimal(35)}, {"EUR", Decimal(90)}});
    CHECK(quotes.counts().draft == 2);
    CHECK(numbers({.search = "casa"}) == Texts{"Q2026-0002"});
    CHECK(numbers({.search = "andina 0003"}) == Texts{"Q2026-0003"});
    CHECK(numbers({.search = "m2.50"}) == Texts{"Q2026-0001"});
    CHECK(numbers({.status = "issued"}) == Texts{"Q2026-0001"});
    CHECK(numbers({.customer = casa}) == Texts{"Q2026-0002"});
    CHECK(numbers({}, {.field = quote_sort_by_total}) ==
          Texts{"Q2026-0002", "Q2026-0003", "Q2026-0001"});
    // Changes of a line, a customer's name and the bin are seen.
    add(RecordType::quote_line, {{quote_line::quote, first.to_text()},
                                 {quote_line::quantity, "1"},
                                 {quote_line::price, "5"}});
    set(RecordType::customer, andina, {{customer::name, "Andina Hogar"}});
    CHECK(numbers({.search = "hogar 0001"}) == Texts{"Q2026-0001"});
    CHECK(quotes.rows()[0].total == Decimal(30));
    set(RecordType::quote, first, {{common::deleted, "1"}});
    CHECK(numbers({}) == Texts{"Q2026-0002", "Q2026-0003"});
    CHECK(numbers({.bin = true}) == Texts{"Q2026-0001"});
}
