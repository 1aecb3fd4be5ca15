import { resolveElectron } from './electron.mjs';
import { demandLibraries } from './libraries.mjs';
import { appPerson } from './person.mjs';
import { demandSandbox } from './sandbox.mjs';

/**
 * Everything that must be there before the app can run on this machine.
 * @param {{ display: boolean }} needs `display`: a virtual display is wanted
 */
export async function setUp({ display }) {
  const runtime = await resolveElectron();
  await demandLibraries({ program: runtime.program, display });
  demandSandbox(runtime.folder, await appPerson());
  return runtime;
}
