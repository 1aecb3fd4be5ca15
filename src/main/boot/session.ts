import type { Session } from 'electron';
import { ORIGIN } from '#domain/address.ts';
import { mayDo, mayLoad } from '../window/permissions.ts';
import { checkSpelling } from '../window/spelling.ts';

/** Shuts the window's session: no permission, no device, no network, no download. `profile`: the folder of its store. */
export async function shutSession(session: Session, profile: string): Promise<void> {
  denyPermissions(session);
  denyDevices(session);
  session.webRequest.onBeforeRequest(({ url }, callback) => callback({ cancel: !mayLoad(url) }));
  session.on('will-download', (event) => event.preventDefault());
  checkSpelling(session, profile);
  // Second belt: what gets past the filter meets a proxy that does not exist, for this laptop's own addresses too.
  await session.setProxy({ mode: 'fixed_servers', proxyRules: '127.0.0.1:9', proxyBypassRules: '<-loopback>' });
}

function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, callback, { requestingUrl, isMainFrame }) =>
    callback(mayDo(permission, originOf(requestingUrl), isMainFrame)),
  );
  session.setPermissionCheckHandler((_contents, permission, origin, { isMainFrame }) =>
    mayDo(permission, origin, isMainFrame),
  );
}

function denyDevices(session: Session): void {
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, callback) => callback({}));
  session.setUSBProtectedClassesHandler(({ protectedClasses }) => protectedClasses);
  if (process.platform !== 'darwin')
    session.setBluetoothPairingHandler((_details, callback) => callback({ confirmed: false }));
}

function originOf(url: string): string {
  return url.startsWith(`${ORIGIN}/`) ? ORIGIN : '';
}
