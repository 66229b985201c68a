// Writes the country table of src/knowledge as a C++ header, from public data in npm packages. The
// same packages always give the same header.
// Usage: node tools/generate_countries.mjs <header>
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const out = process.argv[2];
if (!out) {
    console.error('usage: node tools/generate_countries.mjs <header>');
    process.exit(2);
}
const require = createRequire(import.meta.url);
const packages = ['cldr-localenames-full', 'cldr-core', 'countries-list', 'countries-and-timezones'];

/// The folder of a package, whether or not it exports its package.json.
function folderOf(name) {
    for (const place of require.resolve.paths(name)) {
        try {
            readFileSync(join(place, name, 'package.json'));
            return join(place, name);
        } catch {
            // not in this one
        }
    }
    throw new Error(`the npm package ${name} is not installed`);
}
const json = (name, path) => JSON.parse(readFileSync(join(folderOf(name), path), 'utf8'));
const localeNames = (language, file) =>
    json('cldr-localenames-full', `main/${language}/${file}.json`).main[language].localeDisplayNames;
const supplemental = (file) => json('cldr-core', `supplemental/${file}.json`).supplemental;

const chinese = localeNames('zh', 'territories').territories;
const english = localeNames('en', 'territories').territories;
const languagesZh = localeNames('zh', 'languages').languages;
const languagesEn = localeNames('en', 'languages').languages;
const listed = json('countries-list', 'countries.min.json');
const alpha3 = json('countries-list', 'minimal/countries.2to3.min.json');
const tender = supplemental('currencyData').currencyData.region;
const week = supplemental('weekData').weekData;
const windowsZones = supplemental('windowsZones').windowsZones.mapTimezones;
const zones = require('countries-and-timezones');

// Nobody lives there to buy (AQ BV GS HM TF UM), or not in ISO 3166-1 (AC TA).
const leftOut = new Set(['AQ', 'BV', 'GS', 'HM', 'TF', 'UM', 'AC', 'TA']);

// Chinese names are those that readers in the PRC expect; CLDR's everywhere else. English names
// are CLDR's without a change.
const chineseNames = {
    TW: '中国台湾',
    HK: '中国香港',
    MO: '中国澳门',
    AE: '阿联酋', // what the trade writes; the whole name is understood when typed
    PS: '巴勒斯坦',
    FK: '福克兰群岛（马尔维纳斯群岛）',
};

// Where business is done, for countries with several zones or none in CLDR's list.
const mainZones = {
    AR: 'America/Argentina/Buenos_Aires', AU: 'Australia/Sydney', BR: 'America/Sao_Paulo',
    CA: 'America/Toronto', CD: 'Africa/Kinshasa', CL: 'America/Santiago', CN: 'Asia/Shanghai',
    CY: 'Asia/Nicosia', DE: 'Europe/Berlin', EC: 'America/Guayaquil', ES: 'Europe/Madrid',
    FM: 'Pacific/Pohnpei', GL: 'America/Nuuk', ID: 'Asia/Jakarta', KI: 'Pacific/Tarawa',
    KZ: 'Asia/Almaty', MH: 'Pacific/Majuro', MM: 'Asia/Yangon', MN: 'Asia/Ulaanbaatar',
    MX: 'America/Mexico_City', MY: 'Asia/Kuala_Lumpur', NZ: 'Pacific/Auckland',
    PF: 'Pacific/Tahiti', PG: 'Pacific/Port_Moresby', PS: 'Asia/Hebron', PT: 'Europe/Lisbon',
    RU: 'Europe/Moscow', UA: 'Europe/Kyiv', US: 'America/New_York', UZ: 'Asia/Tashkent',
    XK: 'Europe/Belgrade',
};

// CLDR's list is by age of the tender, not by use.
const mainCurrencies = { HT: 'HTG', PS: 'ILS' };

// As UN M49 has it, where countries-list differs.
const continents = { RU: 'EU', TL: 'AS' };

// The list's order is not one of use, it names one language twice, or means another (pa, pap).
const mainLanguages = {
    AW: ['nl', 'pap'], CW: ['nl', 'pap', 'en'], CY: ['el', 'tr'], EH: ['ar', 'es'], ES: ['es'],
    IE: ['en', 'ga'], IN: ['en', 'hi'], NO: ['no'], PH: ['en', 'fil'], SG: ['en', 'zh', 'ms'],
    ZA: ['en', 'af', 'zu'],
};
const mostLanguages = 3;

// CLDR says nothing of these: Friday and Saturday are free there.
const weekends = { BD: '45', MV: '45', PS: '45' };

