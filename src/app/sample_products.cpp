#include "app/sample_parts.h"

namespace bb {
namespace {

constexpr SampleProduct products[] = {
    {"LP-6060-36W", "LED 面板灯 600×600", "LED panel light 600×600", "Panel lights",
     "Aluminium, PMMA", "36 W, 4000 K, CRI>80", "9405.11", "pcs", "7.66", "500", "8", "64", "28",
     "62", "15.2", "16.8", "25"},
    {"LP-3012-18W", "LED 面板灯 300×1200", "LED panel light 300×1200", "Panel lights",
     "Aluminium, PMMA", "18 W, 4000 K, CRI>80", "9405.11", "pcs", "6.20", "500", "8", "124", "28",
     "32", "13.6", "15.1", "25"},
    {"DR-36-D", "可调光驱动 36 W", "Dimmable driver 36 W", "Drivers", "PC", "0–10 V, 36 W",
     "8504.40", "pcs", "2.775", "1000", "50", "42", "30", "24", "9.5", "10.4", "20"},
    {"TL-30-B", "轨道灯 30 W 黑", "Track light 30 W black", "Track lights", "Die-cast aluminium",
     "30 W, 24°, 3000 K", "9405.11", "pcs", "8.90", "300", "20", "52", "40", "36", "13.0", "14.2",
     "30"},
    {"BL-A60-9", "球泡灯 A60 9 W", "Bulb A60 9 W", "Bulbs", "PBT, aluminium", "9 W, E27, 6500 K",
     "8539.52", "pcs", "0.485", "5000", "100", "63", "32", "26", "6.0", "7.1", "20"},
    {"GL-S5", "太阳能草坪灯", "Solar garden light", "Garden lights", "Stainless steel, PS",
     "IP65, 600 mAh", "9405.41", "sets", "3.15", "1000", "12", "48", "36", "30", "5.4", "6.3",
     "30"},
    {"FL-160-W", "落地灯 木脚", "Floor lamp, wooden legs", "Floor lamps", "Rubber wood, linen",
     "E27, 1.6 m", "9405.21", "pcs", "14.80", "200", "2", "56", "32.5", "49", "8.2", "9.6", "35"},
    {"PL-40-R", "餐吊灯 Ø40", "Pendant lamp Ø40", "Pendant lamps", "Iron, rattan", "E27, Ø40 cm",
     "9405.11", "pcs", "9.35", "200", "4", "84", "43", "46", "5.6", "7.0", "35"},
    {"WL-12-U", "壁灯 上下出光", "Wall lamp, up and down", "Wall lamps", "Aluminium",
     "12 W, IP54, 3000 K", "9405.11", "pcs", "5.40", "500", "20", "45", "34", "30", "9.0", "10.0",
     "25"},
    {"ST-60-L", "路灯头 60 W", "Street light head 60 W", "Street lights", "Die-cast aluminium",
     "60 W, IP66, 5000 K", "9405.41", "pcs", "18.20", "100", "4", "58", "46", "28", "12.4", "13.6",
     "30"},
    {"TB-08-C", "充电台灯", "Rechargeable table lamp", "Table lamps", "ABS", "3 W, 2000 mAh, USB-C",
     "9405.21", "pcs", "4.26", "1000", "24", "50", "42", "38", "9.6", "11.0", "25"},
    {"VL-90-M", "镜前灯 90 cm", "Vanity light 90 cm", "Bathroom lights", "Stainless steel, PC",
     "18 W, IP44, 4000 K", "9405.11", "pcs", "10.75", "300", "10", "95", "32", "30", "11.5", "13.0",
     "30"},
};

} // namespace

std::span<const SampleProduct> sample_products() { return products; }

} // namespace bb
