import { type ReactNode, useRef } from 'react';
import { useSay } from '#kit/words.ts';
import { IconButton } from '#ui/button.tsx';
import { Strip, type StripTone } from '#ui/strip.tsx';
import { screenTitle } from './screen-title.ts';

interface ClosableStripProps {
  readonly tone: StripTone;
  readonly fact: string;
  /** What the message is about. */
  readonly name: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A message that stays until it is closed. Focus then goes to the next message, else to the screen's title. */
export function ClosableStrip({ tone, fact, name, onClose, children }: ClosableStripProps) {
  const say = useSay();
  const row = useRef<HTMLDivElement>(null);
  const close = () => {
    const here = row.current;
    if (!here) return;
    const others = [...(here.closest('main')?.querySelectorAll<HTMLElement>('.packs-strip > button') ?? [])];
    const at = others.findIndex((one) => here.contains(one));
    const next = others[at + 1] ?? others[at - 1] ?? screenTitle(here);
    onClose();
    next?.focus();
  };
  return (
    <div className="packs-strip" ref={row}>
      <Strip tone={tone} fact={fact}>
        {children}
      </Strip>
      <IconButton icon="close" label={say('packs.dismiss', { name })} onClick={close} />
    </div>
  );
}
