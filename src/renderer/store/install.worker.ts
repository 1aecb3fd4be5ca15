import { openPackDb } from './db.ts';
import { createInstaller } from './installer.ts';
import { serve, type WorkerPort } from './worker-port.ts';

serve(globalThis as unknown as WorkerPort, createInstaller(openPackDb('relaxed'), openPackDb('strict')).answer);
