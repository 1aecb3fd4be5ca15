import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron';
import { ORIGIN } from '#domain/address.ts';
import type { Say } from '#domain/words/words.ts';
import { withAccessKeys } from './access-keys.ts';

/** What the menu does beside the system's own roles. */
export interface ContextDeeds {
  /** Puts one of the spellings in the place of the word. */
  readonly correct: (word: string) => void;
  /** Tells the checker that a word is right. */
  readonly learn: (word: string) => void;
  readonly lookUp: (words: string) => void;
  readonly copy: (text: string) => void;
}

type Place = Pick<
  ContextMenuParams,
  'isEditable' | 'selectionText' | 'linkURL' | 'misspelledWord' | 'dictionarySuggestions' | 'editFlags'
>;

/** Most letters of the selected words that the menu shows, and that are looked up. */
const SHOWN = 30;
const LOOKED_UP = 200;
const SPELLINGS = 5;

/** The menu of a right click, of Shift+F10 and of the menu key: what can be done just there. Empty: none is shown. */
export function contextMenuOf(place: Place, say: Say, deeds: ContextDeeds): MenuItemConstructorOptions[] {
  const { isEditable, linkURL, misspelledWord, editFlags } = place;
  const selected = place.selectionText.replace(/\s+/g, ' ').trim();
  const words = selected.length > SHOWN ? `${selected.slice(0, SHOWN - 1)}…` : selected;
  const spelling: MenuItemConstructorOptions[] =
    misspelledWord === ''
      ? []
      : [
          ...place.dictionarySuggestions
            .slice(0, SPELLINGS)
            .map((word) => ({ label: word, click: () => deeds.correct(word) })),
          { label: say('main.context.learn', { word: misspelledWord }), click: () => deeds.learn(misspelledWord) },
        ];
  const editing: MenuItemConstructorOptions[] = isEditable
    ? [
        { label: say('command.cut'), role: 'cut', enabled: editFlags.canCut },
        { label: say('command.copy'), role: 'copy', enabled: editFlags.canCopy },
        { label: say('command.paste'), role: 'paste', enabled: editFlags.canPaste },
        { label: say('command.selectAll'), role: 'selectAll', enabled: editFlags.canSelectAll },
      ]
    : selected === ''
      ? []
      : [{ label: say('command.copy'), role: 'copy' }];
  const finding: MenuItemConstructorOptions[] =
    selected === ''
      ? []
      : [{ label: say('main.context.lookUp', { words }), click: () => deeds.lookUp(selected.slice(0, LOOKED_UP)) }];
  const linking: MenuItemConstructorOptions[] =
    linkURL === '' || /^(?:javascript|data|blob):/i.test(linkURL)
      ? []
      : [{ label: say('main.context.copyLink'), click: () => deeds.copy(shownAddress(linkURL)) }];
  return grouped([spelling, editing, finding, linking].filter((group) => group.length > 0));
}

/** An address of our own stands as `app://satchel/…`, one of a mail as the address alone. */
const shownAddress = (address: string): string =>
  address.startsWith(`${ORIGIN}/`) ? address : address.replace(/^mailto:/, '');

function grouped(groups: readonly MenuItemConstructorOptions[][]): MenuItemConstructorOptions[] {
  const labels = withAccessKeys(groups.flat().map(({ label }) => label ?? ''));
  let at = 0;
  return groups.flatMap((group, n) => [
    ...(n > 0 ? [{ type: 'separator' as const }] : []),
    ...group.map((item) => ({ ...item, label: labels[at++] ?? '' })),
  ]);
}
