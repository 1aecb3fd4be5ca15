import { canonicalJson } from '#domain/canonical.ts';
import { LIMITS } from '#domain/limits.ts';
import type { PageBody, PageMeta } from '#domain/pack/page.ts';
import type { ParsedPage } from '#markdown/parsed-page.ts';

/** A page as it is stored: its body, and the canonical JSON of it, never larger than a reader takes. */
export interface StoredPage {
  readonly body: PageBody;
  readonly bytes: Buffer;
}

export function storedPage(meta: PageMeta, parsed: ParsedPage): StoredPage {
  const sections = parsed.sections.map((section) =>
    section.level === 1 && section.id === '' ? { ...section, heading: meta.title } : section,
  );
  if (parsed.tree !== undefined) {
    const whole = store({ meta, sections, tree: parsed.tree });
    if (whole.bytes.length <= LIMITS.pageBody) return whole;
  }
  return storeText(
    meta,
    sections.map(({ heading, text }) => (heading === meta.title ? text : `${heading}\n${text}`)).join('\n'),
    parsed.unshown ?? 'too-large',
  );
}

/** As much of the text as a page's source may have. JSON spells a character in six bytes at most. */
function storeText(meta: PageMeta, text: string, unshown: NonNullable<PageBody['unshown']>): StoredPage {
  const cut = text.slice(0, LIMITS.pageSource).replace(/[\ud800-\udbff]$/, '');
  return store({ meta, sections: [{ id: '', heading: meta.title, level: 1, text: cut }], unshown });
}

const store = (body: PageBody): StoredPage => ({ body, bytes: Buffer.from(canonicalJson(body)) });
