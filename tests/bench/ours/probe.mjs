// Runs inside our page before its own scripts and looks at it from outside: when a frame has been
// drawn, what the mirror then says, when a transaction is complete, how long the page was busy.

/** @typedef {import('playwright-core').Page} Page */

/** Everything is in one function, because it is sent to the page as text. */
function install() {
    /** @type {{test: () => boolean, done: (time: number) => void}[]} */
    let waiting = [];
    const channel = new MessageChannel();
    /** @type {((time: number) => void)[]} */
    let told = [];
    let spent = 0;
    channel.port1.onmessage = () => {
        const now = performance.now() - spent;
        for (const tell of told) tell(now);
        told = [];
    };

    // The page sets data-frames at the end of each frame; a message comes when the browser has
    // finished that frame's turn. The time for looking is taken off.
    const look = () => {
        const start = performance.now();
        const seen = waiting.filter(({ test }) => test());
        if (seen.length === 0) return;
        waiting = waiting.filter((one) => !seen.includes(one));
        told.push(...seen.map(({ done }) => done));
        channel.port2.postMessage(0);
        spent = performance.now() - start;
    };
    new MutationObserver(look).observe(document, {
        subtree: true, attributes: true, attributeFilter: ['data-frames'],
    });

    /** @type {number[]} */
    const commits = [];
    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = function (...words) {
        const made = transaction.apply(this, /** @type {any} */ (words));
        if (words[1] === 'readwrite') {
            made.addEventListener('complete', () => {
                const now = performance.now();
                for (const tell of bench.on_commit.splice(0)) tell(now);
                commits.push(now);
            });
        }
        return made;
    };

    /** @type {{start: number, duration: number}[]} */
    const blocks = [];
    new PerformanceObserver((list) => {
        for (const { startTime: start, duration } of list.getEntries()) blocks.push({ start, duration });
    }).observe({ type: 'longtask', buffered: true });

    const texts = (/** @type {string} */ selector, /** @type {ParentNode} */ within = document) =>
        [...within.querySelectorAll(selector)].map((one) => one.textContent ?? '');
    const bench = {
        commits, blocks, texts,
        /** @type {((time: number) => void)[]} */
        on_commit: [],
        chosen_at: 0,
        /** Resolves with the time at the end of the first frame after which `test` holds. */
        seen: (/** @type {() => boolean} */ test) =>
            /** @type {Promise<number>} */ (new Promise((done, failed) => {
                waiting.push({ test, done });
                const counted = () => texts('#mirror div').find((words) => / 位客户$/.test(words));
                setTimeout(() => failed(new Error(`never seen; the list says ${counted()}: ${test}`)), 180_000);
            })),
        committed: () => new Promise((done) => bench.on_commit.push(done)),
        count_words: (/** @type {number} */ count) => `${count.toLocaleString('en-US')} 位客户`,
        says: (/** @type {string} */ words) =>
            [...document.querySelectorAll('#mirror div')].some((one) =>
                one.childElementCount === 0 && one.textContent === words),
        /** Names of the customers in sight, from the first. */
        names: () => texts('[role=grid] [role=row] [role=gridcell][aria-colindex="2"]'),
        /** Text into the search; the time until its hits are counted on the screen.
         *  @param {string} typed @param {number} hits @returns {Promise<number>} ms */
        type: async (typed, hits) => {
            const field = /** @type {HTMLInputElement} */ (document.querySelector('#mirror input[type=search]'));
            const words = bench.count_words(hits);
            const before = document.querySelector('canvas')?.dataset.frames;
            const done = bench.seen(() =>
                document.querySelector('canvas')?.dataset.frames !== before && bench.says(words));
            const start = performance.now();
            field.value = typed;
            field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
            return (await done) - start;
        },
        quiet: async () => {
            for (let still = 0, last = ''; still < 3; ) {
                await new Promise((later) => setTimeout(later, 60));
                const now = document.querySelector('canvas')?.dataset.frames ?? '';
                still = now === last ? still + 1 : 0;
                last = now;
            }
        },
    };
    addEventListener('change', ({ target }) => {
        if (target instanceof HTMLInputElement && target.type === 'file')
            bench.chosen_at = performance.now();
    }, true);
    Object.assign(window, { bench });
}

/** @param {Page} page */
export const install_probe = (page) => page.addInitScript(install);
