import { idSchema } from '../../pack/page.ts';
import { z } from '../../schema.ts';
import { STAGES } from '../../stage.ts';
import {
  ANSWERS,
  DECISIONS,
  DIRECTIONS,
  ENVIRONMENTS,
  KINDS,
  LEVELS,
  LINKS,
  LONGEST_TEXT,
  LONGEST_TITLE,
  MARKINGS,
  MOST_PENCE,
  PERSONAL,
  ROLES,
  STATUSES,
} from '../choices.ts';
import { GUARDRAILS } from '../guardrails.ts';
import { SHAPE } from './versions.ts';

/** Fields are never absent: what was not said is an empty text, an empty list or `null`. */
const line = z.string().max(2_000).default('');
const prose = z.string().max(20_000).default('');
/** One to a line of a field that takes as much as any other prose, however it is broken into lines. */
const lines = z.array(z.string().max(20_000)).max(20_001).default([]);
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .nullable()
  .default(null);
/** ISO 8601 in UTC. It is shown, and never orders anything: clocks jump. */
const moment = z.string().max(40);
const amount = z.number().min(0).max(1e12).nullable().default(null);
const figure = z.number().min(-1e15).max(1e15).nullable().default(null);
/** Names a row of a list for as long as the note lives. */
const row = z.string().min(1).max(60);
const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** What a part of the plan was or became, where that is more than words. */
const plannedValue = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('money'), pence: z.number().int().min(0).max(MOST_PENCE) }),
  z.object({ kind: z.literal('day'), day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/) }),
]);

export const metricSchema = z.object({
  id: row,
  name: line,
  unit: line,
  role: z.enum(ROLES).default('secondary'),
  baseline: figure,
  target: figure,
  direction: z.enum(DIRECTIONS).default('up'),
  source: line,
});

/** A figure of one group. `value` is in the metric's unit; `low` and `high` bound its interval. */
export const resultSchema = z.object({
  id: row,
  metric: row,
  group: line,
  n: amount,
  value: figure,
  low: figure,
  high: figure,
  /** Looked for only after the plan was locked. */
  exploratory: z.boolean().default(false),
});

/** A section that the note leans on, as it stood when it was cited. */
export const citationSchema = z.object({
  id: row,
  pack: idSchema,
  packTitle: line,
  version: line,
  release: z.number().int().positive(),
  page: idSchema,
  section: z.string().max(300),
  title: line,
  heading: line,
  /** SHA-256 of the section's text. */
  hash,
  /** The section's whole text then: what "then and now" compares. */
  quote: z.string().max(40_000),
  at: moment,
  /** Present words that were seen and not taken up, by their hash, or that there are none; absent: nothing was seen. */
  declined: z.union([hash, z.literal('gone')]).optional(),
});

