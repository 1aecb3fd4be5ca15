import { useSettings, useStart } from '#kit/settings.ts';
import { useSay } from '#kit/words.ts';
import { Choice } from './choice.tsx';
import { save } from './save.ts';

/** The language of the screens, where there is more than one. */
export function Language() {
  const say = useSay();
  const { language } = useSettings();
  const { languages } = useStart();
  return (
    <Choice
      legend={say('settings.language')}
      quiet
      hint={say('settings.language.hint')}
      value={language}
      options={languages.map((value) => ({
        value,
        label: say('settings.language.name', { code: value.replace('-', '') }),
      }))}
      onChange={(chosen) => void save({ language: chosen }, say)}
    />
  );
}
