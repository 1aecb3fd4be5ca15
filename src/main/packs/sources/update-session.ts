import { type Session, session } from 'electron';
import type { Fetch } from '#pack/carriers/https-repository.ts';
import { CarrierRefused } from '#pack/carriers/repository-carrier.ts';

/**
 * Asks servers of sources: with the proxy and the certificates of the system, without cookies, and in the same words
 * from each laptop. The session is its own and in memory: nothing of it outlives the app, and the window's stays shut.
 * @returns a fetch that asks the hosts alone that `isListed` says yes to
 */
export function openUpdateSession(): (isListed: (host: string) => boolean) => Fetch {
  let opened: Session | undefined;
  const its = (): Session => {
    opened ??= shut(session.fromPartition('sources'));
    return opened;
  };
  return (isListed) => async (address, init) => {
    if (!isListed(new URL(address).host)) throw new CarrierRefused({ why: 'elsewhere' });
    try {
      return await its().fetch(address, init);
    } catch (error) {
      // Electron rejects where the web's fetch would tell of a redirect that it did not follow.
      if (error instanceof Error && /redirect/i.test(error.message)) throw new CarrierRefused({ why: 'elsewhere' });
      throw error;
    }
  };
}

function shut(its: Session): Session {
  its.setUserAgent('Satchel', 'en');
  its.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  its.setPermissionCheckHandler(() => false);
  its.on('will-download', (event) => event.preventDefault());
  return its;
}
