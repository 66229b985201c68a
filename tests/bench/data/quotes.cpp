#include "quotes.h"

#include "documents/quote_sheet.h"
#include "documents/worker_protocol.h"
#include "made.h"

#include <fstream>
#include <iterator>

namespace bb::bench {
namespace {

constexpr int most_lines = 100;
constexpr std::size_t picture_bytes =
    48 * 1024; // as pictures of products are when they were fitted

std::string picture_name(int number) { return "picture-" + std::to_string(number) + ".jpg"; }

bool write_file(const std::string& path, ByteView bytes) {
    std::ofstream out(path, std::ios::binary);
    out.write(reinterpret_cast<const char*>(bytes.data()),
              static_cast<std::streamsize>(bytes.size()));
    return out.good();
}

/// A real JPEG brought to its usual size, and made unlike all others, by a comment of noise.
SheetPicture picture(int number) {
    std::ifstream in(BUYERBOOK_FIXTURES "/pictures/panel.jpg", std::ios::binary);
    const Bytes jpeg{std::istreambuf_iterator<char>(in), {}};
    Dice dice(static_cast<std::uint64_t>(number) + 1);
    SheetPicture made{picture_name(number), {jpeg.begin(), jpeg.begin() + 2}, 600, 600};
    const std::size_t noise = picture_bytes - jpeg.size();
    const std::size_t length = noise + 2; // counts itself
    made.bytes.insert(made.bytes.end(), {0xff, 0xfe, static_cast<std::uint8_t>(length >> 8),
                                         static_cast<std::uint8_t>(length & 0xff)});
    for (std::size_t i = 0; i < noise; ++i)
        made.bytes.push_back(static_cast<std::uint8_t>(dice.below(255))); // never 0xff
    made.bytes.insert(made.bytes.end(), jpeg.begin() + 2, jpeg.end());
    return made;
}

QuotedLine line(int number) {
    constexpr const char* wares[] = {"可调光面板灯", "太阳能庭院灯", "落地灯", "灯带套装", "路灯"};
    QuotedLine line;
    line.model = "LP-" + std::to_string(6000 + number);
    line.name_zh = wares[number % 5];
    line.description = "36 W，4000 K，显色指数大于 80，质保五年。";
    line.unit = "pcs";
    line.picture = picture_name(number);
    line.quantity = Decimal(100 + 10 * number);
    line.price = Decimal::from_units(766 + 13 * number, 2);
    return line;
}

QuoteDocument quote(int lines) {
    QuoteDocument quote;
    quote.number = "Q2026-0118";
    quote.draft = false;
    quote.date = *Date::parse("2026-11-21");
    quote.language = DocumentLanguage::chinese;
    quote.seller.name = "宁波明途照明有限公司";
    quote.seller.address = "浙江省宁波市海曙区苍松路 88 号";
    quote.seller.fax = "+86 574 8700 1235";
    quote.buyer.name = "云龙家居（香港）有限公司";
    quote.buyer.address = "香港九龙观塘道 388 号创纪之城";
    quote.currency = "USD";
    quote.incoterm = "FOB";
    quote.place = "宁波";
    quote.payment = "T/T 30% 定金，70% 见提单副本";
    quote.lead_time = "收到定金后 30 天";
    quote.remarks = "颜色、包装按贵方询盘；其他色温可另报价。";
    for (int n = 0; n < lines; ++n) quote.lines.push_back(line(n));
    return quote;
}

std::string json_text(const std::string& value) { return "\"" + value + "\""; }

std::string as_json(const QuoteDocument& quote) {
    const QuoteSums sums = sums_of(quote);
    std::string out =
        "{\"number\":" + json_text(quote.number) + ",\"seller\":" + json_text(quote.seller.name) +
        ",\"address\":" + json_text(quote.seller.address) +
        ",\"buyer\":" + json_text(quote.buyer.name) + ",\"payment\":" + json_text(quote.payment) +
        ",\"lead_time\":" + json_text(quote.lead_time) +
        ",\"remarks\":" + json_text(quote.remarks) +
        ",\"total\":" + json_text(sums.total.to_text()) + ",\"lines\":[";
    for (std::size_t n = 0; n < quote.lines.size(); ++n) {
        const QuotedLine& line = quote.lines[n];
        out += std::string(n == 0 ? "" : ",") + "\n{\"model\":" + json_text(line.model) +
               ",\"name\":" + json_text(line.name_zh) +
               ",\"description\":" + json_text(line.description) +
               ",\"picture\":" + json_text(line.picture) +
               ",\"quantity\":" + line.quantity.to_text() + ",\"price\":" + line.price.to_text() +
               ",\"amount\":" + sums.lines[n].amount.to_text() + "}";
    }
    return out + "]}\n";
}

} // namespace

bool write_quotes(const std::string& folder) {
    std::vector<SheetPicture> pictures;
    for (int n = 0; n < most_lines; ++n) {
        pictures.push_back(picture(n));
        if (!write_file(folder + "/" + picture_name(n), pictures.back().bytes)) return false;
    }
    const auto source = [&](std::string_view name) {
        for (const SheetPicture& one : pictures)
            if (one.name == name) return one;
        return SheetPicture{};
    };
    for (const int lines : {10, most_lines}) {
        const QuoteDocument made = quote(lines);
        const SheetModel sheet = quote_sheet(made, source);
        const std::string stem = folder + "/quote-" + std::to_string(lines);
        if (!write_file(stem + ".payload", pack_sheets(std::span(&sheet, 1))) ||
            !write_file(stem + ".json", as_bytes(as_json(made))))
            return false;
    }
    return true;
}

} // namespace bb::bench
