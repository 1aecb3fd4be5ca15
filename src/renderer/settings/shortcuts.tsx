import { type KeyboardEvent, useRef, useState } from 'react';
import { COMMANDS, type CommandId } from '#bridge/commands.ts';
import { isSingleKey, keysOf, keysOfPress, refusalOf } from '#bridge/shortcuts.ts';
import type { Settings } from '#domain/settings.ts';
import type { Say } from '#domain/words/words.ts';
import { announce } from '#kit/announce.ts';
import { useSettings } from '#kit/settings.ts';
import { useSay } from '#kit/words.ts';
import { Button } from '#ui/button.tsx';
import { Keys } from '#ui/keys.tsx';
import { save } from './save.ts';

/** The keys of every command that may have others, and the switch for single keys. */
export function Shortcuts() {
  const say = useSay();
  const settings = useSettings();
  const heading = useRef<HTMLHeadingElement>(null);
  const resetAll = () => {
    heading.current?.focus();
    void save({ shortcuts: {} }, say, say('settings.shortcuts.areReset'));
  };
  const rows = COMMANDS.filter((command) => !('fixed' in command));
  const single = COMMANDS.flatMap(({ id }) => keysOf(id, { ...settings, singleKeys: true })).filter(isSingleKey);
  return (
    <>
      <label className="sat-check sat-sec__first">
        <input
          type="checkbox"
          checked={settings.singleKeys}
          onChange={(event) => void save({ singleKeys: event.target.checked }, say)}
        />
        <span>
          {say('settings.single', { keys: single.join(', ') })}
          <span className="small muted">{say('settings.single.hint')}</span>
        </span>
      </label>
      <div className="sat-head settings-shortcuts__head">
        <h3 ref={heading} className="sat-h3" tabIndex={-1}>
          {say('settings.shortcuts')}
        </h3>
        {Object.keys(settings.shortcuts).length > 0 && (
          <Button kind="tool" onClick={resetAll}>
            {say('settings.shortcuts.resetAll')}
          </Button>
        )}
      </div>
      <p className="muted">{say('settings.shortcuts.lead')}</p>
      <ul className="sat-list settings-shortcuts">
        {rows.map(({ id, label }) => (
          <ShortcutRow key={id} id={id} name={say(label)} settings={settings} say={say} />
        ))}
      </ul>
    </>
  );
}

interface RowProps {
  readonly id: CommandId;
  readonly name: string;
  readonly settings: Settings;
  readonly say: Say;
}

function ShortcutRow({ id, name, settings, say }: RowProps) {
  const [asking, setAsking] = useState(false);
  const [refused, setRefused] = useState('');
  const change = useRef<HTMLButtonElement>(null);
  const keys = keysOf(id, settings);
  const changed = id in settings.shortcuts;

  const pressed = (event: KeyboardEvent) => {
    if (!asking) return;
    // Tab still leaves: nobody may be kept here.
    if (event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') {
      end();
      return;
    }
    const wanted = keysOfPress(event, navigator.platform.startsWith('Mac'));
    if (wanted === null) return;
    const refusal = refusalOf(wanted, id, settings);
    if (refusal) {
      const other = COMMANDS.find((one) => refusal.why === 'clash' && one.id === refusal.other);
      const words = say(`settings.shortcuts.${refusal.why}`, { keys: wanted, other: other ? say(other.label) : '' });
      setRefused(words);
      announce(words, { assertive: true });
      return;
    }
    end();
    void save(
      { shortcuts: { ...settings.shortcuts, [id]: wanted } },
      say,
      say('settings.shortcuts.changed', { command: name, keys: wanted }),
    );
  };
  const end = () => {
    setAsking(false);
    setRefused('');
  };
  const reset = () => {
    const { [id]: _gone, ...rest } = settings.shortcuts;
    // The button goes away, so focus moves to the one that stays.
    change.current?.focus();
    void save({ shortcuts: rest }, say, say('settings.shortcuts.isReset', { command: name }));
  };

  return (
    <li>
      <span>{name}</span>
      <div>
        {keys.length === 0 && <span className="muted">{say('settings.shortcuts.none')}</span>}
        <span className="row settings-shortcuts__keys">
          {keys.map((one) => (
            <Keys key={one} keys={one} />
          ))}
        </span>
        {asking && (
          <p className={refused === '' ? 'settings-shortcuts__ask' : 'settings-shortcuts__ask bad'}>
            {refused === '' ? say('settings.shortcuts.press', { command: name }) : refused}
          </p>
        )}
      </div>
      <div>
        <span className="row settings-shortcuts__do">
          <Button
            ref={change}
            kind="tool"
            aria-label={say('settings.shortcuts.change.of', { command: name })}
            aria-pressed={asking}
            onClick={() => {
              setAsking(!asking);
              setRefused('');
              if (!asking) announce(say('settings.shortcuts.press', { command: name }));
            }}
            onKeyDown={pressed}
            onBlur={end}
          >
            {say('settings.shortcuts.change')}
          </Button>
          {changed && (
            <Button kind="tool" aria-label={say('settings.shortcuts.reset.of', { command: name })} onClick={reset}>
              {say('settings.shortcuts.reset')}
            </Button>
          )}
        </span>
      </div>
    </li>
  );
}
