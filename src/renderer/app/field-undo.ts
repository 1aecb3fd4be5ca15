/** A plain field of text; the editor of notes has a history of its own. */
type Field = HTMLInputElement | HTMLTextAreaElement;

interface Words {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

interface Past {
  readonly before: Words[];
  readonly after: Words[];
  /** What the last change left, and of which kind it was. */
  last: Words & { readonly kind: string; readonly at: number };
}

const TEXTS = ['text', 'search', 'url', 'tel', 'email'];
/** Milliseconds after which a change is a step of its own. */
const PAUSE = 3_000;
/** Steps that are kept of a field. */
const KEPT = 200;

const isField = (node: EventTarget | null): node is Field =>
  node instanceof HTMLTextAreaElement || (node instanceof HTMLInputElement && TEXTS.includes(node.type));

const wordsOf = (field: Field): Words => ({
  value: field.value,
  start: field.selectionStart ?? field.value.length,
  end: field.selectionEnd ?? field.value.length,
});

/**
 * Undo and redo by words in every plain field. The browser's own loses its place in fields that are drawn anew with each
 * letter, and then takes back one letter or three.
 */
export function createFieldUndo(page: Document, now: () => number = Date.now) {
  const pasts = new WeakMap<Field, Past>();
  let pending: Words | null = null;

  const before = (event: Event): void => {
    pending = isField(event.target) ? wordsOf(event.target) : null;
  };
  const changed = (event: Event): void => {
    const field = event.target;
    if (!isField(field) || pending === null || !(event instanceof InputEvent)) return;
    const was = pending;
    pending = null;
    const kind = kindOf(event.inputType);
    const past = pasts.get(field) ?? { before: [], after: [], last: { ...was, kind: '', at: 0 } };
    // Something else wrote here since: what was before leads nowhere.
    if (past.last.value !== was.value) past.before.length = 0;
    if (isNewStep(past, was, kind, event.data, now())) {
      past.before.push(was);
      if (past.before.length > KEPT) past.before.shift();
    }
    past.after.length = 0;
    past.last = { ...wordsOf(field), kind, at: now() };
    pasts.set(field, past);
  };
  const pressed = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || !isField(event.target)) return;
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key !== 'z' && key !== 'y') return;
    event.preventDefault();
    step(event.target, key === 'z' && !event.shiftKey ? 'undo' : 'redo');
  };

  function step(field: Field, way: 'undo' | 'redo'): void {
    const past = pasts.get(field);
    if (!past || past.last.value !== field.value) return;
    const [from, to] = way === 'undo' ? [past.before, past.after] : [past.after, past.before];
    const words = from.pop();
    if (!words) return;
    to.push(wordsOf(field));
    past.last = { ...words, kind: '', at: 0 };
    write(field, words);
  }

  page.addEventListener('beforeinput', before, true);
  // What a field takes from the clipboard by itself is told of by no `beforeinput`.
  page.addEventListener('paste', before, true);
  page.addEventListener('input', changed, true);
  page.addEventListener('keydown', pressed, true);
  return {
    /** Takes a step back or on in a field; false where it is none of ours. */
    step(field: Element | null, way: 'undo' | 'redo'): boolean {
      if (!isField(field)) return false;
      step(field, way);
      return true;
    },
    end(): void {
      page.removeEventListener('beforeinput', before, true);
      page.removeEventListener('paste', before, true);
      page.removeEventListener('input', changed, true);
      page.removeEventListener('keydown', pressed, true);
    },
  };
}

/** Writing, deleting, and all else: pasted, dropped, cut. What a composition writes is one. */
const kindOf = (type: string): string =>
  type === 'insertText' || type === 'insertCompositionText' || type === 'insertLineBreak'
    ? 'write'
    : /^delete(?:Content|Word|SoftLine|HardLine)/.test(type)
      ? 'delete'
      : type;

/** A word with the space after it is a step; so is what is done elsewhere, in another way, or after a pause. */
function isNewStep(past: Past, was: Words, kind: string, data: string | null, at: number): boolean {
  const { last } = past;
  if (past.before.length === 0 || last.kind !== kind || (kind !== 'write' && kind !== 'delete')) return true;
  if (at - last.at > PAUSE || was.start !== last.start || was.end !== last.end) return true;
  const beside = was.value.charAt(was.start - 1);
  if (kind === 'write') return data !== null && /\S/.test(data) && /\s/.test(beside);
  return /\S/.test(beside) && /\s/.test(was.value.charAt(was.start));
}

/** As if it was typed: whoever draws the field hears of it. */
function write(field: Field, { value, start, end }: Words): void {
  const kind = field instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement;
  Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.setSelectionRange(start, end);
}
