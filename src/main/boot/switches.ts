import type { App } from 'electron';

/** Chromium switches that shut what a page could never ask for but the browser does by itself. Name and value. */
const SWITCHES: readonly (readonly [name: string, value?: string])[] = [
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-sync'],
  ['dns-prefetch-disable'],
  // Else a page may have a name looked up by a hint, which no content policy speaks of.
  ['blink-settings', 'dnsPrefetchingEnabled=false'],
  ['no-pings'],
  ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
];

export function setSwitches(app: App): void {
  for (const [name, value] of SWITCHES) app.commandLine.appendSwitch(name, value);
}

/**
 * Makes every name and number of a host unknown to Chromium, the window's side and our own alike. A start in which no
 * server may be asked has it. What asks one goes through the proxy of the system, whose own name must be known.
 */
export function shutNames(app: App): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
}
