import { type KeyboardEvent, type ReactNode, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { Icon, type IconName } from '#ui/icon.tsx';
import { More } from '#ui/more.tsx';
import { type DrawnTool, withoutRoom } from './toolbar-room.ts';

interface Tool {
  readonly key: string;
  /** Its name; also what is seen where there is no `face`. */
  readonly label: string;
  readonly face?: ReactNode;
  readonly icon?: IconName | undefined;
  /** What it opens is open. */
  readonly expanded?: boolean;
  /** The higher, the sooner it goes behind "More" where the row is short. */
  readonly leaves: number;
  readonly run: () => void;
}

interface ToolbarProps {
  readonly label: string;
  /** Of the button for what has no room. */
  readonly moreLabel: string;
  readonly groups: readonly (readonly Tool[])[];
}

const MORE = 'more';

/**
 * Groups of tools in one row and one tab stop: arrows, Home and End move between them. For what has no room there is
 * "More" at the end.
 */
export function Toolbar(props: ToolbarProps) {
  // In other words the tools are of other widths: they are drawn anew, all of them.
  return (
    <Row
      key={props.groups
        .flat()
        .map(({ label }) => label)
        .join()}
      {...props}
    />
  );
}

function Row({ label, moreLabel, groups }: ToolbarProps) {
  const bar = useRef<HTMLDivElement>(null);
  const out = useWithoutRoom(bar);
  const shown = groups.map((group) => group.filter(({ key }) => !out.has(key)));
  const behind = groups.flat().filter(({ key }) => out.has(key));
  const stops = [...shown.flat().map(({ key }) => key), ...(behind.length > 0 ? [MORE] : [])];
  const [held, setHeld] = useState('');
  const current = stops.includes(held) ? held : stops[0];
  const moved = (event: KeyboardEvent<HTMLDivElement>): void => {
    const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button.sat-iconbtn')];
    const at = buttons.indexOf(event.target as HTMLElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
    if (at < 0 || to === undefined || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    buttons.at(to % buttons.length)?.focus();
  };
  return (
    <div className="sat-toolbar" role="toolbar" aria-label={label} ref={bar} onKeyDown={moved}>
      {shown
        .filter((group) => group.length > 0)
        .map((group) => (
          <div className="sat-toolbar__group" key={group[0]?.key}>
            {group.map(({ key, label: name, face, icon, expanded, leaves, run }) => (
              <button
                key={key}
                type="button"
                className="sat-iconbtn"
                data-tool={key}
                data-leaves={leaves}
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
      {behind.length > 0 && (
        <More
          label={moreLabel}
          look="sat-iconbtn"
          entries={behind}
          tabIndex={current === MORE ? 0 : -1}
          onFocus={() => setHeld(MORE)}
        />
      )}
    </div>
  );
}

const NONE: ReadonlySet<string> = new Set();

/** Of tools that are all drawn at first, those that the row has no room for; looked at again when its width changes. */
function useWithoutRoom(bar: RefObject<HTMLElement | null>): ReadonlySet<string> {
  const [out, setOut] = useState(NONE);
  useLayoutEffect(() => {
    const row = bar.current;
    if (!row) return undefined;
    let drawn: readonly DrawnTool[] | null = null;
    const look = (): void => {
      // Nothing has a width while the text is only read.
      if (row.clientWidth === 0) return;
      const { paddingLeft, paddingRight, columnGap } = getComputedStyle(row);
      drawn ??= drawnIn(row, px(columnGap));
      const room = row.clientWidth - px(paddingLeft) - px(paddingRight) + px(columnGap);
      const next = withoutRoom(drawn, room, narrowestIn(row) + px(columnGap));
      setOut((now) => ([...now].join() === [...next].join() ? now : next));
    };
    look();
    const watching = new ResizeObserver(look);
    watching.observe(row);
    return () => watching.disconnect();
  }, [bar]);
  return out;
}

const px = (length: string): number => Number.parseFloat(length) || 0;

/** What a button takes that shows a sign alone. */
const narrowestIn = (row: HTMLElement): number => {
  const tool = row.querySelector('button');
  return tool ? px(getComputedStyle(tool).minWidth) : 0;
};

const drawnIn = (row: HTMLElement, gap: number): readonly DrawnTool[] =>
  [...row.querySelectorAll<HTMLElement>('[data-tool]')].map((tool) => ({
    key: tool.dataset.tool ?? '',
    leaves: Number(tool.dataset.leaves),
    width: tool.getBoundingClientRect().width + px(getComputedStyle(tool).marginLeft) + gap,
  }));
