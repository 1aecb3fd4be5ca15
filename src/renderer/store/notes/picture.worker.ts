import { checkPicture } from '#domain/picture/picture.ts';
import { serve, type WorkerPort } from '#kit/worker-port.ts';

serve(globalThis as unknown as WorkerPort, async (bytes: Uint8Array) => checkPicture(bytes));
