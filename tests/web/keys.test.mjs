// Which key was meant, and which shortcuts are the program's.
import assert from 'node:assert/strict';
import test from 'node:test';
import { Mod, belongs_to_input_method, is_our_shortcut, key_of } from '../../web/keys.mjs';

test('Latin letters come in lower case, others as the letter printed on the key', () => {
    assert.equal(key_of({ key: 'K', code: 'KeyK' }), 'k');
    assert.equal(key_of({ key: 'л', code: 'KeyK' }), 'k');
    assert.equal(key_of({ key: 'Λ', code: 'KeyL' }), 'l');
});

test('on a Latin layout the logical letter counts, not the physical key', () => {
    assert.equal(key_of({ key: 'a', code: 'KeyQ' }), 'a'); // AZERTY
    assert.equal(key_of({ key: 'z', code: 'KeyY' }), 'z'); // QWERTZ
});

test('keys that type nothing by themselves are nothing', () => {
    for (const key of ['Dead', 'Shift', 'Control', 'AltGraph', 'Unidentified']) {
        assert.equal(key_of({ key, code: '' }), null);
    }
});

test('signs typed with AltGr or Option are never shortcuts', () => {
    assert.equal(is_our_shortcut('k', Mod.control | Mod.alt, false), false);
    assert.equal(is_our_shortcut('s', Mod.alt, true), false);
});

test('the program takes S, P, F, K, Z, Y and Shift+Z with the command key, and no others', () => {
    for (const [mac, command, other] of /** @type {[boolean, number, number][]} */ ([
        [false, Mod.control, Mod.meta],
        [true, Mod.meta, Mod.control],
    ])) {
        for (const key of 'spfkzy') assert.equal(is_our_shortcut(key, command, mac), true);
        assert.equal(is_our_shortcut('z', command | Mod.shift, mac), true);
        for (const key of 'crvxtnwajl+-0') assert.equal(is_our_shortcut(key, command, mac), false);
        assert.equal(is_our_shortcut('k', other, mac), false);
    }
});

test('keys of an input method are left to it, also before and after its composition', () => {
    const event = (/** @type {object} */ parts) =>
        belongs_to_input_method(/** @type {KeyboardEvent} */ ({ isComposing: false, keyCode: 13, ...parts }));
    assert.equal(event({ isComposing: true }), true);
    assert.equal(event({ keyCode: 229 }), true);
    assert.equal(event({ key: 'Process' }), true);
    assert.equal(event({ key: 'Enter' }), false);
});
