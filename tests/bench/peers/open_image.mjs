// OPEN as cleverly as JavaScript can: one JSON image, parsed, into AG Grid.

import { names_in_sight, shown_grid } from './grid.mjs';
import { painted } from './painted.mjs';
import { opened_database } from './customer_database.mjs';

const { blob } = await opened_database().images.get('customers');
const customers = JSON.parse(await blob.text());
const api = await shown_grid(customers);
const time = await painted();
Object.assign(window, {
    peer: { time, count: api.getDisplayedRowCount(), names: names_in_sight() },
});
