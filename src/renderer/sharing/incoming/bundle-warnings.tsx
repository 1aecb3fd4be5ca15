import type { BundleHead } from '#bridge/sharing.ts';
import { useSay } from '#kit/words.ts';
import { Strip } from '#ui/strip.tsx';

const SHOWN = 10;

/** What a person should know of a file before they take it in. */
export function BundleWarnings({ head }: { readonly head: BundleHead }) {
  const say = useSay();
  const { warnings, moreWarnings } = head;
  const count = warnings.length + moreWarnings;
  if (count === 0) return null;
  const shown = warnings.slice(0, SHOWN);
  return (
    <div className="sharing-in__warnings">
      <Strip tone="warn" fact={say('import.warnings', { count })}>
        <ul className="plain">
          {shown.map((warning, at) => {
            const { code, ...values } = warning;
            // biome-ignore lint/suspicious/noArrayIndexKey: the list of one file never changes
            return <li key={at}>{say(`import.warning.${code}`, values)}</li>;
          })}
        </ul>
        {count > shown.length ? say('import.more', { count: count - shown.length }) : null}
      </Strip>
    </div>
  );
}
