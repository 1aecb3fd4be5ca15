// A folder that another laptop has open.
import { join } from 'node:path';
import { ownFile } from '../../scripts/runtime/launch.mjs';
import { sharedBench } from './app.ts';

/** Another laptop has the folder, and gave a sign of life just now. */
export async function holdBy(home: string, host: string): Promise<void> {
  const other = { id: host, host, machine: 'm', run: 'r', pid: 4711, started: '1', since: new Date().toISOString() };
  ownFile((await sharedBench()).person, join(home, 'holder.json'), JSON.stringify(other));
}
