/** One 24 px line set, 1.6 px stroke, drawn for Satchel. Never without a word beside it, or an `aria-label` on its button. */
const PATHS = {
  alert: 'M12 3.5L22 20.5H2z M12 10v5 M12 17.8v.01',
  back: 'M19 12H5M11 6l-6 6 6 6',
  beside: 'M3 5h18v14H3zM13 5v14',
  bookmark: 'M6 3h12v18l-6-4.5L6 21z',
  calculator: 'M6 3h12v18H6z M9 6.5h6v3H9z M9 13.5v.01M12 13.5v.01M15 13.5v.01M9 17v.01M12 17v.01M15 17v.01',
  calendar: 'M4 6h16v14H4z M4 10.5h16M8.5 3.5v4M15.5 3.5v4',
  changes: 'M6 3h9l4 4v14H6z M9 12h6M12 9v6M9 18h6',
  clock: 'M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0z M12 7v5l3.5 2',
  close: 'M6 6l12 12M18 6L6 18',
  copy: 'M8 8h12v12H8z M16 8V4H4v12h4',
  cross: 'M7 7l10 10M17 7L7 17',
  down: 'M6 9l6 6 6-6',
  experiment: 'M9 3h6M10 3v6L4.5 19a1.4 1.4 0 0 0 1.2 2h12.6a1.4 1.4 0 0 0 1.2-2L14 9V3 M7.5 15h9',
  file: 'M3 6h6l2 2.5h10V19H3z',
  forward: 'M5 12h14M13 6l6 6-6 6',
  globe: 'M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0z M3 12h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18',
  help: 'M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0z M9.5 9.5a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8M12 17v.01',
  highlight: 'M14 4l6 6-8 8H8l-2-2v-4z M6 16l-3 4h6l1-2',
  history: 'M4 12a8 8 0 1 0 2.5-5.8M4 4v4h4 M12 8v4l3 2',
  info: 'M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0z M12 11v6M12 7.5v.01',
  install: 'M12 4v11M8 11.5l4 4 4-4M5 16v4h14v-4',
  keyboard: 'M3 6h18v12H3z M7 10v.01M11 10v.01M15 10v.01M18 10v.01M8 14h8',
  library: 'M4 4h4v16H4zM10 4h4v16h-4zM16 5l3.5-1 3 15.5L19 20z',
  link: 'M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7L12 7 M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.7L12 17',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  menu: 'M4 7h16M4 12h16M4 17h16',
  minus: 'M6 12h12',
  more: 'M5 12v.01M12 12v.01M19 12v.01',
  offline: 'M9 3v5M15 3v5M6.5 8h11v3.5a5.5 5.5 0 0 1-11 0zM12 17v4',
  pack: 'M3 8l9-5 9 5v8l-9 5-9-5z M3 8l9 5 9-5M12 13v8',
  page: 'M6 3h8l4 4v14H6z M14 3v4h4M9 12h6M9 16h6',
  plus: 'M12 5v14M5 12h14',
  print: 'M7 9V4h10v5 M7 17H4V9h16v8h-3 M7 14h10v6H7z',
  quote: 'M10 7H5v6h4c0 2-1 3.3-3 4M20 7h-5v6h4c0 2-1 3.3-3 4',
  records: 'M3 5h18v14H3z M3 10h18M3 14.5h18M9 10v9',
  search: 'M4 10.5a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0-13 0z M15.5 15.5L21 21',
  settings: 'M4 7h9M17 7h3M4 17h3M11 17h9 M13 7a2 2 0 1 0 4 0a2 2 0 1 0-4 0z M7 17a2 2 0 1 0 4 0a2 2 0 1 0-4 0z',
  share: 'M12 15V4M8 7.5L12 3.5l4 4M5 12v8h14v-8',
  shield: 'M12 3l7.5 3v6c0 4.5-3.2 7.6-7.5 9-4.3-1.4-7.5-4.5-7.5-9V6z M8.5 12l2.5 2.5 4.5-5',
  stick: 'M8 3h8v6H8zM6 9h12v9a3 3 0 0 1-3 3H9a3 3 0 0 1-3-3z',
  stop: 'M6 6h12v12H6z',
  tick: 'M5 12.5l4.5 4.5L19 7',
  up: 'M6 15l6-6 6 6',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, small = false }: { readonly name: IconName; readonly small?: boolean }) {
  return (
    <svg className={small ? 'i i--s' : 'i'} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}

/** The mark: a leather satchel, once in the bar and on the first run. */
export function Mark() {
  return (
    <svg viewBox="0 0 28 28" aria-hidden="true" focusable="false">
      <path
        fill="currentColor"
        d="M9 7V5.5A2.5 2.5 0 0 1 11.5 3h5A2.5 2.5 0 0 1 19 5.5V7h4.5v7.2L14 18.5 4.5 14.2V7zm2.3 0h5.4V5.3h-5.4z"
      />
      <path fill="currentColor" d="M4.5 16.7L12 20v2.2h4V20l7.5-3.3V25h-19z" />
    </svg>
  );
}
