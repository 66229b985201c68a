// A page of web/ in Chromium without the program: its modules are tried with stand-ins.
import { chromium } from 'playwright-core';
import { fileURLToPath } from 'node:url';
import { CIPHERS, cipherModule } from '../../tools/ciphers.mjs';
import { startServer } from '../../tools/static_server.mjs';

/** What the build puts beside the modules of web/. */
const CIPHER_FILES = new Map(CIPHERS.map((name) => [`ciphers/${name}`, cipherModule(name)]));
const WEB = fileURLToPath(new URL('../../web', import.meta.url));

/** @param {import('node:test').TestContext | {after(work: () => void): void}} test */
export async function open_blank_page(test) {
    const server = await startServer({ folder: WEB, texts: CIPHER_FILES });
    const browser = await chromium.launch({
        executablePath: process.env.BUYERBOOK_CHROMIUM ?? '/usr/bin/chromium',
        args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
    });
    test.after(async () => {
        await browser.close();
        await server.close();
    });
    const context = await browser.newContext({ viewport: { width: 800, height: 600 } });
    const page = await context.newPage();
    // Any file of the origin that is no page of the program; modules are then imported by address.
    await page.goto(`${server.url}icons/icon.svg`);
    return { page, context, url: server.url };
}
