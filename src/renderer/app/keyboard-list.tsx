import { Fragment } from 'react';
import { COMMANDS } from '#bridge/commands.ts';
import { isSingleKey, keysOf } from '#bridge/shortcuts.ts';
import { toAddress } from '#domain/address.ts';
import { changeSettings, useSettings } from '#kit/settings.ts';
import { useSay } from '#kit/words.ts';
import { Dialog } from '#ui/dialog.tsx';
import { Keys } from '#ui/keys.tsx';
import { keyGroups } from './key-groups.ts';

/** Every command with its keys, as they are now. */
export function KeyboardList({ onClose }: { readonly onClose: () => void }) {
  const say = useSay();
  const settings = useSettings();
  const single = COMMANDS.flatMap(({ id }) => keysOf(id, { ...settings, singleKeys: true })).filter(isSingleKey);
  return (
    <Dialog
      title={say('keyboard.title')}
      closeLabel={say('shell.close')}
      onClose={onClose}
      footer={
        <>
          <label className="sat-check">
            <input
              type="checkbox"
              checked={settings.singleKeys}
              onChange={(event) => void changeSettings({ singleKeys: event.target.checked })}
            />
            <span>{say('keyboard.single', { keys: single.join(', ') })}</span>
          </label>
          <a className="end" href={`${toAddress({ screen: 'settings' })}#keyboard`}>
            {say('keyboard.change')}
          </a>
        </>
      }
    >
      <div className="sat-keylist">
        {keyGroups(settings).map(({ heading, rows }) => (
          <section key={heading}>
            <h3 className="sat-h3">{say(heading)}</h3>
            <dl>
              {rows.map(({ id, label, keys }) => (
                <div key={id}>
                  <dt>{say(label)}</dt>
                  <dd>
                    {keys.map((one, at) => (
                      <Fragment key={one}>
                        {at > 0 && ' · '}
                        <Keys keys={one} />
                      </Fragment>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
