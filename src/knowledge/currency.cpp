// The table of currencies, written by hand after ISO 4217 (2026-11).

#include "knowledge/currency.h"

#include <algorithm>

namespace bb {
namespace {

constexpr Currency table[] = {
    {"USD", "$", "美元", "US dollar"},
    {"EUR", "€", "欧元", "Euro"},
    {"CNY", "¥", "人民币", "Chinese yuan"},
    {"GBP", "£", "英镑", "Pound sterling"},
    {"HKD", "HK$", "港币", "Hong Kong dollar"},
    {"JPY", "¥", "日元", "Japanese yen"},
    {"AUD", "A$", "澳元", "Australian dollar"},
    {"CAD", "C$", "加元", "Canadian dollar"},
    // By code from here on.
    {"AED", "AED", "阿联酋迪拉姆", "UAE dirham"},
    {"ARS", "$", "阿根廷比索", "Argentine peso"},
    {"BDT", "৳", "孟加拉塔卡", "Bangladeshi taka"},
    {"BHD", "BHD", "巴林第纳尔", "Bahraini dinar"},
    {"BRL", "R$", "巴西雷亚尔", "Brazilian real"},
    {"CHF", "CHF", "瑞士法郎", "Swiss franc"},
    {"CLP", "$", "智利比索", "Chilean peso"},
    {"COP", "$", "哥伦比亚比索", "Colombian peso"},
    {"CZK", "Kč", "捷克克朗", "Czech koruna"},
    {"DKK", "kr", "丹麦克朗", "Danish krone"},
    {"EGP", "E£", "埃及镑", "Egyptian pound"},
    {"HUF", "Ft", "匈牙利福林", "Hungarian forint"},
    {"IDR", "Rp", "印尼盾", "Indonesian rupiah"},
    {"ILS", "₪", "以色列新谢克尔", "Israeli new shekel"},
    {"INR", "₹", "印度卢比", "Indian rupee"},
    {"KRW", "₩", "韩元", "South Korean won"},
    {"KWD", "KWD", "科威特第纳尔", "Kuwaiti dinar"},
    {"KZT", "₸", "哈萨克斯坦坚戈", "Kazakhstani tenge"},
    {"LKR", "Rs", "斯里兰卡卢比", "Sri Lankan rupee"},
    {"MMK", "K", "缅甸元", "Myanmar kyat"},
    {"MOP", "MOP$", "澳门元", "Macanese pataca"},
    {"MXN", "$", "墨西哥比索", "Mexican peso"},
    {"MYR", "RM", "马来西亚林吉特", "Malaysian ringgit"},
    {"NGN", "₦", "尼日利亚奈拉", "Nigerian naira"},
    {"NOK", "kr", "挪威克朗", "Norwegian krone"},
    {"NZD", "NZ$", "新西兰元", "New Zealand dollar"},
    {"PEN", "S/", "秘鲁索尔", "Peruvian sol"},
    {"PHP", "₱", "菲律宾比索", "Philippine peso"},
    {"PKR", "Rs", "巴基斯坦卢比", "Pakistani rupee"},
    {"PLN", "zł", "波兰兹罗提", "Polish zloty"},
    {"QAR", "QAR", "卡塔尔里亚尔", "Qatari riyal"},
    {"RON", "lei", "罗马尼亚列伊", "Romanian leu"},
    {"RUB", "₽", "俄罗斯卢布", "Russian rouble"},
    {"SAR", "SAR", "沙特里亚尔", "Saudi riyal"},
    {"SEK", "kr", "瑞典克朗", "Swedish krona"},
    {"SGD", "S$", "新加坡元", "Singapore dollar"},
    {"THB", "฿", "泰铢", "Thai baht"},
    {"TRY", "₺", "土耳其里拉", "Turkish lira"},
    {"TWD", "NT$", "新台币", "New Taiwan dollar"},
    {"UAH", "₴", "乌克兰格里夫纳", "Ukrainian hryvnia"},
    {"VND", "₫", "越南盾", "Vietnamese dong"},
    {"ZAR", "R", "南非兰特", "South African rand"},
};

} // namespace

std::span<const Currency> currencies() { return table; }

const Currency* currency_by_code(std::string_view code) {
    const auto* found = std::ranges::find(table, code, &Currency::code);
    return found != std::end(table) ? found : nullptr;
}

} // namespace bb
