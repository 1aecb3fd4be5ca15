import type { App, WebContents } from 'electron';
import { ORIGIN } from '#domain/address.ts';
import { mayLoad } from './permissions.ts';

/** Every page of the app stays where we put it: no navigation, no new window, no embedded page, from nobody. */
export function stayPut(app: App): void {
  app.on('web-contents-created', (_event, contents) => fix(contents));
}

function fix(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    // Loading the same address again is no navigation.
    if (event.url !== contents.getURL() || !event.isMainFrame) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) event.preventDefault();
  });
  // `about:blank` needs no loading, so it is announced to nobody above: the window comes back from it.
  let last = `${ORIGIN}/`;
  contents.on('did-navigate', (_event, url) => {
    if (mayLoad(url)) last = url;
    else void contents.loadURL(last);
  });
  contents.on('did-navigate-in-page', (_event, url, isMainFrame) => {
    if (isMainFrame) last = url;
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('select-bluetooth-device', (event, _devices, callback) => {
    event.preventDefault();
    callback('');
  });
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
