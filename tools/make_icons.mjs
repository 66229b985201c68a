// Draws the PNG icons of web/icons/ from icon.svg with Chromium. Run by hand when the SVG changes;
// the PNGs are kept in the tree, so that a build needs no browser.
//
//     node tools/make_icons.mjs

import fs from 'node:fs';
import { chromium } from 'playwright-core';

const ICONS = new URL('../web/icons/', import.meta.url);
const svg = fs.readFileSync(new URL('icon.svg', ICONS), 'utf8');
// Launchers cut maskable icons to their own shape: the ground fills the square, the book is inside.
const ground = '<rect width="64" height="64" rx="15" fill="#0f766e"/>';
const inner = svg.replace(/<svg[^>]*>|<\/svg>/g, '').replace(ground, '');
const maskable =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">' +
    `<rect width="64" height="64" fill="#0f766e"/><g transform="translate(6.4 6.4) scale(.8)">${inner}</g></svg>`;

const browser = await chromium.launch({
    executablePath: process.env.BUYERBOOK_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
});
for (const [name, side, picture] of [
    ['icon-192.png', 192, svg],
    ['icon-512.png', 512, svg],
    ['maskable-512.png', 512, maskable],
]) {
    const page = await browser.newPage({ viewport: { width: side, height: side } });
    await page.setContent(`<style>*{margin:0;display:block}svg{width:${side}px}</style>${picture}`);
    const file = new URL(name, ICONS);
    fs.writeFileSync(file, await page.screenshot({ omitBackground: true }));
    await page.close();
}
await browser.close();
