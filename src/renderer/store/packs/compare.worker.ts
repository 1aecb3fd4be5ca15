import { serve, type WorkerPort } from '#kit/worker-port.ts';
import { openPackDb } from '../db.ts';
import { createComparer } from './comparer.ts';

serve(globalThis as unknown as WorkerPort, createComparer(openPackDb('relaxed')));
