import { createContext, type ReactNode, useContext } from 'react';
import { setTick, useTicks } from '#store/own/ticks.ts';
import { PageContext } from './page-context.ts';

const TicksContext = createContext<ReadonlySet<string>>(new Set());

/** A checklist. Ticks belong to the person and are kept by the item's words, so a new release keeps them. */
export function TaskList({ children }: { readonly children?: ReactNode }) {
  const { pack, page } = useContext(PageContext);
  const ticks = useTicks(pack, page) ?? new Set<string>();
  return (
    <TicksContext.Provider value={ticks}>
      <ul className="sat-checklist">{children}</ul>
    </TicksContext.Provider>
  );
}

export function TaskItem({ id, children }: { readonly id: string; readonly children?: ReactNode }) {
  const { pack, page } = useContext(PageContext);
  const ticked = useContext(TicksContext).has(id);
  return (
    <li>
      <label className="sat-check">
        <input type="checkbox" checked={ticked} onChange={() => void setTick(pack, page, id, !ticked)} />
        <span>{children}</span>
      </label>
    </li>
  );
}
