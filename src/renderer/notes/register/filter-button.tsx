import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useSay } from '#kit/words.ts';
import { Icon } from '#ui/icon.tsx';

interface FilterValue {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

interface FilterButtonProps {
  readonly name: string;
  readonly values: readonly FilterValue[];
  readonly ticked: readonly string[];
  /** How a chosen value is said after the name, in the middle of a line. */
  readonly inLine: (label: string) => string;
  readonly onChange: (ticked: readonly string[]) => void;
}

/** A button that opens check boxes with counts. With something chosen it says what, and a cross takes it away. */
export function FilterButton({ name, values, ticked, inLine, onChange }: FilterButtonProps) {
  const say = useSay();
  const list = useId();
  const whole = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);

  useEffect(() => {
    if (!open) return undefined;
    const away = ({ target }: Event): void => {
      if (target instanceof Node && !whole.current?.contains(target)) setOpen(false);
    };
    document.addEventListener('pointerdown', away);
    document.addEventListener('focusin', away);
    return () => {
      document.removeEventListener('pointerdown', away);
      document.removeEventListener('focusin', away);
    };
  }, [open]);

  const pressed = (event: KeyboardEvent): void => {
    if (!open) return;
    const boxes = [...(whole.current?.querySelectorAll<HTMLElement>('input') ?? [])];
    const at = event.target instanceof HTMLElement ? boxes.indexOf(event.target) : -1;
    if (event.key === 'Escape') {
      setOpen(false);
      button.current?.focus();
    } else if (event.key === 'ArrowDown') boxes[Math.min(at + 1, boxes.length - 1)]?.focus();
    else if (event.key === 'ArrowUp') (at > 0 ? boxes[at - 1] : button.current)?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const [one] = ticked;
  const label = values.find(({ value }) => value === one)?.label ?? one;
  const words =
    label === undefined
      ? say('register.filter.any', { name })
      : ticked.length === 1
        ? say('register.filter.chosen', { name, value: inLine(label) })
        : say('register.filter.several', { name, count: ticked.length });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the button and of the boxes it opens
    <div className={ticked.length > 0 ? 'register-filter is-on' : 'register-filter'} ref={whole} onKeyDown={pressed}>
      <span className="sat-btnset">
        <button
          type="button"
          className="sat-btn"
          ref={button}
          aria-expanded={open}
          aria-controls={open ? list : undefined}
          onClick={() => setOpen(!open)}
        >
          {words}
          <Icon name={open ? 'up' : 'down'} small />
        </button>
        {ticked.length > 0 ? (
          <button
            type="button"
            className="sat-btn"
            aria-label={say('register.filter.drop', { name: inLine(name) })}
            onClick={() => {
              button.current?.focus();
              onChange([]);
            }}
          >
            <Icon name="cross" small />
          </button>
        ) : null}
      </span>
      {open ? (
        <fieldset className="register-values" id={list}>
          <legend className="vh">{name}</legend>
          {values.map(({ value, label: text, count }) => {
            const on = ticked.includes(value);
            const none = count === 0 && !on;
            return (
              <label key={value} className="sat-check">
                <input
                  type="checkbox"
                  checked={on}
                  aria-disabled={none || undefined}
                  onChange={() => {
                    if (!none) onChange(on ? ticked.filter((other) => other !== value) : [...ticked, value]);
                  }}
                />
                <span>{text}</span>
                <span className="n">{count}</span>
              </label>
            );
          })}
        </fieldset>
      ) : null}
    </div>
  );
}
