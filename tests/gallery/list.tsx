import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { CONTRASTS, LANGUAGES, READING_SIZES, THEMES } from '#domain/settings.ts';
import { STATE_TABLE } from '#support/state-table.ts';
import '../../src/renderer/ui/styles/layers.css';
import '../../src/renderer/ui/styles/index.scss';
import './gallery.css';

const WIDTHS = ['as the window', '1280', '900', '640', '320'];
/** What can be chosen, by its name in the address; the first of each says nothing. */
const CONTROLS: Readonly<Record<string, readonly string[]>> = {
  theme: THEMES,
  contrast: CONTRASTS,
  size: ['1', ...READING_SIZES.filter((one) => one !== 1).map(String)],
  language: LANGUAGES,
  width: WIDTHS,
};
const NAMES = STATE_TABLE.filter(({ inApp }) => !inApp).map(({ name }) => name);

/** All states in a list, the chosen one beside it; what is chosen stands in the address. */
function List() {
  const [chosen, setChosen] = useState(() => new URLSearchParams(location.search));
  const choose = (key: string, value: string): void => {
    const next = new URLSearchParams(chosen);
    next.set(key, value);
    history.replaceState(null, '', `?${next}`);
    setChosen(next);
  };
  const state = chosen.get('state') ?? '';
  const query = new URLSearchParams([...chosen].filter(([key]) => key !== 'state' && key !== 'width'));
  const src = state === 'parts' ? `/parts?${query}` : `/state/${state}?${query}`;
  const width = chosen.get('width') ?? '';
  return (
    <div className="gallery">
      <nav aria-label="States">
        <ul className="plain">
          {['parts', ...NAMES].map((name) => (
            <li key={name}>
              <button
                type="button"
                className="sat-linkbtn"
                aria-current={name === state ? 'true' : undefined}
                onClick={() => choose('state', name)}
              >
                {name}
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <main>
        <h1 className="vh">Gallery</h1>
        <div className="row">
          {Object.entries(CONTROLS).map(([key, values]) => (
            <label key={key} className="row small">
              {key}
              <select value={chosen.get(key) ?? values[0]} onChange={({ target }) => choose(key, target.value)}>
                {values.map((value) => (
                  <option key={value}>{value}</option>
                ))}
              </select>
            </label>
          ))}
          {state && <a href={src}>alone</a>}
        </div>
        {state && <iframe key={src} title={state} src={src} width={/^\d+$/.test(width) ? width : '100%'} />}
      </main>
    </div>
  );
}

const root = document.getElementById('root');
if (root) createRoot(root).render(<List />);