export const noteSchema = z.object({
  /** Which version of this page it was written by: see `versions.ts`. */
  shape: z.number().int().min(SHAPE).default(SHAPE),
  id: z.uuid(),
  title: z.string().max(LONGEST_TITLE),
  status: z.enum(STATUSES).default('idea'),
  /** Why it left the way; `null` while it is on it. */
  ending: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('abandoned'), because: z.string().max(2_000) }),
      z.object({ kind: z.literal('superseded'), by: z.uuid() }),
    ])
    .nullable()
    .default(null),
  kind: z.enum(KINDS).default('desk'),
  template: z.string().max(60).default(''),
  stage: z.enum(STAGES).nullable().default(null),
  problem: prose,
  users: prose,
  riskiestAssumption: prose,
  /** If `change`, then `effect`, because `because`. */
  hypothesis: z
    .object({ change: prose, effect: prose, because: prose })
    .default({ change: '', effect: '', because: '' }),
  metrics: z.array(metricSchema).max(100).default([]),
  successRule: prose,
  stopRules: z
    .array(z.object({ id: row, text: line }))
    .max(100)
    .default([]),
  method: prose,
  sample: z
    .object({ unit: line, planned: amount, chosen: prose, power: prose })
    .default({ unit: '', planned: null, chosen: '', power: '' }),
  dataUse: z
    .object({
      personal: z.enum(PERSONAL).default('none'),
      synthetic: z.boolean().default(false),
      sources: lines,
      dpiaRef: line,
    })
    .default({ personal: 'none', synthetic: false, sources: [], dpiaRef: '' }),
  environment: z.enum(ENVIRONMENTS).default('sandbox'),
  /** Pounds. */
  costCap: amount,
  costs: z
    .array(z.object({ id: row, day, pounds: amount, what: line }))
    .max(2_000)
    .default([]),
  dates: z
    .object({ plannedStart: day, plannedEnd: day, start: day, end: day })
    .default({ plannedStart: null, plannedEnd: null, start: null, end: null }),
  ownerRole: line,
  approverRole: line,
  team: lines,
  consulted: lines,
  risks: lines,
  guardrails: z.partialRecord(z.enum(GUARDRAILS), z.object({ answer: z.enum(ANSWERS), note: line })).default({}),
  /** The plan as it was when it was locked: canonical JSON, and the SHA-256 of that. */
  plan: z
    .object({
      hash,
      lockedAt: moment,
      text: z.string().max(1_000_000),
      /** Figures were written while it was locked, even if they stand there no more. */
      found: z.boolean().optional(),
    })
    .nullable()
    .default(null),
  deviations: z
    .array(
      z.object({
        id: row,
        at: moment,
        field: line,
        /** All words of a part of the plan, which may be a list. */
        from: z.string().max(1_000_000).default(''),
        to: prose,
        /** What the words say, where that is a value; the words are those of English, for apps that read them. */
        fromValue: plannedValue.optional().catch(undefined),
        toValue: plannedValue.optional().catch(undefined),
        because: prose,
      }),
    )
    .max(2_000)
    .default([]),
  /** `rule` is the id of the stop rule that was hit, empty where it was another reason. */
  stop: z
    .object({ rule: z.string().max(60), because: prose, day })
    .nullable()
    .default(null),
  results: z.array(resultSchema).max(2_000).default([]),
  noUsableData: prose,
  exploratory: prose,
  files: z
    .array(z.object({ sha256: hash, name: line, type: z.string().max(100), size: z.number().int().min(0), alt: line }))
    .max(1_000)
    .default([]),
  /** Markdown: what was seen, and whatever else there is to say. */
  text: z.string().max(LONGEST_TEXT).default(''),
  learning: prose,
  confidence: z
    .object({ level: z.enum(LEVELS).nullable().default(null), because: prose })
    .default({ level: null, because: '' }),
  decision: z
    .object({ choice: z.enum(DECISIONS), because: prose, byRole: line, day })
    .nullable()
    .default(null),
  next: lines,
  citations: z.array(citationSchema).max(1_000).default([]),
  links: z
    .array(z.object({ kind: z.enum(LINKS), id: z.string().max(200) }))
    .max(1_000)
    .default([]),
  tags: z.array(z.string().min(1).max(60)).max(100).default([]),
  comments: z
    .array(z.object({ id: row, at: moment, byRole: line, text: prose }))
    .max(2_000)
    .default([]),
  /** Texts that a person said are not personal, as they stand in the note. */
  notPersonal: lines,
  marking: z.enum(MARKINGS).nullable().default(null),
  licence: line,
  created: moment,
  changed: moment,
  /** Of a note of a newer Satchel: see `unread.ts`. */
  unread: z
    .array(
      z.object({
        path: z
          .array(z.union([z.string().max(200), z.number().int().min(0)]))
          .min(1)
          .max(8),
        said: z.unknown(),
        stands: z.unknown().optional(),
      }),
    )
    .max(1_000)
    .optional(),
});

export type Note = z.infer<typeof noteSchema>;
/** What a person may fill in, or what is said of the note: all but how it is written down. */
export type NoteField = Exclude<keyof Note, 'shape' | 'unread'>;

const isField = (name: string): name is NoteField =>
  name !== 'shape' && name !== 'unread' && Object.hasOwn(noteSchema.shape, name);
export const NOTE_FIELDS: readonly NoteField[] = Object.keys(noteSchema.shape).filter(isField);

/** A field that this version knows, or whatever a newer one wrote. */
export const fieldOrUnknown = (name: string): NoteField | 'unknown' => (isField(name) ? name : 'unknown');

export type Metric = z.infer<typeof metricSchema>;
export type MetricResult = z.infer<typeof resultSchema>;
export type Citation = z.infer<typeof citationSchema>;

/** A new idea. @param id a version 4 UUID @param now ISO 8601 in UTC */
export function newNote(id: string, now: string, title = ''): Note {
  return noteSchema.parse({ id, title, created: now, changed: now });
}
