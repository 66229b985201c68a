// The campaigns of tools/torture at small figures, on both engines where that makes a difference.

import assert from 'node:assert/strict';
import { after } from 'node:test';
import { desk_test } from '../e2e/desk.mjs';
import { CAMPAIGNS } from './campaigns.mjs';
import { ENGINES } from './engines.mjs';
import { Figures, table_of } from './figures.mjs';
import { chance } from './chance.mjs';
import { furnished } from './furnished.mjs';

for (const engine of ENGINES) {
    const wanted = CAMPAIGNS.filter(({ check, engine_matters }) => check > 0 && (engine_matters || engine === ENGINES[0]));
    for (const campaign of wanted) {
        const { settings, expected, put_away, impossible } = furnished(campaign, engine);
        after(put_away);
        desk_test(`${campaign.demand}, ${engine.name} engine: ${campaign.name}`, async (desk) => {
            desk.expected.push(...expected);
            const figures = new Figures(campaign.demand, engine.name);
            await campaign.run(desk, figures, campaign.check, chance(Date.now()));
            figures.proves_engine(engine, desk.profile);
            console.log(table_of([figures]));
            assert.ok(figures.runs > 0, 'something was tried');
            assert.deepEqual(figures.all, []);
        }, { ...settings, skip: impossible });
    }
}
