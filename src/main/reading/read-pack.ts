import { randomUUID } from 'node:crypto';
import { shownName } from '#archive/shown-name.ts';
import { ProblemError } from '#domain/problem.ts';
import { ok, type Result, refuse } from '#domain/result.ts';
import type { NamedRelease } from '#pack/carriers/repository-pack.ts';
import type { OpenPack, openPack } from '#pack/read/open-pack.ts';
import type { QuestionName, Questions } from '#reading/questions.ts';
import { type Reader, ReadingEnded } from './reader.ts';

type Ask = <N extends QuestionName>(name: N, asked: Parameters<Questions[N]>[0]) => Promise<ReturnType<Questions[N]>>;
type Look = (ask: Ask, ticket: string) => Promise<ReturnType<Questions['pack:open']>>;

/** Opens packs as `openPack` does, in the process for files of others. */
export const readPacks =
  (reader: Reader): typeof openPack =>
  (path) =>
    openBy(reader, shownName(path), (ask, ticket) => ask('pack:open', { ticket, path }));

/** The same for a release that the folder of releases has whole. `file`: a name for problems. */
export const readRelease = (
  reader: Reader,
  store: string,
  named: NamedRelease,
  file: string,
): Promise<Result<OpenPack>> => openBy(reader, file, (ask, ticket) => ask('release:open', { ticket, store, named }));

async function openBy(reader: Reader, file: string, look: Look): Promise<Result<OpenPack>> {
  const ticket = randomUUID();
  const ask: Ask = async (name, asked) => {
    try {
      return await reader.ask(name, asked);
    } catch (error) {
      if (!(error instanceof ReadingEnded)) throw error;
      const code = error.why === 'gone' ? 'file-unreadable' : 'pack-too-costly';
      throw new ProblemError({ code, file });
    }
  };
  try {
    const opened = await look(ask, ticket);
    /** A pack that went with its process is opened again, and must be what it was. */
    const part = async (at: number) => {
      try {
        return await ask('pack:part', { ticket, at });
      } catch (error) {
        if (!(error instanceof ProblemError) || error.problem.code !== 'ticket-unknown') throw error;
        const again = await look(ask, ticket);
        if (again.hash !== opened.hash) throw error;
        return ask('pack:part', { ticket, at });
      }
    };
    return ok({
      ...opened,
      async *parts() {
        for (let at = 0; ; at += 1) {
          const next = await part(at);
          yield next;
          if (next.part === 'end') return;
        }
      },
      close: async () => {
        await ask('pack:close', { ticket }).catch(() => undefined);
      },
    });
  } catch (error) {
    if (error instanceof ProblemError) return refuse(error.problem);
    throw error;
  }
}
