import { formatLocale } from '#domain/format-locale.ts';
import { unreadFields } from '#domain/note/record/unread-fields.ts';
import { useSettings } from '#kit/settings.ts';
import { useSay } from '#kit/words.ts';
import { useNote } from '#store/notes/note-context.ts';
import { Strip } from '#ui/strip.tsx';

/** Why a note of a newer Satchel is read here and not changed. */
export function UnreadStrip() {
  const say = useSay();
  const { language } = useSettings();
  const unread = useNote((note) => note.unread);
  const fields = unreadFields({ unread });
  if (fields.length === 0) return null;
  const names = fields.map((field) => say(`note.field.${field}`));
  return (
    <Strip tone="calm" fact={say('note.unread')}>
      {say('note.unread.more', { fields: new Intl.ListFormat(formatLocale(language)).format(names) })}
    </Strip>
  );
}
