import { protocol, type Session } from 'electron';
import type { Answer } from './assets.ts';

/** Must come before Electron is ready. No privilege beyond these three: no service workers, no way round the policy. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the app's own files to its own session. */
export function serve(session: Session, answer: Answer): void {
  session.protocol.handle('app', ({ method, url }) => {
    const { status, headers, body } = answer({ method, url });
    return new Response(body, { status, headers: { ...headers } });
  });
}
