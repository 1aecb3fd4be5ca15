// npm run bench:search: how well and how fast our search answers beside other engines. See tests/bench/README.md.
import { writeFileSync } from 'node:fs';
import { withBundle } from '../tests/bench/search/bundle.mjs';
import { readCollection, sharedCollections } from '../tests/bench/search/collection.mjs';
import { gatesOf, isMet } from '../tests/bench/search/gates.mjs';
import { readOptions } from '../tests/bench/search/options.mjs';
import { printEngines, printGates, printGrowth } from '../tests/bench/search/print.mjs';
import { jsonOf, meanReports } from '../tests/bench/search/report.mjs';
import { measureAll } from '../tests/bench/search/run.mjs';
import { demandEngines } from './runtime/engines.mjs';
import { main, say } from './runtime/say.mjs';

await main(async () => {
  const options = readOptions(process.argv.slice(2));
  const folders = options.folders.length > 0 ? options.folders : sharedCollections();
  if (folders.length === 0) {
    say('Nothing to measure: no collection in ../shared/collections. Name a folder with --collection.');
    return 0;
  }
  await demandEngines();
  const places = folders.map((folder) => ({ folder, collection: readCollection(folder) }));
  for (const { collection } of places)
    if (collection.unasked > 0)
      say(`${collection.name}: ${collection.unasked} judged queries are not in queries.jsonl and are left out.`);
  const collections = await withBundle((bundle) => measureAll(options, places, bundle));
  const means = meanReports(collections.map(({ engines }) => engines));
  for (const { collection, documents, judged, engines } of collections)
    printEngines(`${collection} (${documents} documents, ${judged} queries)`, engines);
  if (collections.length > 1) printEngines(`mean of ${collections.length}`, means);
  printGrowth(means);
  const gates = gatesOf(collections, means);
  printGates(gates);
  if (options.json) writeFileSync(options.json, `${JSON.stringify(jsonOf(collections, means, gates), null, 2)}\n`);
  return options.gates && !gates.every(isMet) ? 1 : 0;
});
