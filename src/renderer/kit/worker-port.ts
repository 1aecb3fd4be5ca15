/** The worker's side of its messages; the compiler knows a worker's global as a window. */
export interface WorkerPort {
  postMessage(message: unknown, transfer?: Transferable[]): void;
  addEventListener(kind: 'message', listener: (event: MessageEvent) => void): void;
}

/** A question under a number, so that its answer finds the one who asked. */
interface Question {
  readonly id: number;
  readonly body: unknown;
}
type Reply = { readonly id: number } & ({ readonly answer: unknown } | { readonly bug: string });

/** In the worker: answers one question after the other. */
export function serve<Q, A>(port: WorkerPort, answer: (question: Q) => Promise<A>): void {
  let turn: Promise<void> = Promise.resolve();
  port.addEventListener('message', ({ data }: MessageEvent<Question>) => {
    turn = turn.then(async () => {
      try {
        port.postMessage({ id: data.id, answer: await answer(data.body as Q) });
      } catch (error) {
        port.postMessage({ id: data.id, bug: error instanceof Error ? (error.stack ?? error.message) : String(error) });
      }
    });
  });
}

/** In the window: asks and waits. Throws what is a bug in the worker; a worker that does not start throws too. */
export function createAsker<Q, A>(worker: Pick<Worker, 'postMessage' | 'addEventListener'>) {
  const waiting = new Map<number, { resolve: (answer: A) => void; reject: (error: Error) => void }>();
  let last = 0;
  worker.addEventListener('message', (event) => {
    const reply = (event as MessageEvent<Reply>).data;
    const asked = waiting.get(reply.id);
    waiting.delete(reply.id);
    if ('bug' in reply) asked?.reject(new Error(reply.bug));
    else asked?.resolve(reply.answer as A);
  });
  worker.addEventListener('error', () => {
    for (const { reject } of waiting.values()) reject(new Error('A worker of the app failed'));
    waiting.clear();
  });
  return (body: Q, transfer: Transferable[] = []): Promise<A> =>
    new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, body }, transfer);
    });
}
