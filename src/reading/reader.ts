import { readerAnswers } from './answers.ts';
import type { FromReader, ToReader } from './questions.ts';
import { serve } from './serve.ts';

/** What Electron gives a process of this kind to speak with main. */
interface ParentPort {
  on(name: 'message', heard: (event: { readonly data: ToReader }) => void): void;
  postMessage(message: FromReader): void;
}

const { parentPort } = process as unknown as { readonly parentPort: ParentPort };

const answer = serve(readerAnswers(), {
  post: (message) => parentPort.postMessage(message),
  every: (ms, beat) => {
    setInterval(beat, ms);
  },
});
parentPort.on('message', ({ data }) => void answer(data));
