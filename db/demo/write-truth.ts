/** Writes `truth.json` anew after a change to what is planted: `node db/demo/write-truth.ts`. */
import { writeFileSync } from 'node:fs';
import { demoTruth } from './truth.ts';

writeFileSync(new URL('truth.json', import.meta.url), `${JSON.stringify(demoTruth(), null, 2)}\n`);
