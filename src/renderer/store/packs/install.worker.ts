import { serve, type WorkerPort } from '#kit/worker-port.ts';
import { openPackDb } from '../db.ts';
import { createInstaller } from './installer.ts';

serve(globalThis as unknown as WorkerPort, createInstaller(openPackDb('relaxed'), openPackDb('strict')).answer);
