#include "measured_reading.h"

#include "read_support.h"

#include <doctest/doctest.h>

#include <ctime>

#if !defined(__EMSCRIPTEN__) && !defined(BUYERBOOK_SANITIZED)
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#endif

namespace bb::test {
namespace {

[[maybe_unused]] Cost read_here(std::string_view bytes) {
    const std::clock_t begun = std::clock();
    Cost cost{refusal(bytes), 0, 0};
    cost.seconds = static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC;
    return cost;
}

} // namespace

#if defined(__EMSCRIPTEN__) || defined(BUYERBOOK_SANITIZED)

Cost measured_reading(std::string_view bytes) { return read_here(bytes); }

#else

Cost measured_reading(std::string_view bytes) {
    void* shared =
        mmap(nullptr, sizeof(Cost), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    REQUIRE(shared != MAP_FAILED);
    auto* told = new (shared) Cost{Text::count_, 0, 0};
    const pid_t reader = fork();
    REQUIRE(reader >= 0);
    if (reader == 0) {
        *told = read_here(bytes);
        _exit(0);
    }
    int status = -1;
    rusage used{};
    REQUIRE(wait4(reader, &status, 0, &used) == reader);
    CHECK(status == 0);
    Cost cost = *told;
    munmap(shared, sizeof(Cost));
    constexpr std::size_t kilobyte = 1024;
    cost.memory_bytes = static_cast<std::size_t>(used.ru_maxrss) * kilobyte;
    return cost;
}

#endif

} // namespace bb::test
