import { type ReactNode, useState } from 'react';
import { flushSync } from 'react-dom';
import { useSay } from '#kit/words.ts';
import type { IconName } from '#ui/icon.tsx';
import { CalculatorDialog } from './calculator-dialog.tsx';
import { RecordsDialog } from './records-dialog.tsx';

type Insert = (markdown: string) => void;

export interface TextTools {
  /** For the toolbar of the text; `insert` puts Markdown where the caret is. */
  readonly tools: readonly {
    readonly label: string;
    readonly icon: IconName;
    readonly leaves: number;
    readonly run: (insert: Insert) => void;
  }[];
  /** Drawn beside the text; nothing while no tool is open. */
  readonly dialog: ReactNode;
}

type Open =
  | { readonly tool: 'calculator'; readonly insert: Insert }
  | { readonly tool: 'records'; readonly insert: Insert };

/** The calculators and the made-up records as tools of a note's text. */
export function useTextTools(): TextTools {
  const say = useSay();
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  // The dialog goes first and gives focus back; then the words take it to where they stand.
  const insert = (markdown: string) => {
    flushSync(close);
    open?.insert(markdown);
  };
  return {
    tools: [
      {
        label: say('calculate.title'),
        icon: 'calculator',
        leaves: 5,
        run: (insert) => setOpen({ tool: 'calculator', insert }),
      },
      {
        label: say('records.title'),
        icon: 'records',
        leaves: 7,
        run: (insert) => setOpen({ tool: 'records', insert }),
      },
    ],
    dialog:
      open?.tool === 'calculator' ? (
        <CalculatorDialog onInsert={insert} onClose={close} />
      ) : open?.tool === 'records' ? (
        <RecordsDialog onInsert={insert} onClose={close} />
      ) : null,
  };
}
