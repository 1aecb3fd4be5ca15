/** An address, and what a click on a link to it does: ask whether to open it outside, perhaps that, or nothing at all. */
export interface HostileLink {
  readonly href: string;
  readonly may: 'ask' | 'perhaps' | 'nothing';
}

const nothing = (...addresses: readonly string[]): readonly HostileLink[] =>
  addresses.map((href) => ({ href, may: 'nothing' }));

/** Addresses that are none of ours. `web` is a server of the test. */
export const hostileLinks = (web: string): readonly HostileLink[] => [
  ...nothing(
    'javascript:globalThis.__CANARY__=1',
    'JaVaScRiPt:globalThis.__CANARY__=1',
    'java\nscript:globalThis.__CANARY__=1',
    '\u0001javascript:globalThis.__CANARY__=1',
    ' javascript:globalThis.__CANARY__=1',
    'javascript&colon;globalThis.__CANARY__=1',
    'javascript://example.org/%0aglobalThis.__CANARY__=1',
    'https:javascript:globalThis.__CANARY__=1',
    'vbscript:msgbox(1)',
    'data:text/html,<script>parent.__CANARY__=1</script>',
    'blob:app://satchel/0',
    'about:blank',
    'view-source:app://satchel/',
    `${web}/plain-http`,
    '//127.0.0.1/path',
    'file:///etc/hostname',
    'file://127.0.0.1/share/x.exe',
    '\\\\127.0.0.1\\share\\x.exe',
    '//127.0.0.1\\share',
    'C:\\Windows\\System32\\calc.exe',
    'c:/windows/system32/calc.exe',
    'smb://127.0.0.1/share',
    'ms-msdt:/id PCWDiagnostic',
    'search-ms:query=x&crumb=location:\\\\127.0.0.1',
    'ms-officecmd:{}',
    'vscode://file/etc/hosts',
    'ssh://127.0.0.1',
    'tel:+441234',
    'app://satchel/assets/index.js',
    'app://other/library',
    ':/0123456789abcdef',
    'https://user:secret@example.org/',
    'https://example.org\\@evil.example/',
    'https://\u202egro.elpmaxe/',
    'mailto:',
    'mailto:a@example.org,b@example.org',
    '/assets/index.js',
    '../../../../etc/passwd',
    'x'.repeat(3_000),
  ),
  { href: 'https://example.org/fine?a=1#b', may: 'ask' },
  { href: 'HTTPS://EXAMPLE.ORG/capitals', may: 'perhaps' },
  { href: 'https://xn--gv-uk-jed.example/', may: 'ask' },
  { href: 'mailto:team@example.org?subject=Hello&bcc=spy@example.org&attach=/etc/passwd', may: 'ask' },
];
