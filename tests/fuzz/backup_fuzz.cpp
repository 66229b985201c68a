// Backups: the bytes as a container, and as the content of a sound one, which hashes would hide.
#include "fuzz/fuzzing.h"
#include "store/backup.h"
#include "store/container.h"

#include <algorithm>

using namespace bb;
using fuzzing::demand;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView input(data, size);
    Bytes content;
    if (open_container(input, content) == ContainerRead::sound) {
        demand(content.size() <= size, "a container holds no more than its bytes");
    }
    static_cast<void>(read_backup(input));

    const Bytes sealed = seal_container(input);
    demand(open_container(sealed, content) == ContainerRead::sound, "what was sealed opens");
    demand(std::equal(content.begin(), content.end(), data, data + size), "and is the same");
    const auto backup = read_backup(sealed);
    if (!backup.ok()) return 0;

    CustomerFile file(1);
    file.merge(backup->writes, Text{}, {1'780'000'000'000});
    const auto again = read_backup(write_backup(file, {}, backup->made_at));
    demand(again.ok(), "what was read from a backup can be backed up");
    CustomerFile copy(1);
    copy.merge(again->writes, Text{}, {1'780'000'000'000});
    demand(copy.records().canonical_dump() == file.records().canonical_dump(),
           "a backup of a backup is equal");
    return 0;
}
