// Sets the program up inside the page; web/main.mjs starts it and asks for each frame.
#include "platform/running_page.h"
#include "platform/window.h"

namespace bb {

std::unique_ptr<Page>& running_page() {
    static std::unique_ptr<Page> page;
    return page;
}

} // namespace bb

/// Without WebGL2 there is no Page, and web/main.mjs says so in plain HTML.
int main() {
    if (!bb::open_window()) return 1;
    bb::running_page() = bb::Page::create();
    return bb::running_page() ? 0 : 1;
}
