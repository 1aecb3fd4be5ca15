import { basename } from 'node:path';
import type { SharedFile, SharePlan } from '#bridge/sharing.ts';
import type { HtmlOf } from '#bundle/write-bundle.ts';
import { foreignSchema } from '#domain/bundle/foreign.ts';
import { readJson } from '#domain/bundle/json.ts';
import type { Marking } from '#domain/bundle/marking.ts';
import type { NoteRecord } from '#domain/bundle/record.ts';
import { LIMITS } from '#domain/limits.ts';
import { normal } from '#domain/note/record/normal.ts';
import type { Note } from '#domain/note/record/note.ts';
import { unreadWord } from '#domain/note/record/unread-fields.ts';
import { ProblemError } from '#domain/problem.ts';
import { z } from '#domain/schema.ts';
import { Tickets } from '../ipc/tickets.ts';
import { Lines } from './lines.ts';

/** How far a file is: pieces of work that are done, of all. */
interface ShareProgress {
  readonly done: number;
  readonly total: number;
}

/** Files on their way out, each under a ticket. Paths stay here. */
export interface ShareJobs {
  /** Asks where to; `null` when that was cancelled. */
  begin(plan: SharePlan): Promise<string | null>;
  /** The next piece of the notes' lines. */
  add(ticket: string, text: string): null;
  /** Writes the file. @throws ProblemError; then nothing was written and the ticket is gone */
  write(ticket: string): Promise<SharedFile>;
  progress(ticket: string): ShareProgress;
  stop(ticket: string): null;
  /** Nobody waits for these any more: what is being written is stopped. */
  windowGone(): Promise<void>;
}

export interface ShareEffects {
  readonly choose: (plan: SharePlan) => Promise<string | null>;
  readonly readFile: (sha256: string) => Promise<Uint8Array | null>;
  /** The notes that the window shows, as a PDF. */
  readonly print: (marking: Marking) => Promise<Uint8Array>;
  /** Writes so that the file appears whole or not at all. */
  readonly write: (path: string, bytes: Uint8Array | string) => Promise<unknown>;
  /** A note's Markdown as HTML. Its words may be others': they are read elsewhere. */
  readonly htmlOf: HtmlOf;
}

interface Job {
  readonly plan: SharePlan;
  readonly path: string;
  readonly lines: Lines;
  readonly notes: Outgoing[];
  done: number;
  total: number;
  stopped: boolean;
}

type Outgoing = z.infer<typeof outgoingSchema>;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const outgoingSchema = z.object({
  note: z.unknown().transform((value, context): Note => {
    const note = normal(value);
    if (note !== null) return note;
    context.addIssue({ code: 'custom', message: 'no note' });
    return z.NEVER;
  }),
  earlier: z.array(sha256).max(10_000),
  foreign: sha256.nullable(),
});

export function openShareJobs(effects: ShareEffects): ShareJobs {
  const jobs = new Tickets<Job>({
    // Another one means that the one before was left; a file that is being written is written to its end.
    most: 1,
    end: (job, by) => {
      if (by !== 'newer') job.stopped = true;
    },
  });

  /** What came with a note from another program; nothing where it rotted or is no such thing. */
  const foreignOf = async (hash: string | null): Promise<Pick<NoteRecord, 'foreign'>> => {
    const bytes = hash === null ? null : await effects.readFile(hash);
    const read = foreignSchema.safeParse(bytes === null ? undefined : readJson(Buffer.from(bytes).toString('utf8')));
    return read.success ? { foreign: read.data } : {};
  };

  const writeAll = async (job: Job): Promise<SharedFile> => {
    const { plan, path } = job;
    const file = basename(path);
    for (const { note } of job.notes) {
      const marking = unreadWord(note, 'marking');
      if (marking !== null) throw new ProblemError({ code: 'marking-unknown', title: note.title, marking });
    }
    if (plan.format === 'pdf') {
      const pdf = await effects.print(plan.marking);
      if (job.stopped) throw stopped(file);
      await effects.write(path, pdf).catch(() => {
        throw new ProblemError({ code: 'file-unwritable', file });
      });
      return { file, size: pdf.length, missing: [] };
    }
    const records: NoteRecord[] = [];
    for (const { note, earlier, foreign } of job.notes) records.push({ note, earlier, ...(await foreignOf(foreign)) });
    const hashes = new Set(
      records.flatMap(({ note, foreign }) => [...note.files, ...(foreign?.files ?? [])].map((one) => one.sha256)),
    );
    // Each is looked at, measured and written.
    job.total = Math.max(1, hashes.size * 2);
    const read = (hash: string): Promise<Uint8Array | null> => {
      if (job.stopped) throw stopped(file);
      job.done = Math.min(job.total, job.done + 1);
      return effects.readFile(hash);
    };
    const source = { read: async (hash: string) => read(hash), write: effects.write };
    // Much code that most starts never need.
    const { writeBundle } = await import('#bundle/write-bundle.ts');
    const { writeMarkdown } = await import('#bundle/write-markdown.ts');
    const written =
      plan.format === 'eln'
        ? await writeBundle(records, plan.marking, path, source, effects.htmlOf)
        : await writeMarkdown(
            records.map(({ note }) => note),
            plan.marking,
            path,
            source,
          );
    if (!written.ok) throw new ProblemError(written.problem);
    return { file, size: written.value.size, missing: written.value.missing };
  };

  return {
    async begin(plan) {
      const path = await effects.choose(plan);
      if (path === null) return null;
      const lines = new Lines(LIMITS.bundleExpanded);
      return jobs.make(() => ({ plan, path, lines, notes: [], done: 0, total: 1, stopped: false }));
    },
    add(ticket, text) {
      const { lines, notes, path } = jobs.get(ticket);
      const whole = lines.add(text);
      if (whole === null) {
        jobs.take(ticket);
        const limit = `${LIMITS.bundleExpanded / 1024 / 1024} MB`;
        throw new ProblemError({ code: 'bundle-too-large', file: basename(path), limit });
      }
      for (const line of whole) notes.push(outgoingSchema.parse(JSON.parse(line)));
      return null;
    },
    async write(ticket) {
      const job = jobs.get(ticket);
      try {
        return await writeAll(job);
      } finally {
        await jobs.stop(ticket);
      }
    },
    progress(ticket) {
      const job = jobs.find(ticket);
      return job ? { done: job.done, total: job.total } : { done: 1, total: 1 };
    },
    stop(ticket) {
      const job = jobs.find(ticket);
      // Whoever writes it says that it was stopped, and then the ticket is gone.
      if (job) job.stopped = true;
      return null;
    },
    windowGone: () => jobs.windowGone(),
  };
}

const stopped = (file: string): ProblemError => new ProblemError({ code: 'share-stopped', file });
