import { LIMITS } from '#domain/limits.ts';
import type { UnshownReason } from '#domain/pack/page.ts';

/** Containers that may start on one line, and boxes (`:::`) that may be open at once. */
const MOST_MARKERS = 48;
const MOST_BOXES = 24;
/** Microseconds that the Markdown parser may need, by the estimate below. */
const MOST_WORK = 2_500_000;

/** Where the parser's time grows with the square of a count: the most that the sum of these squares may be. */
const MOST_SQUARES = {
  /** Runs of `*`, `_` and `~` in one block: each is tried against those before. */
  emphasis: 15_000_000,
  /** `[` and `]` in one block. */
  brackets: 50_000_000,
  /** `<!` and `<?` in one block: each looks for its end. */
  declarations: 20_000_000,
  /** Marks in one run, as after an address. */
  runs: 40_000_000,
  /** Lines that continue a quote or list item without its mark. */
  lazy: 20_000_000,
  /** Quotes and items that end, and underlined headings, on the whole page. */
  ends: 5_000_000,
} as const;

type Kind = keyof typeof MOST_SQUARES;

const MARKERS = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)))+/;
const RULE = /^[ \t]*(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const FENCE = /^(?:`{3,}|~{3,})/;
const ENDLESS_HTML = /^ {0,3}<(?:[!?]|(?:script|pre|style|textarea)\b)/i;
const RUN = /[!"&'()*,.:;<?\]_~]{64,}/g;

/**
 * Looks at a source before the parser does: what would cost more than a page may, and why. Linear. It follows the
 * parser only roughly, and where unsure it counts: the time limit of whoever calls the parser is the last word.
 */
export function tooMuch(source: string): UnshownReason | null {
  if (source.length > LIMITS.pageSource || bytesOf(source) > LIMITS.pageSource) return 'too-large';
  const squares: Record<Kind, number> = { emphasis: 0, brackets: 0, declarations: 0, runs: 0, lazy: 0, ends: 0 };
  const block = { emphasis: 0, brackets: 0, declarations: 0 };
  let work = 0;
  let boxes = 0;
  let lazy = -1;
  let ends = 0;
  let fence = '';
  let fencesKnown = true;
  const square = (kind: Kind, count: number): void => {
    squares[kind] += count * count;
  };
  const closeBlock = (): void => {
    for (const kind of ['emphasis', 'brackets', 'declarations'] as const) {
      square(kind, block[kind]);
      block[kind] = 0;
    }
  };
  for (const line of linesOf(source)) {
    if (fence !== '') {
      work += 30;
      if (line.startsWith(fence) || /^:{3,}\s*$/.test(line)) fence = '';
      continue;
    }
    if (/^\s*$/.test(line)) {
      closeBlock();
      square('lazy', Math.max(lazy, 0));
      lazy = -1;
      work += 8;
      continue;
    }
    const opened = FENCE.exec(line)?.[0];
    if (opened && fencesKnown && !(opened.startsWith('`') && line.includes('`', opened.length))) {
      fence = opened;
      closeBlock();
      continue;
    }
    // After HTML that may run over blank lines nobody can tell a fence without parsing: count everything.
    if (ENDLESS_HTML.test(line)) fencesKnown = false;
    const markers = markersOf(line);
    if (markers > MOST_MARKERS) return 'too-deep';
    if (/^[\s>]*:{3,}[A-Za-z]/.test(line)) boxes += 1;
    else if (boxes > 0 && /^[\s>]*:{3,}\s*$/.test(line)) boxes -= 1;
    if (boxes > MOST_BOXES) return 'too-deep';
    if (markers > 0) {
      if (/^ {0,3}[-+*][ \t]+\S/.test(line)) closeBlock();
      if (lazy < 0) ends += 1;
      lazy = 0;
    } else if (lazy >= 0 && !/^[ \t]/.test(line)) lazy += 1;
    if (/^ {0,3}(?:=+|-+)[ \t]*$/.test(line)) ends += 1;
    work += 40 + markers * 80 + countMarks(line, block);
    for (const [run] of line.matchAll(RUN)) square('runs', run.length);
  }
  closeBlock();
  square('lazy', Math.max(lazy, 0));
  square('ends', ends);
  const slow = work > MOST_WORK || (Object.keys(squares) as Kind[]).some((kind) => squares[kind] > MOST_SQUARES[kind]);
  return slow ? 'too-slow' : null;
}

/** Adds a line's marks to its block and says about how many microseconds they cost. */
function countMarks(line: string, block: { emphasis: number; brackets: number; declarations: number }): number {
  let work = 0;
  let before = 0;
  for (let at = 0; at < line.length; at += 1) {
    const code = line.charCodeAt(at);
    switch (code) {
      case ASTERISK:
      case UNDERSCORE:
      case TILDE:
        if (code !== before) {
          block.emphasis += 1;
          work += 50;
        }
        break;
      case OPEN_BRACKET:
      case CLOSE_BRACKET:
        block.brackets += 1;
        work += 40;
        break;
      case LESS_THAN:
        if (line[at + 1] === '!' || line[at + 1] === '?') block.declarations += 1;
        work += 20;
        break;
      case PIPE:
        work += 50;
        break;
      case BACKSLASH:
      case AMPERSAND:
      case BACKTICK:
      case EXCLAMATION:
        work += 15;
        break;
      default:
        work += 0.5;
    }
    before = code;
  }
  return work;
}

const ASTERISK = 0x2a;
const UNDERSCORE = 0x5f;
const TILDE = 0x7e;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const LESS_THAN = 0x3c;
const PIPE = 0x7c;
const BACKSLASH = 0x5c;
const AMPERSAND = 0x26;
const BACKTICK = 0x60;
const EXCLAMATION = 0x21;

function markersOf(line: string): number {
  if (RULE.test(line)) return 0;
  return MARKERS.exec(line)?.[0].match(/>|[-+*]|[.)]/g)?.length ?? 0;
}

const linesOf = (source: string): string[] => source.split(/\r\n|\r|\n/);
const bytesOf = (text: string): number => new TextEncoder().encode(text).length;
