// Shows around the canvas what a frame asked for: mirror, focus, cursor, colours of the page.

/** @param {number} rgb */
const css_colour = (rgb) => `#${rgb.toString(16).padStart(6, '0')}`;

export class FrameResults {
    #stage;
    #mirror;
    #colours = '';

    /** @param {HTMLElement} stage @param {import('./mirror.mjs').Mirror} mirror */
    constructor(stage, mirror) {
        this.#stage = stage;
        this.#mirror = mirror;
    }

    /** @param {import('./program_memory.mjs').FrameResult} result */
    show(result) {
        if (result.semantics) this.#mirror.update(result.semantics);
        if (result.focus !== null) this.#mirror.focus(result.focus);
        this.#mirror.shown();
        this.#stage.style.cursor = result.hand_cursor ? 'pointer' : '';
        this.#stage.lang = result.english ? 'en' : 'zh-CN'; // a screen reader speaks it
        this.#show_colours(result.background, result.dark);
    }

    /** @param {number} background @param {boolean} dark */
    #show_colours(background, dark) {
        const colour = css_colour(background);
        if (this.#colours === `${colour} ${dark}`) return;
        this.#colours = `${colour} ${dark}`;
        const { documentElement: page } = document;
        page.classList.toggle('dark', dark);
        page.style.backgroundColor = colour;
        document.querySelector('meta[name=theme-color]')?.setAttribute('content', colour);
    }
}
