import type { Bridge } from '#bridge/calls.ts';
import type { Rows } from '#domain/journal/snapshot.ts';
import type { Result } from '#domain/result.ts';

export type BackupCalls = Pick<
  Bridge['call'],
  'backups:list' | 'backups:newest' | 'backups:open' | 'backups:rows' | 'backups:stop'
>;

/** Rows of a backup, some at a time. Ends early, saying nothing, where the backup turns out not to be whole. */
export async function* backupRows(name: string, call: BackupCalls): AsyncGenerator<Rows> {
  const ticket = await call['backups:open'](name);
  if (!ticket.ok) return;
  let ended = false;
  try {
    for (;;) {
      const part: Result<Rows | null> = await call['backups:rows'](ticket.value);
      ended = !part.ok || part.value === null;
      if (!part.ok || part.value === null) return;
      yield part.value;
    }
  } finally {
    if (!ended) await call['backups:stop'](ticket.value);
  }
}

/** Names of the whole ones, newest first. */
export async function wholeBackups(call: BackupCalls): Promise<readonly string[]> {
  const listed = await call['backups:list']();
  return listed.ok ? listed.value.filter(({ state }) => state === 'verified').map(({ name }) => name) : [];
}
