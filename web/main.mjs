// Puts the page together: makes the host, loads the program, connects input and mirror, starts.

import { Clipboard } from './clipboard.mjs';
import { Environment } from './environment.mjs';
import { FileInput } from './input_files.mjs';
import { Files } from './files.mjs';
import { FrameResults } from './frame_result.mjs';
import { Frames } from './frame.mjs';
import { Glyphs } from './glyphs.mjs';
import { Jobs } from './jobs.mjs';
import { KeyInput } from './input_keys.mjs';
import { Mirror } from './mirror.mjs';
import { PointerInput } from './input_pointer.mjs';
import { Program } from './program.mjs';
import { Safety } from './safety.mjs';
import { Store } from './store.mjs';
import { apply_update, reload_once_saved, watch_updates } from './updates.mjs';
import { current_database } from './current_database.mjs';
import { database_name } from './store_database.mjs';
import { end_boot, load_program } from './boot.mjs';
import { decode_picture } from './pictures.mjs';
import { is_remembered } from './kept_lock.mjs';
import { open_link } from './links.mjs';
import { show_crash, show_no_webgl, show_rescue } from './plain_page.mjs';

const query = new URLSearchParams(location.search);
const sample = query.get('sample') === '1';
const base = database_name(sample);

/** @param {boolean} wanted */
function open_sample_database(wanted) {
    const address = new URL(location.href);
    if (wanted) address.searchParams.set('sample', '1');
    else address.searchParams.delete('sample');
    location.assign(address);
}

/** @param {string} id */
const part = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** Everything the program asks for goes through this one object. @param {Program} program @param {string} database */
function made_host(program, database) {
    const files = new Files(document.body, program);
    const clipboard = new Clipboard(() => program.clipboard_refused());
    const store = new Store(database, {
        rows_read: (request, rows) => program.rows_read(request, rows),
        committed: (request) => program.committed(request),
        failed: (request, fault) => program.store_failed(request, fault),
    }, base);
    const safety = new Safety(program, store, base, database);
    store.writer.on_keeps = () => safety.tell_storage();
    store.find_spare = () => safety.have_spare();
    const jobs = new Jobs(program, files, new URL('documents_worker.mjs', import.meta.url));
    files.on_sheet_wanted = () => jobs.get_ready();
    /** @type {import('./host_types.js').Host} */
    const host = {
        glyphs: new Glyphs(document.body),
        store,
        files,
        jobs,
        copy: (text, html) => clipboard.copy(text, html),
        decode_picture: (name, bytes, longest) => decode_picture(program, name, bytes, longest),
        open_link,
        apply_update,
        open_sample_database,
        safety: (call, text, bytes) => safety.ask(call, text, bytes),
        random: (out) => out.set(crypto.getRandomValues(new Uint8Array(out.length))),
    };
    return { host, files, clipboard, store, safety };
}

/** Nothing typed is lost when the page goes. */
function flush_when_hidden(
    /** @type {Program} */ program,
    /** @type {Frames} */ frames,
    /** @type {() => void} */ flush,
    /** @type {() => void} */ let_go,
) {
    addEventListener('pagehide', () => {
        flush();
        let_go();
    });
    addEventListener('beforeunload', (event) => {
        if (program.at_stake()) event.preventDefault();
    });
    document.addEventListener('visibilitychange', () => {
        if (document.hidden) flush();
        frames.visibility_changed();
    });
}

/** @param {HTMLCanvasElement} canvas @param {Program} program */
function survive_context_loss(canvas, program) {
    canvas.addEventListener('webglcontextlost', (event) => event.preventDefault());
    canvas.addEventListener('webglcontextrestored', () => program.context_restored());
}

async function start() {
    const database = await current_database(base);
    const stage = part('stage');
    const canvas = /** @type {HTMLCanvasElement} */ (part('canvas'));
    const crashed = (/** @type {unknown} */ reason) => {
        program.stop();
        give_way(); // another tab may go on
        show_crash(database, reason);
    };
    let give_way = () => {};
    /** Drafts are committed and handed to the store now. */
    let flush = () => {};
    const leaving = { unsaved: () => program.unsaved(), flush: () => flush() };
    const program = new Program(crashed);
    addEventListener('error', (event) => crashed(event.error ?? event.message));
    addEventListener('unhandledrejection', (event) => crashed(event.reason));

    const { host, files, clipboard, store, safety } = made_host(program, database);
    give_way = () => store.give_way();
    // The file is read and the writer found while the program is still on its way.
    const reading = store.read_ahead();
    store.lock.ask = async (row) => {
        const { unlocked } = await import('./unlock.mjs');
        return unlocked(row, (changed) => store.keep_lock(changed, row));
    };
    const readable = store.unlock();
    const environment = new Environment(stage, canvas, () => program.on_input());
    environment.sample = sample;
    // Not before it can be read: somebody may look for the passcode all day, while another tab works.
    const may_ask = is_remembered(base) ? readable : Promise.resolve();
    const writer_known = may_ask.then(() => store.become_writer(async (elsewhere) => {
        // The file may be in another database by now: recovered, encrypted, or not encrypted any more.
        const late = store.lock.row !== null || (environment.writer_elsewhere && !elsewhere);
        if (late && (await current_database(base)) !== database) {
            store.give_way(); // to a tab that has that one: it may be waiting for edits of this one
            return reload_once_saved(leaving);
        }
        environment.writer_elsewhere = elsewhere;
        program.writer_elsewhere(elsewhere);
    }, () => safety.ask_copy()));
    const remembered = Promise.all([writer_known, readable]).then(() => safety.sentinel(!environment.writer_elsewhere));
    const module = await load_program(host, canvas, crashed, Promise.all([reading, writer_known]));
    if (program.failed) return;
    if (!program.attach(module)) {
        program.stop();
        store.give_way();
        return show_no_webgl(database);
    }

    const mirror = new Mirror(part('mirror'), part('live'), program);
    environment.on_keyboard_closed = () => mirror.leave();
    const pointer = new PointerInput(stage, program, mirror, environment);
    const before_edit = () => { // the screen is as the last frame found it: to measure it takes longer
        pointer.flush();
        program.set_environment(environment.numbers());
    };
    const before = () => {
        environment.fit_canvas();
        before_edit();
    };
    let started = false;
    const results = new FrameResults(stage, mirror);
    const frames = new Frames(program, before, (result) => {
        results.show(result);
        canvas.dataset.frames = String(frames.drawn); // tests see that an idle page draws none
        if (!started) return; // somebody may be typing a passcode there
        if (end_boot()) host.glyphs.get_ready();
    });
    program.on_input = () => frames.request();
    program.on_handed_over = () => frames.await_answer();
    new KeyInput(program, mirror, before_edit);
    const catch_up = () => {
        before();
        program.catch_up();
    };
    new FileInput(program, mirror, files, clipboard, catch_up, () => frames.now());
    survive_context_loss(canvas, program);
    flush = () => {
        mirror.commit_draft();
        before();
        program.page_hidden();
    };
    flush_when_hidden(program, frames, flush, () => store.writer.let_go());

    const sentinel = await remembered;
    before();
    started = true;
    program.start(sentinel);
    safety.tell_storage();
    safety.tell_folder();
    watch_updates(() => program.update_waiting(), leaving);
}

if (query.get('rescue') === '1') current_database(base).then(show_rescue);
else if (query.get('lock') === '1') import('./lock_page.mjs').then((page) => page.show_lock_page(base));
else start();
