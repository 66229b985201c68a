// The service worker: registered after the first frame; a new version waits until the user wants it.

/** @type {ServiceWorker | null} */
let waiting = null;

const LOOK_AGAIN_MS = 200;

/** @typedef {{unsaved: () => boolean, flush: () => void}} Leaving edits that a reload would lose; and
 *  what hands over drafts that are no edits yet */

/** @param {() => void} new_version_waits @param {Leaving} leaving */
export async function watch_updates(new_version_waits, leaving) {
    const workers = navigator.serviceWorker;
    if (!workers) return; // an insecure origin: works, but not offline
    let had_controller = workers.controller !== null;
    workers.addEventListener('controllerchange', () => {
        // Another build has taken over, perhaps by another tab's wish: no page mixes two builds.
        if (had_controller) reload_once_saved(leaving);
        had_controller = true;
    });
    try {
        const registration = await workers.register('sw.js', { updateViaCache: 'none' });
        const look = () => {
            if (!registration.waiting || !workers.controller) return;
            waiting = registration.waiting;
            new_version_waits();
        };
        look();
        registration.addEventListener('updatefound', () => {
            registration.installing?.addEventListener('statechange', look);
        });
    } catch (reason) {
        console.warn('offline use is not possible here', reason);
    }
}

/** What is being typed becomes an edit once the others are safe, and is waited for like them. @param {Leaving} leaving */
export function reload_once_saved(leaving) {
    const { unsaved, flush } = leaving;
    if (!unsaved()) flush();
    if (unsaved()) setTimeout(reload_once_saved, LOOK_AGAIN_MS, leaving);
    else location.reload();
}

export function apply_update() {
    if (waiting) waiting.postMessage('take-over');
    else location.reload();
}
