// What choice fields can be, for schema.cpp. Grades, buyer types and loyalty stages carry the exact
// labels of the trade's practice rules G02–G04; Incoterms 2020 has eleven rules.
#pragma once

#include "domain/schema.h"

#include <array>

namespace bb {

inline constexpr auto grade_choices = std::to_array<Choice>({
    {"A", Text::choice_grade_a},
    {"B", Text::choice_grade_b},
    {"C", Text::choice_grade_c},
    {"D", Text::choice_grade_d},
});
inline constexpr auto buyer_type_choices = std::to_array<Choice>({
    {"seeking_seller", Text::choice_buyer_type_seeking_seller},
    {"entering_market", Text::choice_buyer_type_entering_market},
    {"collecting_information", Text::choice_buyer_type_collecting_information},
    {"wants_samples", Text::choice_buyer_type_wants_samples},
    {"stealing_information", Text::choice_buyer_type_stealing_information},
});
inline constexpr auto loyalty_choices = std::to_array<Choice>({
    {"repeat", Text::choice_loyalty_repeat},
    {"loyal", Text::choice_loyalty_loyal},
    {"hand_down", Text::choice_loyalty_hand_down},
});
inline constexpr auto stage_choices = std::to_array<Choice>({
    {"inquiry", Text::choice_stage_inquiry},
    {"quote", Text::choice_stage_quote},
    {"sample", Text::choice_stage_sample},
    {"negotiation", Text::choice_stage_negotiation},
    {"first_order", Text::choice_stage_first_order},
    {"repeat_order", Text::choice_stage_repeat_order},
    {"dormant", Text::choice_stage_dormant},
    {"lost", Text::choice_stage_lost},
});
inline constexpr auto source_choices = std::to_array<Choice>({
    {"fair", Text::choice_source_fair},
    {"online_exhibition", Text::choice_source_online_exhibition},
    {"b2b", Text::choice_source_b2b},
    {"search", Text::choice_source_search},
    {"website", Text::choice_source_website},
    {"referral", Text::choice_source_referral},
    {"agent", Text::choice_source_agent},
    {"customs_data", Text::choice_source_customs_data},
    {"social", Text::choice_source_social},
    {"other", Text::choice_source_other},
});
inline constexpr auto incoterm_choices = std::to_array<Choice>({
    {"EXW", Text::choice_incoterm_exw},
    {"FCA", Text::choice_incoterm_fca},
    {"CPT", Text::choice_incoterm_cpt},
    {"CIP", Text::choice_incoterm_cip},
    {"DAP", Text::choice_incoterm_dap},
    {"DPU", Text::choice_incoterm_dpu},
    {"DDP", Text::choice_incoterm_ddp},
    {"FAS", Text::choice_incoterm_fas},
    {"FOB", Text::choice_incoterm_fob},
    {"CFR", Text::choice_incoterm_cfr},
    {"CIF", Text::choice_incoterm_cif},
});
inline constexpr auto payment_choices = std::to_array<Choice>({
    {"tt_30_70_bl", Text::choice_payment_tt_30_70_bl},
    {"tt_30_70_shipment", Text::choice_payment_tt_30_70_shipment},
    {"tt_100", Text::choice_payment_tt_100},
    {"lc_sight", Text::choice_payment_lc_sight},
    {"lc_usance", Text::choice_payment_lc_usance},
    {"dp_sight", Text::choice_payment_dp_sight},
    {"da", Text::choice_payment_da},
    {"oa", Text::choice_payment_oa},
});
inline constexpr auto language_choices = std::to_array<Choice>({
    {"zh", Text::choice_language_zh},
    {"en", Text::choice_language_en},
    {"both", Text::choice_language_both},
});
inline constexpr auto activity_kind_choices = std::to_array<Choice>({
    {"note", Text::choice_activity_kind_note},
    {"email", Text::choice_activity_kind_email},
    {"call", Text::choice_activity_kind_call},
    {"chat", Text::choice_activity_kind_chat},
    {"meeting", Text::choice_activity_kind_meeting},
    {"sample", Text::choice_activity_kind_sample},
    {"inquiry", Text::choice_activity_kind_inquiry},
    {"quote", Text::choice_activity_kind_quote},
    {"promise", Text::choice_activity_kind_promise},
    {"grade_change", Text::choice_activity_kind_grade_change},
});
inline constexpr auto unit_choices = std::to_array<Choice>({
    {"pcs", Text::choice_unit_pcs},
    {"sets", Text::choice_unit_sets},
    {"pairs", Text::choice_unit_pairs},
    {"dozens", Text::choice_unit_dozens},
    {"boxes", Text::choice_unit_boxes},
    {"cartons", Text::choice_unit_cartons},
    {"kg", Text::choice_unit_kg},
    {"tons", Text::choice_unit_tons},
    {"m", Text::choice_unit_m},
    {"m2", Text::choice_unit_m2},
    {"rolls", Text::choice_unit_rolls},
});
inline constexpr auto quote_status_choices = std::to_array<Choice>({
    {"draft", Text::choice_quote_status_draft},
    {"issued", Text::choice_quote_status_issued},
    {"superseded", Text::choice_quote_status_superseded},
    {"won", Text::choice_quote_status_won},
    {"lost", Text::choice_quote_status_lost},
});
inline constexpr auto sample_freight_choices = std::to_array<Choice>({
    {"buyer", Text::choice_sample_freight_buyer},
    {"seller", Text::choice_sample_freight_seller},
});
inline constexpr auto sample_refund_choices = std::to_array<Choice>({
    {"on_order", Text::choice_sample_refund_on_order},
    {"none", Text::choice_sample_refund_none},
});

} // namespace bb
