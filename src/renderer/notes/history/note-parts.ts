import { shortDay } from '#domain/day.ts';
import { figureText, figureWithUnit } from '#domain/figure-text.ts';
import { isExperiment } from '#domain/note/form.ts';
import { GUARDRAILS, guardrailState } from '#domain/note/guardrails.ts';
import { DEVIATION_FIELDS } from '#domain/note/plan-now.ts';
import type { MetricResult, Note } from '#domain/note/record/note.ts';
import { registerRow } from '#domain/note/register.ts';
import { stateWords } from '#domain/note/state-words.ts';
import type { Say } from '#domain/words/words.ts';
import { planWords } from '../note/plan-words.ts';

/** A part of a note as words, as far as two versions are compared by it. */
export interface NotePart {
  readonly key: string;
  readonly label: string;
  readonly text: string;
}

const lines = (...all: readonly (string | readonly string[])[]): string =>
  all
    .flat()
    .filter((line) => line.trim() !== '')
    .join('\n');

const joined = (by: string, ...parts: readonly string[]): string => parts.filter((part) => part !== '').join(by);

/** "Replies, Short letters · How many 22 · Value 64%"; every figure that was written, also where they do not agree. */
function resultWords({ metrics }: Note, result: MetricResult, say: Say): string {
  const metric = metrics.find(({ id }) => id === result.metric);
  const figures = (['n', 'value', 'low', 'high'] as const).map((key) => {
    const figure = result[key];
    if (figure === null) return '';
    return `${say(`note.result.${key}`)} ${key === 'n' ? figureText(figure) : figureWithUnit(figure, metric?.unit ?? '')}`;
  });
  return joined(' · ', joined(', ', metric?.name ?? '', result.group), ...figures);
}

/** All parts of a note as words, in the order of its screen. Two versions have the same parts. */
export function noteParts(note: Note, say: Say, language: string): readonly NotePart[] {
  const isPlain = !isExperiment(note);
  const { results, costs, confidence, decision, stop, ending, citations } = note;
  const dayOf = (day: string | null): string => (day === null ? '' : shortDay(day, language));
  const answered = GUARDRAILS.filter((one) => guardrailState(note, one) !== 'open');
  const parts = {
    status: isPlain ? '' : say(stateWords(registerRow(note).state)),
    kind: say(isPlain ? 'form.note' : `kind.${note.kind}`),
    guardrails: lines(
      answered.map((one) =>
        [`${say(`guardrail.${one}`)}: ${say(`note.guardrail.state.${guardrailState(note, one)}`)}`]
          .concat(note.guardrails[one]?.note || [])
          .join('. '),
      ),
    ),
    text: note.text,
    costs: lines(
      costs.map(({ day, pounds, what }) =>
        joined(' ', dayOf(day), pounds === null ? '' : figureText(pounds, '£'), what),
      ),
    ),
    results: lines(
      results.map((result) => resultWords(note, result, say)),
      note.noUsableData,
      note.exploratory,
    ),
    learning: lines(
      note.learning,
      confidence.level === null ? '' : `${say('note.confidence')}: ${say(`note.confidence.${confidence.level}`)}`,
      confidence.because,
    ),
    decision: lines(
      decision
        ? [say(`decision.${decision.choice}`), decision.because, joined(', ', decision.byRole, dayOf(decision.day))]
        : [],
      stop?.because ?? '',
      ending?.kind === 'abandoned' ? ending.because : '',
    ),
    next: lines(note.next),
    citations: lines(
      citations.map(({ packTitle, version, title, heading }) => `${packTitle} ${version}, ${heading || title}`),
    ),
    tags: lines(note.tags),
    people: lines(note.team, note.consulted),
    risks: lines(note.risks),
    files: lines(note.files.map(({ name, alt }) => alt || name)),
  };
  const { status, kind, ...rest } = parts;
  const part = (key: keyof typeof parts, text: string): NotePart => ({
    key,
    label: say(key === 'text' && isPlain ? 'history.field.text.plain' : `history.field.${key}`),
    text,
  });
  return [
    part('status', status),
    ...DEVIATION_FIELDS.map((key) => ({
      key,
      label: say(`note.plan.${key}`),
      text: planWords(note, key, say, language),
    })),
    part('kind', kind),
    ...Object.entries(rest).map(([key, text]) => part(key as keyof typeof parts, text)),
  ];
}

export interface ChangedPart extends NotePart {
  readonly before: string;
}

/** The parts of which two versions have other words; `text` is that of the later one. */
export function changedParts(then: readonly NotePart[], now: readonly NotePart[]): readonly ChangedPart[] {
  return now.flatMap((part, at) => {
    const before = then[at]?.text ?? '';
    return before === part.text ? [] : [{ ...part, before }];
  });
}
