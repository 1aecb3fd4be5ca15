import { lineOfKey } from '../fault.ts';
import type { PackRule } from '../rule.ts';

export const createdDay: PackRule = {
  id: 'created-day',
  level: 'warning',
  why: 'Readers see when the release was made.',
  *checkPack({ source, today }) {
    const created = source.settings?.created;
    if (created === undefined) return;
    const line = lineOfKey(source.settingsText, 'created');
    const fix = 'Write the day on which this release was made.';
    if (new Date(`${created}T00:00:00Z`).toJSON()?.slice(0, 10) !== created) {
      const message = `Unexpected day ${created} for "created", expected one that the calendar has`;
      yield { file: 'pack.yaml', line, column: 1, message, fix };
    } else if (created > today) {
      const message = `Unexpected day ${created} for "created", expected one up to today (${today})`;
      yield { file: 'pack.yaml', line, column: 1, message, fix };
    }
  },
};
