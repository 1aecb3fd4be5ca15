// npm run bench:search: how well and how fast our search answers beside other engines. See tests/bench/README.md.
import { parseArgs } from 'node:util';
import { bundleOurs } from '../tests/bench/search/bundle.mjs';
import { readCollection, sharedCollections } from '../tests/bench/search/collection.mjs';
import { ENGINE_NAMES } from '../tests/bench/search/engines/engines.mjs';
import { runJob } from '../tests/bench/search/job.mjs';
import { main, say } from './runtime/say.mjs';

await main(async () => {
  const { values } = parseArgs({
    options: {
      collection: { type: 'string', multiple: true },
      engines: { type: 'string', default: ENGINE_NAMES.join(',') },
    },
  });
  await bundleOurs();
  for (const folder of values.collection ?? sharedCollections()) {
    const { name } = readCollection(folder);
    for (const engine of values.engines.split(',')) {
      const done = await runJob({ engine, measure: 'relevance', collection: folder });
      say(`${name.padEnd(12)} ${engine.padEnd(12)} ${JSON.stringify('failure' in done ? done.failure : done.result)}`);
    }
  }
});
