import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { Icon, type IconName } from '#ui/icon.tsx';

export interface Tool {
  readonly key: string;
  /** Its name; also what is seen where there is no `face`. */
  readonly label: string;
  readonly face?: ReactNode;
  readonly icon?: IconName | undefined;
  /** What it opens is open. */
  readonly expanded?: boolean;
  readonly run: () => void;
}

/** Groups of tools in one tab stop: arrows, Home and End move between them. */
export function Toolbar({ label, groups }: { readonly label: string; readonly groups: readonly (readonly Tool[])[] }) {
  const tools = groups.flat();
  const [held, setHeld] = useState('');
  const current = tools.some(({ key }) => key === held) ? held : tools[0]?.key;
  const moved = (event: KeyboardEvent<HTMLDivElement>): void => {
    const buttons = [...event.currentTarget.querySelectorAll('button')];
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
    if (to === undefined || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    buttons.at(to % buttons.length)?.focus();
  };
  return (
    <div className="sat-toolbar" role="toolbar" aria-label={label} onKeyDown={moved}>
      {groups
        .filter((group) => group.length > 0)
        .map((group) => (
          <div className="sat-toolbar__group" key={group[0]?.key}>
            {group.map(({ key, label: name, face, icon, expanded, run }) => (
              <button
                key={key}
                type="button"
                className="sat-iconbtn"
                aria-label={face === undefined ? undefined : name}
                aria-expanded={expanded}
                tabIndex={key === current ? 0 : -1}
                onFocus={() => setHeld(key)}
                onClick={run}
              >
                {icon && <Icon name={icon} small />}
                {face ?? name}
              </button>
            ))}
          </div>
        ))}
    </div>
  );
}
