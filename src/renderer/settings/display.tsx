import { keysOf } from '#bridge/shortcuts.ts';
import { CONTRASTS, READING_SIZES, THEMES } from '#domain/settings.ts';
import { useSettings } from '#kit/settings.ts';
import { useSay } from '#kit/words.ts';
import { keysText } from '#ui/keys.tsx';
import { Choice } from './choice.tsx';
import { save } from './save.ts';

const SOURCE = ['drawn', 'shown'] as const;

/** Colours, contrast and the size of guidance, with a sample that follows. */
export function Display() {
  const say = useSay();
  const settings = useSettings();
  const keys = (id: 'zoomIn' | 'zoomOut') => keysText(keysOf(id, settings)[0] ?? '');
  return (
    <>
      <Choice
        legend={say('settings.theme')}
        value={settings.theme}
        options={THEMES.map((value) => ({ value, label: say(`settings.theme.${value}`) }))}
        onChange={(theme) => void save({ theme }, say)}
      />
      <Choice
        legend={say('settings.contrast')}
        hint={say('settings.contrast.hint')}
        value={settings.contrast}
        options={CONTRASTS.map((value) => ({ value, label: say(`settings.contrast.${value}`) }))}
        onChange={(contrast) => void save({ contrast }, say)}
      />
      <Choice
        legend={say('settings.size')}
        hint={say('settings.size.hint', { larger: keys('zoomIn'), smaller: keys('zoomOut') })}
        value={settings.readingSize}
        options={READING_SIZES.map((value) => {
          const percent = Math.round(value * 100);
          return { value, label: say('settings.size.option', { size: `s${percent}`, percent }) };
        })}
        onChange={(readingSize) => void save({ readingSize }, say)}
      />
      <div className="sat-panel settings-sample">
        <p className="small muted">{say('settings.size.sample')}</p>
        <div className="sat-prose">
          <p>
            <b>{say('settings.size.sample.heading')}</b>
          </p>
          <p>{say('settings.size.sample.text')}</p>
        </div>
      </div>
      <Choice
        legend={say('settings.source')}
        hint={say('settings.source.hint')}
        value={settings.showSource ? 'shown' : 'drawn'}
        options={SOURCE.map((value) => ({ value, label: say(`settings.source.${value}`) }))}
        onChange={(source) => void save({ showSource: source === 'shown' }, say)}
      />
    </>
  );
}
