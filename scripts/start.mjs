// npm start [-- FILE.satchel …]: sets the machine up, builds what changed and opens Satchel.
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { build } from './runtime/build.mjs';
import { hasDisplay, lendDisplay } from './runtime/display.mjs';
import { appPerson } from './runtime/person.mjs';
import { readablePlace } from './runtime/place.mjs';
import { main, say } from './runtime/say.mjs';
import { setUp } from './runtime/setup.mjs';
import { runTour } from './tour/run-tour.mjs';

await main(async () => {
  if (!hasDisplay()) {
    say('There is no display here to open a window on. This is the tour instead: the same app on a virtual display.\n');
    return runTour();
  }
  const runtime = await setUp({ display: false });
  await build();
  const person = await appPerson();
  const { app, program } = readablePlace(runtime, person);
  const files = process.argv.slice(2).map((word) => resolve(process.env.INIT_CWD ?? '.', word));
  say('Opening Satchel. Close its window to end.');
  const env = { ...process.env, ...(person ? { HOME: person.home, ...(await lendDisplay(person)) } : {}) };
  const child = spawn(program, [app, ...files], { stdio: 'inherit', env });
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('exit', (code) => done(code ?? 1));
  });
});
