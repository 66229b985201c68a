#include "app/import_labels.h"

#include "base/utf8.h"

#include <algorithm>

namespace bb {
namespace {

struct OtherLabels {
    std::uint16_t field;
    std::string_view labels; // with bars between; compared by label_key()
    bool carton_size = false;
};

// Collected by hand from header rows of inquiry lists, fair lead lists, customs data and exports of
// other programs, 2026-11. Where a label stands twice, the first field is the likelier one.
constexpr OtherLabels customer_labels[] = {
    {customer::name,
     "公司|公司名|公司名称|公司全称|公司英文名|英文名称|客户|客户名|客户名称|客户公司|客户全称|"
     "买家|"
     "买家名称|买方|采购商|进口商|企业名称|单位名称|名称|Company|Company Name|Name of Company|"
     "Customer|Customer Name|Client|Client Name|Account|Account Name|Buyer|Buyer Name|Importer|"
     "Consignee|Firm|Organization|Organisation|Organization Name|Business Name|Exhibitor|Name"},
    {customer::local_name,
     "中文名|中文名称|公司中文名|简称|客户简称|公司简称|别名|本地名|Short Name|"
     "Local Name|Alias"},
    {customer::code,
     "客户编号|客户代码|编号|客户号|编码|客户编码|代码|ID|Customer ID|Customer No|Customer Code|"
     "Client ID|Code|Account Number"},
    {customer::country,
     "国家|国别|国家地区|所在国家|客户国家|地区|国家或地区|目的国|Country|Country/Region|Nation|"
     "Region|Country Name|Country Code|Market"},
    {customer::city, "城市|所在城市|市|City|Town|City Name"},
    {customer::address,
     "地址|公司地址|详细地址|联系地址|办公地址|通讯地址|收货地址|Address|Company Address|Street|"
     "Street Address|Full Address|Mailing Address|Addr|Add"},
    {customer::website,
     "网址|网站|公司网址|公司网站|主页|官网|域名|Website|Web|URL|Web Site|Homepage|Home Page|"
     "Site|Domain|Company Website|Www"},
    {customer::email,
     "邮箱|电子邮箱|电子邮件|邮件|邮箱地址|电邮|公司邮箱|E-mail|Email|Mail|Email Address|"
     "E-mail Address|Company Email|Email 1|Primary Email"},
    {customer::phone,
     "电话|电话号码|公司电话|固定电话|座机|固话|联系电话|联系方式|Tel|Phone|Telephone|"
     "Phone Number|Phone No|Tel No|Tel Number|Telephone Number|Company Phone|Phone 1|"
     "Contact Number|Contact No|Business Phone|Office Phone|Landline"},
    {customer::fax, "传真|传真号|传真号码|公司传真|Fax|Fax Number|Fax No|Facsimile"},
    {customer::grade,
     "等级|级别|客户等级|客户级别|分级|评级|星级|类别|客户类别|Grade|Level|Rating|Class|Rank|"
     "Customer Grade|Customer Level|Category"},
    {customer::grade_reason, "定级依据|定级理由|分级依据|Grade Reason"},
    {customer::buyer_type, "买家类型|客户类型|询盘类型|Buyer Type|Customer Type"},
    {customer::loyalty, "忠诚度|忠诚阶段|Loyalty|Loyalty Stage"},
    {customer::stage,
     "阶段|状态|客户状态|销售阶段|跟进状态|进度|跟进阶段|Stage|Status|Sales Stage|Pipeline|"
     "Lead Status|Progress"},
    {customer::source,
     "来源|客户来源|渠道|来源渠道|获客渠道|Source|Lead Source|Channel|Origin|From"},
    {customer::owner,
     "负责人|业务员|跟单员|销售|销售员|所属业务员|归属|外销员|Owner|Salesperson|Sales|Sales Rep|"
     "Account Manager|Responsible|Assigned To"},
    {customer::interest,
     "感兴趣的产品|感兴趣产品|产品|主营产品|采购产品|需求产品|意向产品|需求|主营|经营范围|"
     "Interested In|Products|Product|Interest|Product Interest|Interested Products|"
     "Main Products|Requirement|Requirements|Business Scope"},
    {customer::current_supplier,
     "现有供应商|供应商|目前供应商|Current Supplier|Supplier|Suppliers"},
    {customer::currency, "币种|货币|常用币种|结算币种|Currency"},
    {customer::incoterm,
     "贸易术语|价格条款|常用贸易术语|成交方式|Incoterm|Incoterms|Trade Term|Trade Terms|"
     "Price Term|Delivery Terms"},
    {customer::place, "指定地点|目的港|港口|Named Place|Port|Destination Port|Port of Destination"},
    {customer::payment,
     "付款方式|付款条件|支付方式|付款条款|Payment|Payment Terms|Payment Term|Terms of Payment|"
     "Payment Method"},
    {customer::language, "语言|语种|单证语言|Language"},
    {customer::tax_id,
     "税号|税务登记号|纳税人识别号|Tax ID|VAT|VAT No|VAT Number|Tax Number|CNPJ|RUC|RFC|EIN|"
     "TIN|GST No|EORI|Tax No"},
    {customer::next_follow_up,
     "下次跟进|下次跟进时间|下次跟进日期|下次联系|下次联系时间|下次联系日期|跟进日期|"
     "提醒日期|下一步日期|Next Follow-up|Next Follow Up|Follow-up Date|"
     "Next Contact|Next Action Date|Next Date|Reminder"},
    {customer::notes, "备注|备注信息|说明|描述|附注|客户备注|跟进记录|沟通记录|情况说明|简介|"
                      "公司简介|Remark|Remarks|"
                      "Note|Notes|Comment|Comments|Memo|Description|Info|Details|Other"},
};
constexpr OtherLabels contact_labels[] = {
    {contact::name,
     "联系人|联系人姓名|姓名|联络人|主要联系人|联系人名称|对接人|负责人姓名|Contact|Contact Person|"
     "Contact Name|Attn|Attention|Person|Full Name|Person in Charge|PIC|"
     "Buyer Contact|Key Contact|Contact Persons|Representative|Name|First Name|"
     "Last Name|Given Name|Surname|Family Name|名|姓|名字"},
    {contact::title, "职位|职务|头衔|岗位|Title|Job Title|Position|Role|Job|Designation"},
    {contact::email,
     "联系人邮箱|联系人邮件|联系邮箱|个人邮箱|邮箱2|备用邮箱|Contact Email|Contact E-mail|"
     "Person Email|Email 2|Secondary Email|Personal Email|Work Email"},
    {contact::phone,
     "联系人电话|直线|分机|电话2|备用电话|Contact Phone|Direct Line|Direct Phone|Phone 2|"
     "Contact Tel|Other Phone|Extension"},
    {contact::mobile,
     "手机|手机号|手机号码|移动电话|联系人手机|Mobile|Cell|Mobile Phone|Cell Phone|Cellphone|"
     "Mobile No|Mobile Number|Handphone|HP|Cell No|Mob|Cellular"},
    {contact::wechat, "微信|微信号|WeChat|WeChat ID|Weixin"},
    {contact::whatsapp, "WhatsApp|WhatsApp No|WhatsApp Number|Whats App|WA"},
    {contact::notes, "联系人备注|Contact Notes|Contact Remarks"},
};
constexpr OtherLabels product_labels[] = {
    {product::model,
     "型号|货号|产品型号|产品编号|款号|产品货号|编号|物料编码|产品代码|代码|工厂货号|"
     "规格型号|Item No|Item|Item Number|Item Code|Model|Model No|Model Number|SKU|Art No|Article|"
     "Article No|Part No|Part Number|Product Code|Product No|Style No|Ref|Reference|Code|Ref No"},
    {product::name_zh,
     "品名|中文品名|产品名称|名称|商品名称|货品名称|产品|中文名称|中文名|产品中文名|货物名称|"
     "Chinese Name|Name (Chinese)"},
    {product::name_en,
     "英文品名|英文名称|英文名|产品英文名|English Name|Product Name|Product|Name|Item Name|"
     "Goods|Name (English)|Commodity|Description of Goods"},
    {product::description,
     "描述|产品描述|说明|产品说明|详细描述|Description|Product Description|Details|Desc|"
     "Item Description"},
    {product::category,
     "类别|分类|产品类别|品类|系列|产品分类|Category|Type|Product Category|Series|Group"},
    {product::material, "材质|材料|面料|Material|Materials|Fabric"},
    {product::specification,
     "规格|参数|技术参数|产品规格|Specification|Specifications|Spec|Specs|Parameters"},
    {product::size, "尺寸|产品尺寸|单品尺寸|大小|Size|Dimension|Dimensions|Product Size|Item Size|"
                    "Product Dimensions"},
    {product::colour, "颜色|花色|色号|Color|Colour|Finish"},
    {product::hs_code, "HS编码|海关编码|HS CODE|HS|税则号|商品编码|HSCode|HTS|HTS Code|Tariff No|"
                       "Customs Code"},
    {product::unit, "单位|计量单位|Unit|UOM|Units"},
    {product::price,
     "单价|价格|出厂价|FOB价|FOB价格|报价|含税单价|外销价|Price|Unit Price|FOB Price|FOB|Price/pc|"
     "EXW Price|Price per Unit|Unit Cost|Quotation|U/Price|USD|US$|RMB"},
    {product::currency, "币种|货币|Currency"},
    {product::moq,
     "起订量|最小起订量|最低起订量|起订量MOQ|起订数|MOQ|Min Order|Minimum Order|Min Order Qty|"
     "Minimum Order Quantity|Min Qty"},
    {product::carton_pieces,
     "装箱数|每箱数量|装箱量|箱装数|外箱装量|装箱率|每箱数|件/箱|个/箱|PCS/箱|Qty per CTN|"
     "Qty/CTN|PCS/CTN|PCS per Carton|Units per Carton|Packing|Packing Qty|"
     "Carton Qty|Pcs per ctn|Inner/Outer|Qty per Carton|CTN Qty|Quantity per Carton"},
    {product::carton_length,
     "外箱尺寸|箱规|外箱规格|纸箱尺寸|包装尺寸|装箱尺寸|箱子尺寸|Carton Size|CTN Size|"
     "Carton Dimension|Carton Dimensions|Carton Measurement|Meas|Measurement|"
     "Outer Carton|Outer Carton Size|Packing Size|Master Carton Size|"
     "Carton LxWxH|Package Size|L*W*H|长宽高",
     true},
    {product::carton_length, "外箱长|箱长|长|长度|Carton Length|CTN L|Carton L|L|Length"},
    {product::carton_width, "外箱宽|箱宽|宽|宽度|Carton Width|CTN W|Carton W|W|Width"},
    {product::carton_height, "外箱高|箱高|高|高度|Carton Height|CTN H|Carton H|H|Height"},
    {product::net_weight,
     "净重|每箱净重|箱净重|N.W.|NW|Net Weight|N.W./CTN|N.W. per Carton|NW/CTN|N/W"},
    {product::gross_weight,
     "毛重|每箱毛重|箱毛重|G.W.|GW|Gross Weight|G.W./CTN|G.W. per Carton|GW/CTN|G/W"},
    {product::lead_time,
     "交期|大货交期|交货期|生产周期|交货时间|Lead Time|Delivery Time|Production Time|Delivery|"
     "Bulk Lead Time|Leadtime"},
    {product::notes, "备注|附注|其他|Remark|Remarks|Note|Notes|Comment|Comments|Memo"},
};

bool is_han(char32_t c) {
    return (c >= 0x3400 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff) || c >= 0x20000;
}

/// Only what is in, or what is outside of, Chinese characters.
std::string script_part(std::string_view text, bool han) {
    std::string part;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        if (!is_letter_or_digit(c) || is_han(c) == han) append_code_point(part, c);
    }
    return part;
}

/// Ways to read a header, the strictest first.
std::vector<std::string> readings(std::string_view header) {
    const std::string text = folded(header);
    std::vector<std::string> found = {label_key(text)};
    const auto add = [&](std::string_view part) {
        std::string key = label_key(part);
        if (!key.empty() && std::ranges::find(found, key) == found.end()) {
            found.push_back(std::move(key));
        }
    };
    const std::string_view bare = std::string_view(text).substr(0, text.find_first_of("([{"));
    add(bare);
    for (std::size_t at = 0; at <= bare.size();) {
        const std::size_t end = std::min(bare.find_first_of("/|,;\\:", at), bare.size());
        add(bare.substr(at, end - at));
        at = end + 1;
    }
    add(script_part(bare, true));
    add(script_part(bare, false));
    return found;
}

} // namespace

