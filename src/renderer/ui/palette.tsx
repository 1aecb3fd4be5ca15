import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { closedBy, useModal } from './dialog.tsx';
import { Icon, type IconName } from './icon.tsx';
import { Keys } from './keys.tsx';

interface PaletteOption {
  readonly key: string;
  readonly icon: IconName;
  readonly label: ReactNode;
  readonly keys?: string | undefined;
}

interface PaletteGroup {
  readonly key: string;
  readonly heading: string;
  readonly options: readonly PaletteOption[];
}

export interface PaletteFrameProps {
  readonly title: string;
  readonly inputLabel: string;
  readonly listLabel: string;
  readonly words: string;
  readonly onWords: (words: string) => void;
  readonly groups: readonly PaletteGroup[];
  /** Shown where no option is left. */
  readonly nothing: ReactNode;
  /** "7 found", told to screen readers as it changes. */
  readonly count: string;
  readonly hints: ReactNode;
  readonly onChoose: (key: string) => void;
  readonly onClose: () => void;
}

/** A combobox with a listbox in a modal dialog: focus stays in the box, the arrows move the choice. */
export function PaletteFrame(props: PaletteFrameProps) {
  const { groups, words } = props;
  const id = useId();
  const node = useModal();
  const list = useRef<HTMLDivElement>(null);
  const options = groups.flatMap((group) => group.options);
  const [at, setAt] = useState(0);
  const chosen = options[Math.min(at, options.length - 1)];

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new choice or new words scroll the choice into sight
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen?.key, words]);

  const pressed = (event: KeyboardEvent) => {
    const last = options.length - 1;
    if (event.nativeEvent.isComposing) return;
    const to = { ArrowDown: at >= last ? 0 : at + 1, ArrowUp: at <= 0 ? last : at - 1, PageDown: last, PageUp: 0 }[
      event.key
    ];
    if (to !== undefined) {
      event.preventDefault();
      setAt(to);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (chosen) props.onChoose(chosen.key);
    }
  };
  const idOf = (key: string) => `${id}-${key}`;

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a native dialog; the click is on its backdrop
    <dialog
      ref={node}
      className="sat-palette"
      aria-label={props.title}
      {...closedBy(props.onClose)}
      onClick={(event) => {
        if (event.target === event.currentTarget) props.onClose();
      }}
    >
      <div className="in">
        <Icon name="search" />
        <label className="vh" htmlFor={`${id}-box`}>
          {props.inputLabel}
        </label>
        <input
          id={`${id}-box`}
          data-first=""
          type="text"
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          aria-autocomplete="list"
          aria-expanded={options.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={chosen ? idOf(chosen.key) : undefined}
          value={words}
          onChange={(event) => {
            setAt(0);
            props.onWords(event.target.value);
          }}
          onKeyDown={pressed}
        />
        <span aria-hidden="true">
          <kbd>Esc</kbd>
        </span>
      </div>
      <div ref={list} role="listbox" id={`${id}-list`} aria-label={props.listLabel} hidden={options.length === 0}>
        {groups.map(
          (group) =>
            group.options.length > 0 && (
              // biome-ignore lint/a11y/useSemanticElements: a group of options, which a fieldset cannot be
              <div key={group.key} role="group" aria-labelledby={idOf(`group-${group.key}`)}>
                <span className="small muted gl" id={idOf(`group-${group.key}`)}>
                  {group.heading}
                </span>
                {group.options.map((option) => (
                  // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled in the box, which keeps focus
                  // biome-ignore lint/a11y/useFocusableInteractive: the box points at it (aria-activedescendant)
                  <div
                    key={option.key}
                    id={idOf(option.key)}
                    className="sat-opt"
                    role="option"
                    aria-selected={option === chosen}
                    onMouseDown={(event) => event.preventDefault()}
                    onClick={() => props.onChoose(option.key)}
                  >
                    <Icon name={option.icon} />
                    <span>{option.label}</span>
                    <span>{option.keys !== undefined && <Keys keys={option.keys} />}</span>
                  </div>
                ))}
              </div>
            ),
        )}
      </div>
      {options.length === 0 && <p className="sat-palette__nothing">{props.nothing}</p>}
      <p className="sat-keyhint">
        {props.hints}
        <span className="end" role="status">
          {props.count}
        </span>
      </p>
    </dialog>
  );
}
