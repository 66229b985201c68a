// OPEN as pages usually do it: every record out of Dexie into AG Grid.

import { names_in_sight, shown_grid } from './grid.mjs';
import { opened_database } from './customer_database.mjs';
import { painted } from './painted.mjs';

const customers = await opened_database().customers.toArray();
const api = await shown_grid(customers);
const time = await painted();
Object.assign(window, {
    peer: { time, count: api.getDisplayedRowCount(), names: names_in_sight() },
});
