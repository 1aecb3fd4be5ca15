import type { DiffPart } from '#domain/word-diff.ts';
import { useSay } from '#kit/words.ts';

interface DiffTextProps {
  readonly parts: readonly DiffPart[];
  /** Which text is shown: the one before, the one after, or both in one. */
  readonly show: 'then' | 'now' | 'both';
}

/** Words with what was taken out and put in marked: for the eye by line and tint, for the ear in words. */
export function DiffText({ parts, show }: DiffTextProps) {
  const say = useSay();
  return (
    <div className="sat-difftext">
      {parts.map(({ kind, text }, at) => {
        // Parts of one comparison never move, so their place is their key.
        const key = `${at}`;
        if (kind === 'same') return <span key={key}>{text}</span>;
        if (kind === 'out') {
          return show === 'now' ? null : (
            <del key={key}>
              <span className="vh">{say('diff.out')}</span>
              {text}
              <span className="vh">{say('diff.out.end')}</span>
            </del>
          );
        }
        return show === 'then' ? null : (
          <ins key={key}>
            <span className="vh">{say('diff.in')}</span>
            {text}
            <span className="vh">{say('diff.in.end')}</span>
          </ins>
        );
      })}
    </div>
  );
}
