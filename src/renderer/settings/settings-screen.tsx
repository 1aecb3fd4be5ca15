import { type Screen as At, toAddress } from '#domain/address.ts';
import { useStart } from '#kit/settings.ts';
import { useSay } from '#kit/words.ts';
import { SummaryList } from '#ui/data-list.tsx';
import { ContextList, Screen } from '#ui/screen.tsx';
import { Display } from './display.tsx';
import { Language } from './language.tsx';
import { Missed } from './missed.tsx';
import { Shortcuts } from './shortcuts.tsx';
import './settings.css';

/** What can be set, each choice saved as it is made. */
export function SettingsScreen({ screen }: { readonly screen: Extract<At, { screen: 'settings' }> }) {
  const say = useSay();
  const { languages, version, runtime } = useStart();
  const address = toAddress(screen);
  const parts = [
    { id: 'display', heading: say('settings.display'), body: <Display /> },
    ...(languages.length > 1 ? [{ id: 'language', heading: say('settings.language'), body: <Language /> }] : []),
    { id: 'keyboard', heading: say('settings.keyboard'), body: <Shortcuts /> },
    { id: 'missed', heading: say('settings.missed'), body: <Missed /> },
    {
      id: 'about',
      heading: say('settings.about'),
      body: (
        <SummaryList
          rows={[
            { key: 'version', name: say('settings.about.version'), value: version },
            {
              key: 'runtime',
              name: say('settings.about.runtime'),
              value: say('settings.about.runtime.value', runtime),
            },
            {
              key: 'data',
              name: say('settings.about.data'),
              value: say('settings.about.data.value'),
              action: <a href={toAddress({ screen: 'backups' })}>{say('backups.link')}</a>,
            },
            { key: 'network', name: say('settings.about.network'), value: say('settings.about.network.value') },
          ]}
        />
      ),
    },
  ];
  return (
    <Screen
      at={address}
      title={say('settings.title')}
      lead={say('settings.lead')}
      contextList={
        <ContextList
          heading={say('settings.title')}
          items={parts.map(({ id, heading }) => ({ key: id, href: `${address}#${id}`, label: heading }))}
        />
      }
    >
      <div className="settings-form">
        {parts.map(({ id, heading, body }) => (
          <section key={id} className="sat-sec" aria-labelledby={id}>
            <h2 className="sat-h2" id={id} tabIndex={-1}>
              {heading}
            </h2>
            {body}
          </section>
        ))}
      </div>
    </Screen>
  );
}
