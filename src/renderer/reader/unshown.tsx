import { useState } from 'react';
import { toAddress } from '#domain/address.ts';
import type { Section, UnshownReason } from '#domain/pack/page.ts';
import { useSay } from '#kit/words.ts';
import type { PageLink } from '#store/packs/pages.ts';
import { Button } from '#ui/button.tsx';
import { Strip } from '#ui/strip.tsx';

/** Characters shown at first; such pages can be very long. */
const PLAIN_LIMIT = 200_000;

interface UnshownProps {
  readonly reason: UnshownReason;
  readonly sections: readonly Section[];
  readonly packTitle: string;
  readonly pack: string;
  readonly number: number;
  readonly pages: number;
  readonly next: PageLink | null;
}

/** A page past the limits: the reason in a sentence, and its words as plain text. The other pages are untouched. */
export function Unshown({ reason, sections, packTitle, pack, number, pages, next }: UnshownProps) {
  const say = useSay();
  const [plain, setPlain] = useState(false);
  return (
    <>
      <Strip tone="warn" icon="page" fact={say('reader.unshown.fact', { reason: reason.replaceAll('-', '') })}>
        {say('reader.unshown.more', { number, pack: packTitle, others: pages - 1 })}
      </Strip>
      <p className="row reader-unshown__do">
        {plain ? null : <Button onClick={() => setPlain(true)}>{say('reader.unshown.plain')}</Button>}
        {next ? <a href={toAddress({ screen: 'read', pack, page: next.id })}>{next.title}</a> : null}
      </p>
      {plain ? <pre className="reader-plain">{plainText(sections).slice(0, PLAIN_LIMIT)}</pre> : null}
    </>
  );
}

const plainText = (sections: readonly Section[]): string =>
  sections.map((section) => `${section.heading}\n\n${section.text}`).join('\n\n');
