import { figureWithUnit } from '#domain/figure-text.ts';
import type { Block } from '#domain/note/outline/block.ts';
import { outlinePart } from '#domain/note/outline/outline.ts';
import { phraseWords } from '#domain/note/outline/phrase-words.ts';
import { type DeviationField, valueNow, wordsNow } from '#domain/note/plan-now.ts';
import { keptWords } from '#domain/note/planned-value.ts';
import type { Metric, Note } from '#domain/note/record/note.ts';
import { unreadFields } from '#domain/note/record/unread-fields.ts';
import type { Say } from '#domain/words/words.ts';

/** A field of the plan as text, one thing a line; empty where nothing was said. */
export function planWords(note: Note, field: DeviationField, say: Say, language: string): string {
  const fields: readonly string[] = unreadFields(note);
  if (fields.includes(field)) return say('note.unread.field');
  switch (field) {
    case 'title':
      return note.title;
    case 'hypothesis': {
      const { change, effect, because } = note.hypothesis;
      return change + effect + because === '' ? '' : say('note.hypothesis.said', { change, effect, because });
    }
    case 'metrics':
      return note.metrics
        .toSorted((a, b) => Number(b.role === 'primary') - Number(a.role === 'primary'))
        .map((metric) => metricWords(metric, say))
        .join('\n');
    default:
      return outlinePart(note, field)
        .flatMap((block) => blockLines(block, say, language))
        .join('\n');
  }
}

/** What a deviation is from: not what was locked, where an earlier one made something else of it. */
export function countedUntilNow(
  note: Note,
  field: DeviationField,
  say: Say,
  language: string,
): Pick<Note['deviations'][number], 'from' | 'fromValue'> {
  const value = valueNow(note, field);
  if (value !== null) return { from: keptWords(value), fromValue: value };
  return { from: wordsNow(note, field) ?? planWords(note, field, say, language) };
}

function blockLines(block: Block, say: Say, language: string): readonly string[] {
  switch (block.kind) {
    case 'fact':
      return [phraseWords(block.value, say, language)];
    case 'prose':
      return [block.text];
    case 'list':
      return block.items.map((item) => phraseWords(item, say, language));
    default:
      return [];
  }
}

/** "Share of suppliers who answer. Now 35%, target 60%." */
export function metricWords({ name, unit, role, baseline, target }: Metric, say: Say): string {
  return say('note.measure.said', {
    name,
    role,
    hasNow: baseline === null ? 'no' : 'yes',
    now: baseline === null ? '' : figureWithUnit(baseline, unit),
    hasTarget: target === null ? 'no' : 'yes',
    target: target === null ? '' : figureWithUnit(target, unit),
  });
}
