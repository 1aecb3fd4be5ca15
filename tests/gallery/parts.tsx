import { type ReactNode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Button, IconButton } from '#ui/button.tsx';
import { Calendar } from '#ui/calendar.tsx';
import { DataList, SummaryList } from '#ui/data-list.tsx';
import { Details } from '#ui/details.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Done } from '#ui/done.tsx';
import { Empty } from '#ui/empty.tsx';
import { Keys } from '#ui/keys.tsx';
import { Badge, Tag } from '#ui/label.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Meter } from '#ui/meter.tsx';
import { More } from '#ui/more.tsx';
import { Strip } from '#ui/strip.tsx';
import '../../src/renderer/ui/styles/layers.css';
import { applyLook } from '../../src/renderer/app/look.ts';
import '../../src/renderer/ui/styles/index.scss';
import './gallery.css';
import { lookOf } from './look-of.ts';

const nothing = (): void => {};
const FACTS = [
  { key: 'owner', name: 'Owner', value: 'Policy lead, rural grants' },
  { key: 'cap', name: 'Cap', value: '£500' },
];

function Opened() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Open a dialog</Button>
      {open && (
        <Dialog
          title="A question"
          closeLabel="Close"
          onClose={() => setOpen(false)}
          footer={<Button kind="go">Go on</Button>}
        >
          <p>What it is about, in a sentence.</p>
        </Dialog>
      )}
    </>
  );
}

/** The parts of `renderer/ui` that need nothing around them, each in its states. */
const PARTS: Readonly<Record<string, ReactNode>> = {
  Button: (['go', 'secondary', 'warning', 'tool', 'bare'] as const).map((kind) => (
    <Button key={kind} kind={kind} icon="plus">
      {kind}
    </Button>
  )),
  IconButton: [false, true].map((idle) => (
    <IconButton key={String(idle)} icon="close" label={idle ? 'Close (idle)' : 'Close'} idle={idle} onClick={nothing} />
  )),
  LinkButton: <LinkButton>Name this filter</LinkButton>,
  More: <More label="More" entries={[{ key: 'one', label: 'Move to bin', run: nothing }]} />,
  Strip: (['ok', 'warn', 'bad', 'info', 'calm'] as const).map((tone) => (
    <Strip key={tone} tone={tone} fact={`A fact (${tone}).`}>
      What follows from it.
    </Strip>
  )),
  Badge: [
    <Badge key="line">Outline</Badge>,
    <Badge key="fill" fill>
      Filled
    </Badge>,
  ],
  Tag: (['blue', 'green', 'orange', 'red', 'grey'] as const).map((tone) => (
    <Tag key={tone} tone={tone}>
      {tone}
    </Tag>
  )),
  Meter: [
    <Meter key="within" label="Spent" value={0.4} text="£200 of £500" mark={0.8} amount />,
    <Meter key="near" label="Spent" value={0.9} text="£450 of £500" mark={0.8} warn amount />,
  ],
  Keys: <Keys keys="Ctrl+Shift+P" />,
  Done: <Done text="Copied" />,
  Details: <Details summary="What is in it">Words that are seldom read.</Details>,
  DataList: <DataList facts={FACTS} />,
  SummaryList: <SummaryList rows={FACTS} />,
  Empty: (
    <Empty heading="No notes yet" action={<Button kind="go">New note</Button>}>
      Notes stay on this laptop.
    </Empty>
  ),
  Calendar: (
    <Calendar
      day="2027-04-12"
      today="2027-04-10"
      locale="en-GB"
      previous="Previous month"
      next="Next month"
      keys="Arrow keys move by a day"
      onChoose={nothing}
    />
  ),
  Dialog: <Opened />,
};

applyLook(document.documentElement, lookOf(new URLSearchParams(location.search)));
const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <main className="gallery-parts">
      <h1 className="sat-h1">Parts</h1>
      {Object.entries(PARTS).map(([name, drawn]) => (
        <section key={name} aria-label={name}>
          <h2 className="sat-h3">{name}</h2>
          <div className={name === 'Strip' || name === 'Meter' ? 'stack' : 'row'}>{drawn}</div>
        </section>
      ))}
    </main>,
  );
document.documentElement.dataset.gallery = 'shown';
