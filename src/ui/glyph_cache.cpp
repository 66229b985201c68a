// Room is made only at the beginning of a frame, when nothing drawn in it uses the atlas yet.
#include "ui/glyph_cache.h"

#include "imgui_internal.h"

#include <cstring>
#include <vector>

namespace bb::ui {
namespace {

constexpr std::size_t most_runs = 1500;
constexpr int largest_atlas = 4096; // pixels a side; 64 MB
// A new screen has hundreds of letters, each of which takes a browser 0.1 ms and more. With layout and
// drawing a frame stays below 50 ms.
constexpr std::chrono::milliseconds letters_at_once{12};

std::string key_of(std::string_view text, float pixels, bool bold) {
    std::string key(text);
    key.push_back(bold ? '\2' : '\1');
    key.append(reinterpret_cast<const char*>(&pixels), sizeof pixels);
    return key;
}

/// Pixels that hardly cover anything lose their colour in the browser's arithmetic.
bool has_colours(const std::vector<std::uint8_t>& rgba) {
    for (std::size_t at = 0; at + 3 < rgba.size(); at += 4) {
        if (rgba[at + 3] > 64 && (rgba[at] < 240 || rgba[at + 1] < 240 || rgba[at + 2] < 240))
            return true;
    }
    return false;
}

void copy_into(ImTextureData& texture, const ImTextureRect& place,
               const std::vector<std::uint8_t>& rgba) {
    const std::size_t row = static_cast<std::size_t>(place.w) * 4;
    for (int y = 0; y < place.h; ++y)
        std::memcpy(texture.GetPixelsAt(place.x, place.y + y),
                    rgba.data() + static_cast<std::size_t>(y) * row, row);
}

} // namespace

GlyphCache::GlyphCache(ImFontAtlas& atlas, GlyphPainter& painter) : atlas_(atlas) {
    source_.painter = &painter;
    atlas_.UserData = &source_;
    atlas_.TexDesiredFormat = ImTextureFormat_RGBA32; // runs have colours
    atlas_.TexMaxWidth = atlas_.TexMaxHeight = largest_atlas;
    for (int quarter = 0; quarter < quarters; ++quarter)
        for (const bool bold : {false, true})
            faces_[bold][static_cast<std::size_t>(quarter)] = add_face(atlas_, bold, quarter);
}

const LineMetrics& GlyphCache::line(float pixels, bool bold, float density) {
    auto [found, fresh] = lines_[bold].try_emplace({pixels, density});
    if (fresh) found->second = source_.painter->line_metrics(pixels, bold);
    return found->second;
}

RunPicture& GlyphCache::run(std::string_view text, float pixels, bool bold) {
    auto [found, fresh] = runs_.try_emplace(key_of(text, pixels, bold));
    if (fresh) {
        const LetterTime counted(source_);
        found->second.box = source_.painter->measure_run(text, pixels, bold);
    }
    found->second.last_frame = ImGui::GetFrameCount();
    return found->second;
}

const RunPicture& GlyphCache::measured_run(std::string_view text, float pixels, bool bold) {
    return run(text, pixels, bold);
}

const RunPicture& GlyphCache::drawn_run(std::string_view text, float pixels, bool bold) {
    RunPicture& picture = run(text, pixels, bold);
    const GlyphBox& box = picture.box;
    if (picture.place != ImFontAtlasRectId_Invalid || box.width <= 0 || box.height <= 0)
        return picture;
    if (!has_time()) return picture;
    const LetterTime counted(source_);
    picture.place = atlas_.AddCustomRect(box.width, box.height);
    if (picture.place == ImFontAtlasRectId_Invalid) {
        source_.atlas_full = true;
        return picture;
    }
    static std::vector<std::uint8_t> rgba;
    rgba.assign(static_cast<std::size_t>(box.width) * static_cast<std::size_t>(box.height) * 4, 0);
    source_.painter->draw_run(text, pixels, bold, box, rgba.data());
    picture.coloured = has_colours(rgba);
    copy_into(*atlas_.TexData, *ImFontAtlasPackGetRect(&atlas_, picture.place), rgba);
    return picture;
}

void GlyphCache::begin_frame() {
    source_.spent = {};
    source_.left_out = false;
}

bool GlyphCache::has_time() {
    if (source_.spent < letters_at_once) return true;
    source_.left_out = true;
    return false;
}

void GlyphCache::make_room() {
    if (!source_.atlas_full && runs_.size() <= most_runs) return;
    const int now = ImGui::GetFrameCount();
    if (full_since_ < 0) full_since_ = now;
    if (full_since_ == now) return;
    full_since_ = -1;
    drop_idle_runs();
    if (!source_.atlas_full) return;
    source_.atlas_full = false;
    ImFontAtlasBuildDiscardBakes(&atlas_, 1); // all but ImGui's own present font
}

void GlyphCache::drop_idle_runs() {
    const int now = ImGui::GetFrameCount();
    for (auto it = runs_.begin(); it != runs_.end();) {
        const RunPicture& picture = it->second;
        const bool idle = now - picture.last_frame > 1;
        if (idle && picture.place != ImFontAtlasRectId_Invalid)
            atlas_.RemoveCustomRect(picture.place);
        it = idle ? runs_.erase(it) : std::next(it);
    }
}

} // namespace bb::ui
