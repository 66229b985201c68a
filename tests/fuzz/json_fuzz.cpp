// JSON kept by the browser: drafts of notes. What is understood is written and read the same.
#include "app/note_drafts.h"
#include "base/bytes.h"
#include "fuzz/fuzzing.h"

using namespace bb;
using fuzzing::demand;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const NoteDrafts drafts = read_note_drafts(as_text({data, size}));
    for (const auto& [customer, draft] : drafts) {
        demand(!draft.blank(), "blank drafts are left out");
        demand(!draft.kind.empty(), "every draft has a kind");
    }
    demand(read_note_drafts(note_drafts_text(drafts)) == drafts, "drafts are kept as they were");
    return 0;
}
