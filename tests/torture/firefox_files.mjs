// Files in and out of Firefox: its driver hears of one file dialog only, and of no download. So no
// dialog is opened and nothing is saved: the test gives the page's field its file, and takes the blob.

import fs from 'node:fs';

/** @typedef {import('playwright-core').Page} Page */

const WAITS_MS = 45_000;
const LOOKS_EVERY_MS = 50;

/** Runs in the page before its own scripts. */
export function keep_files_here() {
    /** @type {Map<string, Blob>} */
    const blobs = new Map();
    const here = { picks: 0, saved: /** @type {{name: string, blob: Blob | undefined}[]} */ ([]) };
    Object.assign(window, { files_here: here });
    const address_of = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
        const address = address_of.call(URL, blob);
        if (blob instanceof Blob) blobs.set(address, blob);
        return address;
    };
    const click = HTMLElement.prototype.click;
    HTMLElement.prototype.click = function () {
        if (this instanceof HTMLInputElement && this.type === 'file') here.picks += 1;
        else if (this instanceof HTMLAnchorElement && this.download) {
            here.saved.push({ name: this.download, blob: blobs.get(this.href) });
        } else click.call(this);
    };
}

/** @param {() => Promise<boolean>} check */
async function until(check) {
    const end = Date.now() + WAITS_MS;
    while (!(await check())) {
        if (Date.now() > end) throw new Error('the page asked for no file and gave none');
        await new Promise((later) => setTimeout(later, LOOKS_EVERY_MS));
    }
}

/** @param {Page} page */
async function chooser(page) {
    await until(() => page.evaluate(() => /** @type {any} */ (window).files_here.picks > 0));
    await page.evaluate(() => void (/** @type {any} */ (window).files_here.picks = 0));
    return { setFiles: (/** @type {string} */ file) => page.locator('input[type=file]').setInputFiles(file) };
}

/** @param {Page} page */
async function download(page) {
    await until(() => page.evaluate(() => /** @type {any} */ (window).files_here.saved.length > 0));
    const [name, text] = await page.evaluate(async () => {
        const { name, blob } = /** @type {any} */ (window).files_here.saved.shift();
        const bytes = new Uint8Array(await blob.arrayBuffer());
        return [name, Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')];
    });
    return {
        suggestedFilename: () => name,
        saveAs: async (/** @type {string} */ file) => fs.writeFileSync(file, Buffer.from(text, 'latin1')),
    };
}

/** The page's events of files are those of the script above. @param {Page} page */
export function takes_files_here(page) {
    const plain = page.waitForEvent.bind(page);
    const waits = (/** @type {any} */ event, /** @type {any} */ how) => {
        if (event === 'filechooser') return chooser(page);
        return event === 'download' ? download(page) : plain(event, how);
    };
    Object.assign(page, { waitForEvent: waits });
}
