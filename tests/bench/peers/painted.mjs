// What the peers' pages share: when a change of the page has been painted, and the made data.

/** Resolves with the time when the browser has finished the next frame. @returns {Promise<number>} */
export const painted = () =>
    new Promise((done) => {
        requestAnimationFrame(() => {
            const channel = new MessageChannel();
            channel.port1.onmessage = () => done(performance.now());
            channel.port2.postMessage(0);
        });
    });

export const quiet = (ms = 60) => new Promise((later) => setTimeout(later, ms));

/** @param {string} name of a file of the made data */
export const fetch_json = async (name) => (await fetch(`/data/${name}`)).json();

/** One number for a set of rows, whatever their order. @param {Iterable<number>} rows @returns {number} */
export const mark_of = (rows) => order_mark_of(Uint32Array.from(rows).sort());

/** One number for rows in their order. @param {Uint32Array} rows @returns {number} */
export function order_mark_of(rows) {
    let mark = rows.length;
    for (const row of rows) mark = Math.imul(mark ^ row, 0x01000193) ^ (mark >>> 15);
    return mark >>> 0;
}

/** What our search looks into, joined. @param {Record<string, any>} customer */
export function searched_text(customer) {
    const own = ['name', 'local_name', 'code', 'city', 'address', 'website', 'email', 'phone', 'owner',
        'interest', 'current_supplier', 'tax_id', 'notes'];
    const contacts = ['name', 'email', 'phone', 'mobile', 'wechat', 'whatsapp'];
    const words = own.map((key) => customer[key] ?? '');
    for (const contact of customer.contacts) words.push(...contacts.map((key) => contact[key] ?? ''));
    return words.join('\n').toLowerCase();
}
