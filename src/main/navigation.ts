import type { App, WebContents } from 'electron';

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
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('select-bluetooth-device', (event, _devices, callback) => {
    event.preventDefault();
    callback('');
  });
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
