// When a frame is drawn: soon after something happened, later while an edit is being stored, once.

import assert from 'node:assert/strict';
import test, { mock } from 'node:test';
import { Frames } from '../../web/frame.mjs';

/** The page's clock by hand. */
function desk() {
    /** @type {Map<number, () => void>} */
    const asked = new Map();
    let last = 0; // as many as were ever asked for
    Object.assign(globalThis, {
        document: { hidden: false },
        requestAnimationFrame: (/** @type {() => void} */ draw) => asked.set(++last, draw) && last,
        cancelAnimationFrame: (/** @type {number} */ id) => asked.delete(id),
    });
    /** @type {{onmessage: () => void}[]} */
    const messages = [];
    globalThis.MessageChannel = /** @type {any} */ (class {
        port1 = { onmessage: () => {} };
        port2 = { postMessage: () => messages.push(this.port1) };
    });
    const program = {
        failed: false, shows: true, slices: 0, // left of long work
        parts: 0, // of a frame, without its last
        frame: () => ({ again: false, unfinished: --program.parts >= 0, working: program.slices > 0, wake_after_ms: -1 }),
        work: () => ({ more: --program.slices > 0, shows: program.shows }),
    };
    /** @type {any[]} */
    const shown = [];
    const frames = new Frames(/** @type {any} */ (program), () => {}, (result) => shown.push(result));
    const slice = () => messages.shift()?.onmessage();
    const animate = async () => {
        await null; // frames are asked for once what is happening is through
        const all = [...asked.values()];
        asked.clear();
        for (const draw of all) draw();
    };
    return { frames, animate, program, slice, messages, shown, ever_asked: () => last };
}

test('a frame that was asked for comes with the screen, once', async () => {
    const { frames, animate } = desk();
    frames.request();
    frames.request();
    await animate();
    await animate();
    assert.equal(frames.drawn, 1);
});

test('an edit on its way to the store is drawn together with the answer', async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    const { frames, animate, ever_asked } = desk();
    frames.request();
    frames.await_answer();
    await animate();
    assert.equal(frames.drawn, 0);
    assert.equal(ever_asked(), 0); // that would take a third of the way to the store
    frames.request(); // the answer
    await animate();
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

test('long work goes on without frames, which show now and then how far it is, and its end', async (context) => {
    let time = 1000;
    context.mock.method(performance, 'now', () => time);
    const { frames, animate, program, slice, messages } = desk();
    program.slices = 5;
    frames.now();
    assert.equal(messages.length, 1);
    slice();
    await animate();
    assert.equal(frames.drawn, 1); // nothing to be seen yet
    time += 150;
    slice();
    await animate();
    assert.equal(frames.drawn, 2);
    assert.equal(messages.length, 1); // the frame does not begin it twice
    slice();
    slice();
    await animate();
    assert.equal(frames.drawn, 2);
    slice();
    await animate();
    assert.equal(frames.drawn, 3);
    assert.equal(messages.length, 0);
});

test('what nobody can see goes on without frames', async (context) => {
    let time = 1000;
    context.mock.method(performance, 'now', () => time);
    const { frames, animate, program, slice, messages } = desk();
    program.slices = 3;
    program.shows = false;
    frames.now();
    for (; messages.length > 0; time += 150) slice();
    await animate();
    assert.equal(program.slices, 0);
    assert.equal(frames.drawn, 1);
});

test('a program that has fallen over is not worked on', () => {
    const { frames, program, slice, messages } = desk();
    program.slices = 5;
    frames.now();
    program.failed = true;
    slice();
    assert.equal(program.slices, 5);
    assert.equal(messages.length, 0);
});

test('a frame whose letters are not all there is not shown, and goes on before any long work', () => {
    const { frames, program, slice, messages, shown } = desk();
    program.parts = 2;
    program.slices = 3;
    frames.now();
    assert.equal(messages.length, 1);
    slice();
    assert.deepEqual([frames.drawn, shown.length, program.slices], [0, 0, 3]);
    slice();
    assert.deepEqual([frames.drawn, shown.length, program.slices], [1, 1, 3]);
    slice();
    assert.equal(program.slices, 2);
});
