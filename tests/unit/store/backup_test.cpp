// The backup container and the readable export.
#include "store/backup.h"
#include "store/container.h"
#include "support/store_page.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace bb;

namespace {

const RecordId one{1, 1};

CustomerFile sample() {
    CustomerFile file(1);
    for (std::uint64_t n = 1; n <= 400; ++n) {
        file.perform(test_action({test_edit({1, n}, customer::name, "buyer " + std::to_string(n)),
                                  test_edit({1, n}, customer::notes, std::string(300, 'n'))}),
                     test_noon);
    }
    file.perform(test_action({test_edit(one, customer::name, "\"Bauer\" \\ 客户\n\t\x01")}),
                 test_noon);
    file.perform(test_action({test_edit({1, 2}, common::deleted, "1")}), test_noon);
    return file;
}

Bytes backup_of(const CustomerFile& file) {
    const Bytes picture(1000, 7);
    const std::pair<std::string, const Bytes*> blobs[] = {{"picture", &picture}};
    return write_backup(file, blobs, test_noon);
}

} // namespace

TEST_CASE("a backup restores byte by byte, history and pictures too") {
    const CustomerFile file = sample();
    const Bytes bytes = backup_of(file);
    const auto backup = read_backup(bytes);
    REQUIRE(backup.ok());
    CHECK(backup->made_at == test_noon);
    CHECK(backup->customers == 399);
    REQUIRE(backup->blobs.size() == 1);
    CHECK(backup->blobs[0].second == Bytes(1000, 7));
    CustomerFile restored(2);
    restored.merge(backup->writes, Text{}, test_noon);
    CHECK(restored.records().canonical_dump() == file.records().canonical_dump());
}

TEST_CASE("an empty file has a backup too") {
    const auto backup = read_backup(write_backup(CustomerFile(1), {}, test_noon));
    REQUIRE(backup.ok());
    CHECK(backup->writes.empty());
}

TEST_CASE("what is no backup and what is only the beginning of one are told apart") {
    const std::string text = "name,city\n";
    CHECK(read_backup(as_bytes(text)).error().text == Text::error_backup_foreign);
    const Bytes bytes = backup_of(sample());
    CHECK(read_backup(ByteView(bytes).first(5000)).error().text == Text::error_backup_damaged);
}

TEST_CASE("a container keeps any length of content") {
    for (const std::size_t size : {std::size_t{0}, std::size_t{1}, container_chunk - 1,
                                   container_chunk, container_chunk + 1, 3 * container_chunk}) {
        const Bytes content(size, 42);
        Bytes back;
        CHECK(open_container(seal_container(content), back) == ContainerRead::sound);
        CHECK(back == content);
    }
}

TEST_CASE("the JSON export holds every living record under the keys of its fields") {
    const CustomerFile file = sample();
    const auto json = nlohmann::json::parse(json_export(file.records(), test_noon), nullptr, false);
    REQUIRE(!json.is_discarded());
    CHECK(json["format"] == "buyerbook");
    CHECK(json["customer"].size() == 399);
    CHECK(json["customer"][0]["id"] == one.to_text());
    CHECK(json["customer"][0]["name"] == "\"Bauer\" \\ 客户\n\t\x01");
    CHECK(json["quote"].empty());
}
