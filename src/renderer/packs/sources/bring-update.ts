import type { ListedRelease } from '#domain/pack/source.ts';
import { bridge } from '#kit/bridge.ts';
import { endFetching } from '#kit/sources.ts';
import { installFrom } from '#store/packs/installs.ts';

/** Brings the very release that was shown, then installs it. What came of it is told as of any install. */
export async function bringUpdate(
  source: string,
  { id, sha256 }: Pick<ListedRelease, 'id' | 'sha256'>,
  { isUpdate }: { readonly isUpdate: boolean },
): Promise<void> {
  const brought = bridge().call['sources:update'](source, id, sha256);
  await installFrom(
    brought.then((answer) => (answer.ok ? { ok: true, value: [answer.value] } : answer)),
    { isUpdate },
  );
  endFetching();
}
