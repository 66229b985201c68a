// Writes ui/icons.h: the icons named in tools/icons.txt as SVG path data of a 24×24 square, to be
// stroked 2 wide with round caps. Circles, rectangles and lines become paths too.
//
//     node generate_icons.mjs OUTPUT

import fs from 'node:fs';

const LIST = new URL('icons.txt', import.meta.url);
const FILES = new URL('../node_modules/lucide-static/icons/', import.meta.url);

/** @param {number} value at most three decimals, without a trailing zero */
const short = (value) => String(Number(value.toFixed(3)));

/** @param {Record<string, number>} a */
function ellipse({ cx = 0, cy = 0, rx = 0, ry = 0 }) {
    const arc = (sign) => `a${short(rx)} ${short(ry)} 0 1 0 ${short(sign * 2 * rx)} 0`;
    return `M${short(cx - rx)} ${short(cy)}${arc(1)}${arc(-1)}Z`;
}

/** @param {Record<string, number>} a */
function rectangle({ x = 0, y = 0, width = 0, height = 0, rx = 0, ry = rx }) {
    const [r, s] = [Math.min(rx || ry, width / 2), Math.min(ry || rx, height / 2)];
    const corner = (dx, dy) => (r ? `a${short(r)} ${short(s)} 0 0 1 ${short(dx)} ${short(dy)}` : '');
    return (
        `M${short(x + r)} ${short(y)}h${short(width - 2 * r)}${corner(r, s)}` +
        `v${short(height - 2 * s)}${corner(-r, s)}h${short(2 * r - width)}${corner(-r, -s)}` +
        `v${short(2 * s - height)}${corner(r, -s)}Z`
    );
}

/** @type {Record<string, (numbers: Record<string, number>, texts: Record<string, string>) => string>} */
const SHAPES = {
    path: (_, { d }) => d,
    circle: ({ cx, cy, r }) => ellipse({ cx, cy, rx: r, ry: r }),
    ellipse,
    rect: rectangle,
    line: ({ x1, y1, x2, y2 }) => `M${short(x1)} ${short(y1)}L${short(x2)} ${short(y2)}`,
    polyline: (_, { points }) => `M${points.trim()}`,
    polygon: (_, { points }) => `M${points.trim()}Z`,
};

/** @param {string} svg @returns {string} every shape of the file as one path */
function pathOf(svg) {
    const shapes = svg.matchAll(/<(path|circle|ellipse|rect|line|polyline|polygon)\s([^>]*?)\/?>/g);
    const parts = [...shapes].map(([, shape, text]) => {
        const texts = Object.fromEntries(
            [...text.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key, value]) => [key, value]),
        );
        const numbers = Object.fromEntries(
            Object.entries(texts).map(([key, value]) => [key, Number(value)]),
        );
        return SHAPES[shape](numbers, texts);
    });
    if (parts.length === 0) throw new Error('an icon without shapes');
    // A path that begins with a relative move would continue from the one before it.
    return parts.map((part) => part.replace(/^m/, 'M0 0m')).join('');
}

const names = fs
    .readFileSync(LIST, 'utf8')
    .split('\n')
    .filter((line) => line.trim() && !line.startsWith('#'))
    .map((line) => line.trim().split(/\s+/))
    .map(([name, file]) => ({ name, file: file ?? name.replaceAll('_', '-') }));
const icons = names.map(({ name, file }) => ({
    name,
    data: pathOf(fs.readFileSync(new URL(`${file}.svg`, FILES), 'utf8')),
}));

const header = `// Made from lucide-static (ISC) by tools/generate_icons.mjs; the list is tools/icons.txt.
#pragma once

#include <cstdint>
#include <string_view>

namespace bb::ui {

/// In text an icon is the private-use character U+E000 + its number.
enum class Icon : std::uint16_t {
    none,
${icons.map(({ name }) => `    ${name},`).join('\n')}
    count_
};

/// Path data of the icon with this number.
inline constexpr std::string_view icon_paths[] = {
    "",
${icons.map(({ name, data }) => `    /* ${name} */ "${data}",`).join('\n')}
};
static_assert(sizeof icon_paths / sizeof icon_paths[0] == static_cast<std::size_t>(Icon::count_));

} // namespace bb::ui
`;
fs.writeFileSync(process.argv[2], header);
