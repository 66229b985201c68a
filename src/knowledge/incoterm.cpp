// The table of rules. For containers the goods are handed over at a terminal, before the ship's
// side, so the rules that end there suit them better.

#include "knowledge/incoterm.h"

#include <algorithm>

namespace bb {
namespace {

using enum TransportMode;

constexpr Incoterm table[] = {
    {"EXW", "工厂交货", "Ex Works", "交货地（卖方工厂或仓库）",
     "place of delivery (the seller's factory or store)", "", "", any, false},
    {"FCA", "货交承运人", "Free Carrier", "交货地（货交承运人的地点）",
     "place of delivery (where the carrier takes over)", "", "", any, false},
    {"CPT", "运费付至", "Carriage Paid To", "目的地", "place of destination", "", "", any, true},
    {"CIP", "运费和保险费付至", "Carriage and Insurance Paid To", "目的地", "place of destination",
     "A", "", any, true},
    {"DAP", "目的地交货", "Delivered at Place", "目的地（未卸货）",
     "place of destination (not unloaded)", "", "", any, true},
    {"DPU", "目的地卸货后交货", "Delivered at Place Unloaded", "目的地（已卸货）",
     "place of destination (unloaded)", "", "", any, true},
    {"DDP", "完税后交货", "Delivered Duty Paid", "目的地（进口关税已付）",
     "place of destination (import duty paid)", "", "", any, true},
    {"FAS", "船边交货", "Free Alongside Ship", "装运港", "port of shipment", "", "FCA", sea, false},
    {"FOB", "船上交货", "Free on Board", "装运港", "port of shipment", "", "FCA", sea, false},
    {"CFR", "成本加运费", "Cost and Freight", "目的港", "port of destination", "", "CPT", sea,
     true},
    {"CIF", "成本、保险费加运费", "Cost, Insurance and Freight", "目的港", "port of destination",
     "C", "CIP", sea, true},
};

struct HintRow {
    std::string_view rule;
    ContainerHint hint;
};

constexpr HintRow hints[] = {
    {"FCA",
     {"集装箱货在码头或堆场就交给承运人，用 FCA 更合适。",
      "Containers are handed over at the terminal, before the ship: FCA fits better."}},
    {"CPT",
     {"集装箱货在码头或堆场就交给承运人，用 CPT 更合适。",
      "Containers are handed over at the terminal, before the ship: CPT fits better."}},
    {"CIP",
     {"集装箱货在码头或堆场就交给承运人，用 CIP 更合适；注意 CIP 要求的保险范围更大。",
      "Containers are handed over at the terminal, before the ship: CIP fits better; mind that it "
      "asks for wider insurance."}},
};

} // namespace

std::span<const Incoterm> incoterms() { return table; }

const Incoterm* incoterm_by_code(std::string_view code) {
    const auto* found = std::ranges::find(table, code, &Incoterm::code);
    return found != std::end(table) ? found : nullptr;
}

const ContainerHint* container_hint(const Incoterm& incoterm) {
    const auto* found = std::ranges::find(hints, incoterm.container_rule, &HintRow::rule);
    return found != std::end(hints) ? &found->hint : nullptr;
}

} // namespace bb
