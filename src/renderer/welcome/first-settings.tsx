import { type ReactNode, useId } from 'react';
import { READING_SIZES, type Settings, THEMES } from '#domain/settings.ts';
import { changeSettings, useStart } from '#kit/settings.ts';
import { useSay } from '#kit/words.ts';

/** Language (where there is a choice), text size and colours; each counts at once. */
export function FirstSettings() {
  const say = useSay();
  const { settings, languages } = useStart();
  return (
    <div className="welcome-settings">
      {languages.length > 1 ? (
        <Choice
          label={say('settings.language')}
          value={settings.language}
          options={languages.map((code) => ({
            value: code,
            words: say('settings.language.name', { code: code.replace('-', '') }),
          }))}
          onChoose={(language) => void changeSettings({ language })}
        />
      ) : null}
      <Choice
        label={say('settings.size')}
        value={settings.readingSize}
        options={READING_SIZES.map((size) => ({ value: size, words: sizeWord(size, say) }))}
        onChoose={(readingSize) => void changeSettings({ readingSize })}
      />
      <Choice
        label={say('settings.theme')}
        value={settings.theme}
        options={THEMES.map((theme) => ({ value: theme, words: say(`settings.theme.${theme}`) }))}
        onChoose={(theme) => void changeSettings({ theme })}
      />
      <p className="sat-prose welcome-sample">{say('welcome.sample')}</p>
    </div>
  );
}

function sizeWord(size: Settings['readingSize'], say: ReturnType<typeof useSay>): string {
  const percent = Math.round(size * 100);
  return say('settings.size.option', { size: `s${percent}`, percent });
}

interface ChoiceProps<T extends string | number> {
  readonly label: ReactNode;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly words: string }[];
  readonly onChoose: (value: T) => void;
}

function Choice<T extends string | number>({ label, value, options, onChoose }: ChoiceProps<T>) {
  const id = useId();
  return (
    <div className="govuk-form-group">
      <label className="govuk-label" htmlFor={id}>
        <b>{label}</b>
      </label>
      <select
        className="govuk-select"
        id={id}
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => String(option.value) === event.target.value);
          if (chosen) onChoose(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.words}
          </option>
        ))}
      </select>
    </div>
  );
}
