// Where the mirror's elements stand among their neighbours, and what of them is in sight.

/** @typedef {import('./semantics_reader.mjs').SemanticNode} SemanticNode */

/** @param {HTMLElement} parent @param {HTMLElement | undefined} child of it, none: its own words
 *  @returns {ChildNode | null} what follows */
export function place_after(parent, child) {
    if (child?.parentNode === parent) return child.nextSibling;
    const first = parent.firstChild;
    return first instanceof Text ? first.nextSibling : first;
}

/**
 * Puts an element where the cursor is without moving one that holds the focus, which would lose it.
 * @param {HTMLElement} parent @param {HTMLElement} element @param {ChildNode | null} cursor
 * @returns {ChildNode | null} the place after it
 */
export function put_at(parent, element, cursor) {
    if (element === cursor) return element.nextSibling;
    if (element.parentElement === parent && element.contains(document.activeElement)) {
        while (cursor && cursor !== element) {
            const next = cursor.nextSibling;
            parent.append(cursor);
            cursor = next;
        }
        return element.nextSibling;
    }
    parent.insertBefore(element, cursor);
    return cursor;
}

/** @param {SemanticNode} node @returns {string} cuts off what its scrolling pane hides */
export function clip_of(node) {
    const top = Math.max(0, node.clip_y - node.y);
    const left = Math.max(0, node.clip_x - node.x);
    const right = Math.max(0, node.x + node.width - node.clip_x - node.clip_width);
    const bottom = Math.max(0, node.y + node.height - node.clip_y - node.clip_height);
    if (top + left + right + bottom < 0.5) return '';
    if (top + bottom >= node.height || left + right >= node.width) return 'inset(100%)';
    return `inset(${top}px ${right}px ${bottom}px ${left}px)`;
}
