import type { Schema } from 'hast-util-sanitize';

const words = (list: string): string[] => list.split(/\s+/);

/** Elements that hold content and do nothing. */
export const ELEMENTS: ReadonlySet<string> = new Set(
  words(
    `a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure
    h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp small span strong sub summary sup table
    tbody td tfoot th thead time tr u ul var wbr`,
  ),
);

/** Elements whose content goes with them: it is not words, or the words are never seen. */
export const REMOVED_WHOLE: readonly string[] = words(
  `area base basefont datalist embed frame frameset head iframe input link math meta noembed noframes param plaintext
  portal script source style template title track xmp`,
);

/**
 * The other names that HTML has had: their content stays, also the words that stand in for what cannot be played or
 * drawn here. A name that is in no list is a word in angle brackets.
 */
export const UNWRAPPED: ReadonlySet<string> = new Set(
  words(
    `acronym address applet article aside audio basefont big blink body button canvas center command content data dialog
    dir element fencedframe fieldset font footer form header hgroup html keygen label legend listing main map marquee
    menu menuitem meter multicol nav nobr noscript object optgroup option output picture progress rb rtc search section
    select selectedcontent shadow slot spacer strike svg textarea tt video xml`,
  ),
);

const ANCHOR = /^(?:s|fn|fnref)-[^\s"'<>`]{1,300}$/;
const NAME = /^[a-z][a-z-]{0,30}$/;
const SMALL_NUMBER = /^\d{1,4}$/;

/** Attributes by element, as hast names them; `*` is every element. A value outside its pattern is dropped. */
export const ATTRIBUTES: NonNullable<Schema['attributes']> = {
  '*': [['id', ANCHOR], ['lang', /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,3}$/], ['dir', 'ltr', 'rtl', 'auto'], 'title'],
  a: ['href', ['dataFootnoteRef', '', true], ['dataFootnoteBackref', '', true], 'ariaLabel'],
  code: [['className', /^language-[a-z0-9-]{1,40}$/]],
  col: [['span', SMALL_NUMBER]],
  colgroup: [['span', SMALL_NUMBER]],
  details: ['open'],
  div: [
    ['className', 'callout', /^callout-[a-z]{1,20}$/, 'table-scroll'],
    ['dataCallout', NAME],
  ],
  img: ['src', 'alt', ['width', /^\d{1,5}$/], ['height', /^\d{1,5}$/]],
  li: [
    ['className', 'task'],
    ['dataTask', /^[a-z0-9-]{1,40}$/],
    ['dataDone', 'true'],
    ['value', /^-?\d{1,9}$/],
  ],
  ol: [
    ['className', 'tasks', 'footnotes'],
    ['start', /^-?\d{1,9}$/],
    ['reversed', true],
    ['type', /^[1aAiI]$/],
  ],
  span: [['className', 'dead-link', 'dead-image'], ['dataReason', NAME], 'dataDead'],
  td: [
    ['align', 'left', 'right', 'center'],
    ['colSpan', SMALL_NUMBER],
    ['rowSpan', SMALL_NUMBER],
  ],
  th: [
    ['align', 'left', 'right', 'center'],
    ['colSpan', SMALL_NUMBER],
    ['rowSpan', SMALL_NUMBER],
    ['scope', 'col', 'row', 'colgroup', 'rowgroup'],
    'abbr',
  ],
  time: ['dateTime'],
  ul: [['className', 'tasks']],
};

/** Parts of a table or list outside their parent could close what the app put around them. */
const ANCESTORS: NonNullable<Schema['ancestors']> = {
  caption: ['table'],
  col: ['table'],
  colgroup: ['table'],
  dd: ['dl'],
  dt: ['dl'],
  figcaption: ['figure'],
  li: ['ol', 'ul'],
  rp: ['ruby'],
  rt: ['ruby'],
  summary: ['details'],
  tbody: ['table'],
  td: ['table'],
  tfoot: ['table'],
  th: ['table'],
  thead: ['table'],
  tr: ['table'],
};

export const SCHEMA: Schema = {
  allowComments: false,
  allowDoctypes: false,
  ancestors: ANCESTORS,
  attributes: ATTRIBUTES,
  clobber: [],
  clobberPrefix: '',
  protocols: { href: ['https', 'mailto', 'page'], src: [] },
  required: {},
  strip: [...REMOVED_WHOLE],
  tagNames: [...ELEMENTS],
};