// Without area codes, and what is dialled today.
const callingCodes = { BQ: '599', CW: '599', SJ: '47', XK: '383' };

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/// Digits of the days that are free, 0 = Monday.
function weekend(code) {
    if (weekends[code]) return weekends[code];
    const first = weekdays.indexOf(week.weekendStart[code] ?? week.weekendStart['001']);
    const last = weekdays.indexOf(week.weekendEnd[code] ?? week.weekendEnd['001']);
    let days = '';
    for (let day = first; day <= last; ++day) days += day;
    return days;
}

function currency(code) {
    if (mainCurrencies[code]) return mainCurrencies[code];
    const used = (tender[code] ?? [])
        .map((entry) => Object.entries(entry)[0])
        .filter(([, when]) => !when._to && when._tender !== 'false')
        .sort(([, a], [, b]) => (a._from < b._from ? 1 : -1));
    return used[0]?.[0] ?? listed[code].currency[0];
}

/// CLDR keeps old names (Asia/Calcutta); the new one is taken when it belongs to this country.
function mainZone(code) {
    if (mainZones[code]) return mainZones[code];
    const found = windowsZones
        .filter((entry) => entry.mapZone._territory === code)
        .flatMap((entry) => entry.mapZone._type.split(' '));
    if (found.length !== 1) throw new Error(`${code}: choose one of ${found}`);
    const renamed = zones.getTimezone(found[0])?.aliasOf;
    const owner = renamed && zones.getTimezone(renamed).countries.join();
    return owner === code ? renamed : found[0];
}

function row(code) {
    const entry = listed[code];
    const zone = mainZone(code);
    const offset = zones.getTimezone(zone);
    if (!offset) throw new Error(`${code}: unknown zone ${zone}`);
    return [
        code,
        alpha3[code],
        shownChinese(code),
        english[code],
        continents[code] ?? entry.continent,
        callingCodes[code] ?? String(entry.phone[0]),
        currency(code),
        zone,
        String(offset.utcOffset),
        String(offset.dstOffset),
        languages(code).join(','),
        weekend(code),
        otherNames(code).join('|'),
    ];
}

function languages(code) {
    return mainLanguages[code] ?? listed[code].languages.slice(0, mostLanguages);
}

/// Understood when typed: CLDR's variants, and the country's name for itself.
function otherNames(code) {
    const shown = [shownChinese(code), english[code]];
    const names = [
        chinese[code],
        chinese[`${code}-alt-short`],
        chinese[`${code}-alt-variant`],
        english[`${code}-alt-short`],
        english[`${code}-alt-variant`],
        listed[code].name,
        listed[code].native.replace(/[\u200e\u200f]/g, ''),
    ];
    return [...new Set(names)].filter((name) => name && !shown.includes(name));
}

function literal(fields) {
    if (fields.some((field) => field === undefined || /["\\\t\n]/.test(field))) {
        throw new Error(`not fit for the table: ${fields}`);
    }
    return `    "${fields.join('\\t')}\\n"`;
}

const codes = Object.keys(listed).filter((code) => !leftOut.has(code)).sort();
const shownChinese = (code) => chineseNames[code] ?? chinese[code];

/// As readers of Chinese look names up. A node without its collations would sort by code points.
function byPinyin() {
    const { compare } = new Intl.Collator('zh-u-co-pinyin');
    if (['中', '德', '埃', '阿'].sort(compare).join('') !== '阿埃德中') throw new Error('this node knows no pinyin');
    const read = (code) => shownChinese(code).replace('秘鲁', '必鲁'); // not mì here
    return [...codes].sort((a, b) => compare(read(a), read(b)) || (a < b ? -1 : 1));
}

const usedLanguages = [...new Set(codes.flatMap(languages))].sort();
const sources = packages.map((name) => `${name} ${json(name, 'package.json').version}`).join(', ');

const header = `// Written by tools/generate_countries.mjs from ${sources}.
#pragma once

#include <cstddef>
#include <string_view>

namespace bb::country_table {

inline constexpr std::size_t country_count = ${codes.length};
/// A line a country, sorted by code: code, alpha-3, Chinese, English, continent, calling code,
/// currency, zone, minutes east of UTC, the same in summer, languages, free days, other names.
inline constexpr std::string_view country_lines =
${codes.map((code) => literal(row(code))).join('\n')};

/// Their codes, of two letters each, in the order of the Chinese names' pinyin.
inline constexpr std::string_view codes_by_pinyin =
    "${byPinyin().join('')}";

inline constexpr std::size_t language_count = ${usedLanguages.length};
/// A line a language, sorted by code: code, Chinese, English.
inline constexpr std::string_view language_lines =
${usedLanguages.map((code) => literal([code, languagesZh[code], languagesEn[code]])).join('\n')};

} // namespace bb::country_table
`;
mkdirSync(dirname(out), { recursive: true });
writeFileSync(out, header);
