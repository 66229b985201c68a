// Decoded pictures become textures of ImGui once and stay for the visit.
#include "ui/picture.h"

#include "imgui_internal.h"
#include "ui/widgets.h"

#include <cstring>
#include <map>
#include <memory>

namespace bb::ui {
namespace {

ImTextureData* texture_of(Ui& ui, const PictureDecoded& decoded) {
    auto& kept = ui.textures[decoded.name];
    if (!kept && decoded.width > 0) {
        kept = std::make_unique<ImTextureData>();
        kept->Create(ImTextureFormat_RGBA32, static_cast<int>(decoded.width),
                     static_cast<int>(decoded.height));
        std::memcpy(kept->Pixels, decoded.rgba.data(), decoded.rgba.size());
        kept->SetStatus(ImTextureStatus_WantCreate);
        ImGui::RegisterUserTexture(kept.get());
        ui.again = true;
    }
    return kept.get();
}

} // namespace

void picture(Ui& ui, const Rect& rect, std::string_view name, std::string_view label) {
    if (!ui.visible(rect)) return;
    if (!label.empty()) ui.node(ui.id(name), Role::image, rect, label);
    const auto found = ui.state.pictures.find(name);
    if (name.empty() || found == ui.state.pictures.end() || found->second.width == 0) {
        fill(ui, rect, ui.palette->grey_ground, 6);
        icon(ui, rect, Icon::image, ui.palette->faint, std::min(18.0f, rect.h * 0.5f));
        if (!name.empty() && found == ui.state.pictures.end())
            ui.send(ShowPicture{std::string(name)});
        return;
    }
    const PictureDecoded& decoded = found->second;
    ImTextureData* texture = texture_of(ui, decoded);
    if (!texture) return;
    const float w = static_cast<float>(decoded.width), h = static_cast<float>(decoded.height);
    const float scale = std::min(rect.w / w, rect.h / h);
    const Rect box = rect.centred(w * scale, h * scale);
    ui.draw().AddImageRounded(texture->GetTexRef(), box.min(), box.max(), {0, 0}, {1, 1},
                              IM_COL32_WHITE, 4);
}

} // namespace bb::ui
