import { type Screen as At, toAddress } from '#domain/address.ts';
import { inOrder, passesRegister } from '#domain/note/register.ts';
import { useRegister } from '#store/notes.ts';
import { useSay } from '#store/words.ts';
import { Screen } from '#ui/screen.tsx';

/** All experiments with question, status and decision. */
export function RegisterScreen({ screen }: { readonly screen: Extract<At, { screen: 'notes' }> }) {
  const say = useSay();
  const all = useRegister(screen.binned);
  const rows = inOrder(
    (all ?? []).filter((row) => passesRegister(row, screen)),
    screen.order,
  );
  return (
    <Screen at={toAddress(screen)} ready={all !== undefined} title={say('notes.title')}>
      <ul className="sat-list">
        {rows.map(({ id, question }) => (
          <li key={id}>
            <a href={toAddress({ screen: 'note', id })}>{question}</a>
          </li>
        ))}
      </ul>
    </Screen>
  );
}
