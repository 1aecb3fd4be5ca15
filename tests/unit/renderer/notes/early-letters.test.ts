// @vitest-environment jsdom
import { createElement, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, test } from 'vitest';
import { newNote } from '#domain/note/record/note.ts';
import { NoteContext, useEdit, useNote } from '#store/notes/note-context.ts';
import type { NoteSaver } from '#store/notes/note-saver.ts';

function saverOf(): Pick<NoteSaver, 'row' | 'change' | 'subscribe'> {
  const listeners = new Set<() => void>();
  const note = newNote('0b7c3f0e-6a4d-4b5e-9a61-0a1b2c3d4e5f', '2026-11-23T09:00:00.000Z');
  let row = { note } as ReturnType<NoteSaver['row']>;
  return {
    row: () => row,
    change(patch) {
      row = { ...row, note: { ...row.note, ...patch } };
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function Title() {
  const edit = useEdit();
  const value = useNote((note) => note.title);
  return createElement('input', {
    value,
    onChange: (event: { target: HTMLInputElement }) => edit(() => ({ title: event.target.value })),
  });
}

/** As a key does: the letter goes behind what stands in the box. */
function type(box: HTMLInputElement, letter: string): void {
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
  set?.call(box, box.value + letter);
  box.dispatchEvent(new Event('input', { bubbles: true }));
}

test('letters that come as soon as the field stands are all taken', async () => {
  const saver = saverOf();
  const host = document.body.appendChild(document.createElement('main'));
  const root = createRoot(host);
  const typed = new Promise<void>((resolve) => {
    // Before React has told the component to listen to its note.
    new MutationObserver((_, watch) => {
      watch.disconnect();
      const box = host.querySelector('input');
      if (box) for (const letter of 'Do') type(box, letter);
      resolve();
    }).observe(host, { childList: true });
  });
  startTransition(() => root.render(createElement(NoteContext, { value: saver as NoteSaver }, createElement(Title))));
  await typed;
  expect(saver.row().note.title).toBe('Do');
  root.unmount();
});
