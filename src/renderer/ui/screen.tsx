import { type ReactNode, useLayoutEffect } from 'react';
import { createPortal } from 'react-dom';
import { useFrame } from './frame.ts';

export interface ScreenProps {
  /** Text of the h1 and, with the app's name, of the window. */
  readonly title: string;
  /** The address whose content is drawn now: `toAddress(screen)`. While old content is kept, the old address. */
  readonly at: string;
  /** False while the content of `at` is still on its way: focus and scroll are then placed later. */
  readonly ready?: boolean;
  /** The id of what takes the focus of whoever comes anew, to no section: without it the title does. */
  readonly arriveAt?: string | undefined;
  /** The same for whoever comes back, unless they had left from another field. */
  readonly returnAt?: string | undefined;
  /** `bar`: the screen draws title, lead and actions. `hidden`: h1 for screen readers only. `own`: put a `ScreenTitle` in. */
  readonly head?: 'bar' | 'hidden' | 'own';
  /** One sentence beside (wide) or under the title. */
  readonly lead?: ReactNode;
  /** Buttons at the end of the title's row. */
  readonly actions?: ReactNode;
  /** `<ContextList>`s of this place, drawn in the Places column. */
  readonly contextList?: ReactNode;
  /** Panel beside main; follows main in narrow windows. Needs `sideLabel`. */
  readonly side?: ReactNode;
  readonly sideLabel?: string;
  readonly sideWide?: boolean;
  /** No padding: the screen lays itself out to the edges and scrolls inside. */
  readonly flush?: boolean;
  /** Keys that work here, for the right end of the status bar. */
  readonly keys?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of every screen: main with its h1, the side panel, the context list. One at a time. */
export function Screen(props: ScreenProps): ReactNode {
  const { title, at, ready = true, head = 'bar', flush = false, side } = props;
  const frame = useFrame();
  const { stands, appName } = frame;

  useLayoutEffect(() => {
    document.title = appName === '' ? title : `${title} - ${appName}`;
  }, [title, appName]);

  useLayoutEffect(() => {
    if (!ready) return undefined;
    stands(at);
    return () => stands('');
  }, [ready, at, stands]);

  return (
    <>
      <div className="sat-view" data-keep-scroll="view">
        <main
          className={flush ? 'sat-main sat-main--flush' : 'sat-main'}
          id="main"
          tabIndex={-1}
          data-region=""
          data-keep-scroll="main"
          data-arrive-at={props.arriveAt}
          data-return-at={props.returnAt}
        >
          {head === 'hidden' && <ScreenTitle className="vh">{title}</ScreenTitle>}
          {head === 'bar' && (
            <div className="sat-head">
              <ScreenTitle className="sat-h1">{title}</ScreenTitle>
              {props.actions}
              {props.lead !== undefined && <p className="sat-head__lead">{props.lead}</p>}
            </div>
          )}
          {props.children}
        </main>
        {side !== undefined && side !== null && (
          <aside
            className={props.sideWide ? 'sat-insp sat-insp--wide' : 'sat-insp'}
            aria-label={props.sideLabel}
            hidden={frame.sideHidden}
            tabIndex={-1}
            data-region=""
            data-keep-scroll="side"
          >
            {side}
          </aside>
        )}
      </div>
      {frame.contextSlot && props.contextList ? createPortal(props.contextList, frame.contextSlot) : null}
      {frame.statusSlot && props.keys ? createPortal(props.keys, frame.statusSlot) : null}
    </>
  );
}

/** The h1 of a screen. Takes focus when the screen is new. */
export function ScreenTitle({ className, children }: { readonly className?: string; readonly children: ReactNode }) {
  return (
    <h1 className={className} tabIndex={-1} data-screen-title="">
      {children}
    </h1>
  );
}

export interface ContextItem {
  readonly key: string;
  readonly href: string;
  readonly label: ReactNode;
  /** Shown at the end of the row: a count or a date. */
  readonly note?: ReactNode;
  readonly current?: boolean;
}

/** A list under the rule of the Places column: pages of this pack, recently read, parts of Settings. */
export function ContextList(props: { readonly heading: string; readonly items: readonly ContextItem[] }) {
  return (
    <div className="sat-ctx">
      <h2>{props.heading}</h2>
      <ul className="plain">
        {props.items.map((item) => (
          <li key={item.key}>
            <a href={item.href} aria-current={item.current ? 'page' : undefined}>
              <span>{item.label}</span>
              {item.note !== undefined && <span className="n">{item.note}</span>}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
