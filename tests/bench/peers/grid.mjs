// AG Grid with the columns of our list.

/** @typedef {Record<string, any>} Customer */

const { agGrid } = /** @type {any} */ (window);

export const COLUMNS = [
    { field: 'grade', width: 68 }, { field: 'name', flex: 2 }, { field: 'country', flex: 1 },
    { colId: 'contact', flex: 1, valueGetter: ({ data }) => data.contacts[0]?.name },
    { field: 'stage', width: 110 }, { field: 'next_follow_up', width: 120 },
];

/**
 * @param {Customer[]} rows @param {object} [options]
 * @returns {Promise<any>} its API, once the first rows are there
 */
export function shown_grid(rows, options = {}) {
    return new Promise((done) => {
        const api = agGrid.createGrid(document.getElementById('grid'), {
            columnDefs: COLUMNS,
            rowData: rows,
            rowHeight: 44,
            getRowId: ({ data }) => data.id,
            onFirstDataRendered: () => done(api),
            ...options,
        });
    });
}

/** Names in sight, from the first. @returns {string[]} */
export function names_in_sight() {
    const rows = [...document.querySelectorAll('[role=row].ag-row')];
    rows.sort((a, b) => Number(a.getAttribute('row-index')) - Number(b.getAttribute('row-index')));
    return rows.map((row) => row.querySelector('[col-id=name]')?.textContent ?? '');
}
