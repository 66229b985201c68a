// When a frame is drawn: soon after something happened, later while an edit is being stored, once.

import assert from 'node:assert/strict';
import test, { mock } from 'node:test';
import { Frames } from '../../web/frame.mjs';

/** The page's clock by hand. */
function desk() {
    /** @type {Map<number, () => void>} */
    const asked = new Map();
    let last = 0;
    Object.assign(globalThis, {
        document: { hidden: false },
        requestAnimationFrame: (/** @type {() => void} */ draw) => asked.set(++last, draw) && last,
        cancelAnimationFrame: (/** @type {number} */ id) => asked.delete(id),
    });
    const program = { failed: false, frame: () => ({ again: false, wake_after_ms: -1 }) };
    const frames = new Frames(/** @type {any} */ (program), () => {}, () => {});
    const animate = () => {
        const all = [...asked.values()];
        asked.clear();
        for (const draw of all) draw();
    };
    return { frames, animate };
}

test('a frame that was asked for comes with the screen, once', () => {
    const { frames, animate } = desk();
    frames.request();
    frames.request();
    animate();
    animate();
    assert.equal(frames.drawn, 1);
});

test('an edit on its way to the store is drawn together with the answer', () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    const { frames, animate } = desk();
    frames.request();
    frames.await_answer();
    animate();
    assert.equal(frames.drawn, 0);
    frames.request(); // the answer
    animate();
    mock.timers.tick(1000);
    assert.equal(frames.drawn, 1);
    mock.timers.reset();
});

test('an answer that takes its time is not waited for', () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    const { frames } = desk();
    frames.request();
    frames.await_answer();
    mock.timers.tick(20);
    assert.equal(frames.drawn, 1);
    mock.timers.reset();
});
