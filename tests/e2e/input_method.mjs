// An input method as Chromium lets one be driven.

/** @typedef {import('playwright-core').Page} Page */

/** What an input method does through the browser. @param {Page} page */
export async function input_method(page) {
    const session = await page.context().newCDPSession(page);
    return {
        /** @param {string} text */
        compose: (text) =>
            session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length }),
        /** @param {string} text */
        commit: (text) => session.send('Input.insertText', { text }),
        /** A key that the input method takes for itself. @param {string} key @param {string} code */
        key: (key, code) =>
            session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key, code, windowsVirtualKeyCode: 229 }),
    };
}
