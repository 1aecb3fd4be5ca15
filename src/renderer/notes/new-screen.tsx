import { type Screen as At, toAddress } from '#domain/address.ts';
import { newFromTemplate, TEMPLATES, type Template } from '#domain/note/templates.ts';
import { createNote } from '#store/notes.ts';
import { useSay } from '#store/words.ts';
import { Button } from '#ui/button.tsx';
import { useFrame } from '#ui/frame.ts';
import { Screen } from '#ui/screen.tsx';

/** The templates to begin with. */
export function NewScreen({ screen }: { readonly screen: Extract<At, { screen: 'new' }> }) {
  const say = useSay();
  const { go } = useFrame();
  const begin = async (template: Template): Promise<void> => {
    const id = () => crypto.randomUUID();
    const note = newFromTemplate(template, say, { id, rowId: id, now: () => new Date().toISOString() });
    const created = await createNote(note);
    if (created.ok) go(toAddress({ screen: 'note', id: note.id }), 'replace');
  };
  return (
    <Screen at={toAddress(screen)} title={say('notes.new')}>
      {TEMPLATES.map((template) => (
        <Button key={template.id} onClick={() => void begin(template)}>
          {say(`template.${template.id}.name`)}
        </Button>
      ))}
    </Screen>
  );
}
