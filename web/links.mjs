// Links out of the page: only kinds that cannot run anything, in a tab that knows nothing of ours.

const KINDS = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** @param {string} text @returns {URL | null} */
export function safe_link(text) {
    const url = URL.canParse(text) ? new URL(text) : null;
    return url && KINDS.has(url.protocol) ? url : null;
}

/** @param {string} text */
export function open_link(text) {
    const url = safe_link(text);
    if (!url) return;
    const link = document.createElement('a');
    link.href = url.href;
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
    link.click();
}
