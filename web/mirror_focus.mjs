// Where the focus may be: modal dialogs shut everything else out, and a focus whose node is gone
// moves to the nearest place that makes sense.

const FOCUSABLE = 'input, textarea, button:not([tabindex="-1"]), [tabindex="0"]';

/** @param {Element} element @returns {HTMLElement[]} in reading order */
export function focusable_in(element) {
    return /** @type {HTMLElement[]} */ ([...element.querySelectorAll(FOCUSABLE)]).filter(
        (found) => !found.closest('[inert]'),
    );
}

/** Focuses an element or, when it takes none, makes it able to take it. @param {HTMLElement} element */
export function focus_on(element) {
    if (element.tabIndex < 0 && !element.hasAttribute('tabindex')) element.tabIndex = -1;
    element.focus({ preventScroll: true });
    // As Tab does: typing replaces the text of a one-line field.
    if (element instanceof HTMLInputElement && document.activeElement === element) element.select();
}

/** Keeps Tab inside a modal dialog. @param {KeyboardEvent} event @param {HTMLElement} dialog */
export function wrap_tab(event, dialog) {
    const inside = focusable_in(dialog);
    if (inside.length === 0) {
        event.preventDefault();
        return;
    }
    const at = inside.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    const last = inside.length - 1;
    const leaves = at === -1 || (event.shiftKey ? at === 0 : at === last);
    if (!leaves) return;
    event.preventDefault();
    focus_on(inside[event.shiftKey ? last : 0]);
}

/** Makes all but one branch of a tree inert. */
export class Shutter {
    /** @type {Set<HTMLElement>} */
    #shut = new Set();

    /** @param {HTMLElement} root @param {HTMLElement | null} open null = everything is open */
    show_only(root, open) {
        const shut = new Set();
        for (let branch = open; branch && branch !== root; branch = branch.parentElement) {
            for (const sibling of branch.parentElement?.children ?? []) {
                if (sibling !== branch) shut.add(/** @type {HTMLElement} */ (sibling));
            }
        }
        for (const element of this.#shut) {
            if (shut.has(element)) continue;
            element.inert = false;
            element.removeAttribute('aria-hidden');
        }
        for (const element of shut) {
            if (element.inert) continue;
            // The field is left properly: its draft is committed.
            if (element.contains(document.activeElement)) {
                /** @type {HTMLElement} */ (document.activeElement).blur();
            }
            element.inert = true;
            element.setAttribute('aria-hidden', 'true'); // for readers that do not know inert
        }
        this.#shut = shut;
    }
}
