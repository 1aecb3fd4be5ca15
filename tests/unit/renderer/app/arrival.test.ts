// @vitest-environment jsdom
import { beforeEach, describe, expect, test } from 'vitest';
import { NEW_NOTE, toAddress } from '#domain/address.ts';
import { createArrivals } from '#rooms/app/arrival.ts';
import type { Arrival, Entry, Journey, Watcher } from '#rooms/app/history.ts';
import { createPlaceMemory } from '#rooms/app/place-memory.ts';

// jsdom has no layout and lacks these two.
Element.prototype.scrollIntoView = () => {};
Object.assign(globalThis, { CSS: { escape: (text: string) => text.replace(/["\\\]]/g, '\\$&') } });

let runs = 0;

/** Every start has a key of its own, as every start of the app has. */
function fakeJourney(address: string) {
  runs += 1;
  let entry: Entry = { key: `start-${runs}`, address, index: 0, marks: '' };
  let watcher: Watcher | undefined;
  return {
    entry: () => entry,
    watch: (one: Watcher) => {
      watcher = one;
      return () => {};
    },
    move(to: Entry, arrival: Arrival) {
      if (arrival !== 'replaced') watcher?.leaving?.(entry, arrival);
      entry = to;
      watcher?.changed({ entry, arrival });
    },
  };
}

const storage = () => {
  const kept = new Map<string, string>();
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => void kept.set(name, text),
  };
};

/** Draws a screen out of (tag, attributes, text) rows. */
function draw(...rows: readonly (readonly [string, Readonly<Record<string, string>>, string])[]): void {
  const main = document.createElement('main');
  main.id = 'main';
  main.dataset.keepScroll = 'main';
  for (const [tag, attributes, text] of rows) {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    node.textContent = text;
    main.append(node);
  }
  document.body.replaceChildren(main);
}

const title = (text: string) => ['h1', { 'data-screen-title': '', tabindex: '-1' }, text] as const;
const focused = () => document.activeElement?.textContent;
const tick = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('U1 focus', () => {
  let journey: ReturnType<typeof fakeJourney>;
  let places: ReturnType<typeof storage>;
  const start = (address = '/library') => {
    journey = fakeJourney(address);
    return createArrivals(document, journey as unknown as Journey, createPlaceMemory(places), () => 'New note');
  };
  beforeEach(() => {
    places = storage();
    document.body.replaceChildren();
  });

  test('U1 a new screen takes focus on its h1 when its content stands, not before', () => {
    const arrivals = start();
    draw(title('Old'));
    arrivals.stands('/library');
    expect(focused()).toBe('Old');
    journey.move({ key: 'k1', address: '/packs', index: 1, marks: '' }, 'new');
    expect(focused()).toBe('Old');
    draw(title('Packs'));
    arrivals.stands('/packs');
    expect(focused()).toBe('Packs');
  });

  test('U1 a result takes focus on its section heading, looked for in main only', () => {
    const arrivals = start('/read/p/a#duties');
    draw(title('Page'), ['h2', { id: 'duties' }, 'Two duties']);
    const trap = document.createElement('p');
    trap.id = 'duties';
    trap.dataset.section = 'duties';
    document.body.prepend(trap);
    arrivals.stands('/read/p/a');
    expect(focused()).toBe('Two duties');
  });

  test('U1 a section of the same screen takes focus at once', () => {
    const arrivals = start('/help');
    draw(title('Help'), ['h2', { id: 'find' }, 'Find']);
    arrivals.stands('/help');
    journey.move({ key: 'k1', address: '/help#find', index: 1, marks: '' }, 'new');
    expect(focused()).toBe('Find');
  });

  test('U1 back takes focus to the link that was followed', () => {
    const arrivals = start();
    const library = () => draw(title('Library'), ['a', { href: '/a' }, 'One'], ['a', { href: '/a' }, 'Two']);
    library();
    arrivals.stands('/library');
    const first = journey.entry();
    const second = document.querySelectorAll('a')[1];
    if (second) arrivals.follow(second);
    journey.move({ key: 'k1', address: '/read/p/a', index: 1, marks: '' }, 'new');
    draw(title('Page'));
    arrivals.stands('/read/p/a');
    journey.move(first, 'again');
    library();
    arrivals.stands('/library');
    expect(focused()).toBe('Two');
  });

  test('U1 back finds a link that is drawn later', async () => {
    const arrivals = start('/search?q=who');
    draw(title('Results'), ['a', { href: '/read/p/a' }, 'First']);
    arrivals.stands('/search?q=who');
    const first = journey.entry();
    document.querySelector('a')?.focus();
    journey.move({ key: 'k1', address: '/read/p/a', index: 1, marks: '' }, 'new');
    draw(title('Page'));
    arrivals.stands('/read/p/a');
    journey.move(first, 'again');
    draw(title('Results'));
    arrivals.stands('/search?q=who');
    expect(focused()).toBe('Results');
    const late = document.createElement('a');
    late.href = '/read/p/a';
    late.setAttribute('href', '/read/p/a');
    late.textContent = 'First';
    document.querySelector('main')?.append(late);
    await tick();
    expect(focused()).toBe('First');
  });

  test('a person who acts first is left alone', async () => {
    const arrivals = start('/search?q=who');
    draw(title('Results'), ['a', { href: '/x' }, 'First']);
    arrivals.stands('/search?q=who');
    const first = journey.entry();
    document.querySelector('a')?.focus();
    journey.move({ key: 'k1', address: '/help', index: 1, marks: '' }, 'new');
    draw(title('Help'));
    arrivals.stands('/help');
    journey.move(first, 'again');
    draw(title('Results'));
    arrivals.stands('/search?q=who');
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', bubbles: true }));
    const late = document.createElement('a');
    late.setAttribute('href', '/x');
    document.querySelector('main')?.append(late);
    await tick();
    expect(focused()).toBe('Results');
  });

  test('nothing takes focus while a person types', () => {
    const arrivals = start();
    draw(title('Library'), ['input', { id: 'search-box' }, '']);
    arrivals.stands('/library');
    document.querySelector('input')?.focus();
    journey.move({ key: 'k1', address: '/search?q=w', index: 1, marks: '' }, 'typed');
    journey.move({ key: 'k1', address: '/search?q=wh', index: 1, marks: '' }, 'replaced');
    arrivals.stands('/search?q=wh');
    expect(document.activeElement?.id).toBe('search-box');
  });

  test('B30 what is typed for a new note is not lost where it is asked for once more before it stands', () => {
    document.execCommand = (_command, _shown, words = '') => {
      const field = document.activeElement as HTMLTextAreaElement;
      field.setRangeText(words, field.value.length, field.value.length, 'end');
      return true;
    };
    const arrivals = start();
    draw(title('Library'));
    arrivals.stands('/library');
    const asked = { key: 'k1', address: toAddress(NEW_NOTE), index: 1, marks: '' };
    for (const words of ['First', 'second']) {
      journey.move(asked, 'new');
      document.execCommand('insertText', false, words);
    }
    draw(['textarea', { 'data-screen-title': '' }, '']);
    arrivals.stands(asked.address);
    expect((document.activeElement as HTMLTextAreaElement).value).toBe('First second');
  });

  test('after a restart the place is found by its address', () => {
    const before = start('/help');
    draw(title('Help'), ['a', { href: '/packs' }, 'Packs']);
    before.stands('/help');
    document.querySelector('a')?.focus();
    before.keep();
    const after = start('/help');
    draw(title('Help'), ['a', { href: '/packs' }, 'Packs']);
    after.stands('/help');
    expect(focused()).toBe('Packs');
  });

  test('a remembered text that is not ours is forgotten', () => {
    places.setItem('satchel.places', '[{"key":1}]');
    const arrivals = start();
    draw(title('Library'));
    arrivals.stands('/library');
    expect(focused()).toBe('Library');
  });
});
