// The recovery key as people print it and type it: 27 random symbols of Crockford's base32 (135
// bits) and a check symbol, in groups of four. Typing is forgiven: case, spaces, dashes, full-width
// letters, O for 0, I and L for 1.

const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const RANDOM_SYMBOLS = 27;
const GROUP = 4;

export function new_recovery_key() {
    const random = crypto.getRandomValues(new Uint8Array(RANDOM_SYMBOLS));
    const symbols = Array.from(random, (byte) => SYMBOLS[byte % SYMBOLS.length]).join('');
    const whole = symbols + check_symbol(symbols);
    return whole.match(new RegExp(`.{${GROUP}}`, 'g'))?.join('-') ?? '';
}

/** @param {string} text as typed @returns {string | null} the random symbols; null when it was mistyped or is none */
export function recovery_symbols(text) {
    const typed = text.normalize('NFKC').toUpperCase()
        .replace(/[\s\p{Pd}]/gu, '').replace(/O/g, '0').replace(/[IL]/g, '1');
    const symbols = typed.slice(0, RANDOM_SYMBOLS);
    const known = typed.length === RANDOM_SYMBOLS + 1 && [...typed].every((c) => SYMBOLS.includes(c));
    return known && check_symbol(symbols) === typed.at(-1) ? symbols : null;
}

/** Luhn's sum in base 32: one wrong symbol, or two neighbours changed over, is noticed (0Z for Z0 is not). @param {string} symbols */
function check_symbol(symbols) {
    const base = SYMBOLS.length;
    let sum = 0;
    [...symbols].reverse().forEach((symbol, i) => {
        const value = SYMBOLS.indexOf(symbol) * (i % 2 === 0 ? 2 : 1);
        sum += Math.floor(value / base) + (value % base);
    });
    return SYMBOLS[(base - (sum % base)) % base];
}