std::string label_key(std::string_view text) {
    const std::string plain = folded(text);
    std::string key;
    for (std::size_t at = 0; at < plain.size();) {
        const char32_t c = next_code_point(plain, at);
        if (is_letter_or_digit(c)) append_code_point(key, c);
    }
    return key;
}

void ImportLabels::add(std::string_view label, ColumnTarget target) {
    std::string key = label_key(label);
    if (key.empty()) return;
    std::vector<ColumnTarget>& targets = targets_[std::move(key)];
    if (std::ranges::find(targets, target) == targets.end()) targets.push_back(target);
}

const ImportLabels& ImportLabels::of(ImportKind kind) {
    if (kind == ImportKind::products) {
        static const ImportLabels products(ImportKind::products);
        return products;
    }
    static const ImportLabels customers(ImportKind::customers);
    return customers;
}

ImportLabels::ImportLabels(ImportKind kind) {
    const auto add_type = [this](RecordType type, std::span<const OtherLabels> others) {
        for (const OtherLabels& other : others) {
            std::string_view rest = other.labels;
            while (!rest.empty()) {
                const std::size_t end = std::min(rest.find('|'), rest.size());
                add(rest.substr(0, end), {type, other.field, other.carton_size});
                rest.remove_prefix(std::min(end + 1, rest.size()));
            }
        }
        for (const FieldInfo& field : info_of(type).fields) {
            if (!field.has(trait_imported)) continue;
            for (const Language language : {Language::chinese, Language::english}) {
                add(words(field.label, language), {type, field.number, false});
            }
        }
    };
    if (kind == ImportKind::products) {
        add_type(RecordType::product, product_labels);
        return;
    }
    add_type(RecordType::customer, customer_labels);
    add_type(RecordType::contact, contact_labels);
}

std::vector<ColumnTarget> ImportLabels::find(std::string_view header) const {
    for (const std::string& key : readings(header)) {
        if (const auto found = targets_.find(key); found != targets_.end()) return found->second;
    }
    return {};
}

} // namespace bb
