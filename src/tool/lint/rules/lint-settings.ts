import { lineOfKey } from '../fault.ts';
import type { PackFault, PackRule, Rule } from '../rule.ts';

/** Made with the list of rules, which it cannot import: the list has it. */
export const lintSettings = (rules: () => readonly Rule[]): PackRule => ({
  id: 'lint-settings',
  level: 'error',
  fixed: true,
  why: 'A level for a rule that is not there, or that cannot be changed, changes nothing.',
  *checkPack({ source }) {
    for (const [id, level] of Object.entries(source.settings?.lint ?? {})) {
      const line = lineOfKey(source.settingsText.replace(/^[ \t]+/gm, ''), id);
      const fault = (message: string, fix: string): PackFault => ({ file: 'pack.yaml', line, column: 1, message, fix });
      const rule = rules().find((one) => one.id === id);
      if (!rule) {
        yield fault(`Unexpected rule "${id}", expected the id of a rule`, 'Correct its name or remove the line.');
      } else if (rule.fixed && level !== rule.level) {
        yield fault(`Unexpected level "${level}" for ${id}, expected ${rule.level}: it is fixed`, 'Remove this line.');
      }
    }
  },
});
