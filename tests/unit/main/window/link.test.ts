import { describe, expect, test } from 'vitest';
import { ProblemError } from '#domain/problem.ts';
import { sayIn } from '#domain/words/words.ts';
import { type LinkEffects, openLink } from '#main/window/link.ts';

const say = sayIn('en-GB');

/** A system that presses a button and remembers what it was asked to do. */
function system(button: number) {
  const asked: Parameters<LinkEffects['ask']>[0][] = [];
  const opened: string[] = [];
  const copied: string[] = [];
  const effects: LinkEffects = {
    ask: async (question) => {
      asked.push(question);
      return button;
    },
    open: async (href) => void opened.push(href),
    copy: (text) => void copied.push(text),
  };
  return { asked, opened, copied, effects };
}

const REFUSED = [
  'file:///etc/passwd',
  'file://host/share/x',
  'FILE:///C:/Windows/System32/calc.exe',
  'smb://host/share',
  'search-ms:query=x&crumb=location:\\\\host',
  'search:query=x',
  'ms-msdt:/id PCWDiagnostic',
  'ms-officecmd:{}',
  'ms-word:ofe|u|https://x.example/a.docx',
  'ms-excel:ofe|u|https://x.example',
  'ms-settings:',
  'ms-appinstaller:?source=https://x.example',
  'ms-cxh-full://0',
  'ms-screenclip:',
  'ms-windows-store://x',
  'ms-teams:x',
  'msteams:x',
  'onenote:x',
  'outlook:x',
  'skype:x?call',
  'zoommtg://x',
  'vscode://file/etc/passwd',
  'vscode-insiders://x',
  'steam://run/1',
  'slack://x',
  'spotify:x',
  'itms-services://x',
  'shell:startup',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  'javascript://x.example/%0aalert(1)',
  'vbscript:msgbox(1)',
  'livescript:x',
  'data:text/html,<script>alert(1)</script>',
  'data:image/svg+xml,<svg/>',
  'blob:https://x.example/1',
  'about:blank',
  'chrome://settings',
  'view-source:https://x.example',
  'devtools://x',
  'filesystem:https://x.example/',
  'app://satchel/library',
  'intent://x#Intent;end',
  '\\\\host\\share',
  '//host/share',
  '/etc/passwd',
  'C:\\Windows\\System32\\calc.exe',
  'www.gov.uk',
  'x',
  '',
  ' ',
  'http://www.gov.uk/',
  'HTTP://www.gov.uk/',
  'ftp://x.example/',
  'sftp://x.example',
  'ssh://x.example',
  'telnet://x.example',
  'ldap://x.example',
  'jar:https://x.example!/',
  'tel:999',
  'sms:999',
  'geo:0,0',
  'magnet:?xt=1',
  'news:x',
  'gopher://x.example',
  'ws://x.example',
  'wss://x.example',
  'irc://x.example',
  'https:www.gov.uk',
  'https:/www.gov.uk',
  'https:\\\\www.gov.uk',
  'https://',
  'https://user@www.gov.uk/',
  'https://user:word@www.gov.uk/',
  'https://www.gov.uk@evil.example/',
  '\thttps://www.gov.uk/',
  ' https://www.gov.uk/',
  'https://www.gov.uk/\u0000',
  'https://www.gov.uk/\u202egpj.exe',
  'https://www.gov\u200b.uk/',
  'https://www.gov.uk/a b',
  'mailto:',
  'mailto:a@b.example,c@d.example',
  'mailto:a@b.example%0aBcc:c@d.example',
  'mailto:?attach=/etc/passwd',
  `https://x.example/${'a'.repeat(2_001)}`,
];

describe('H11 the way out', () => {
  test('H11 at least 60 schemes and spellings are tried', () => {
    expect(new Set(REFUSED).size).toBeGreaterThanOrEqual(60);
  });

  test.each(REFUSED)('H11 refused without a question: %j', async (address) => {
    const { asked, opened, copied, effects } = system(0);
    await expect(openLink(address, say, effects)).rejects.toBeInstanceOf(ProblemError);
    expect([...asked, ...opened, ...copied]).toEqual([]);
  });

  test('H11 a web address opens only after a yes, whole address in sight', async () => {
    const { asked, opened, effects } = system(0);
    expect(await openLink('HTTPS://www.GOV.uk/guidance?x=1#y', say, effects)).toBe('opened');
    expect(opened).toEqual(['https://www.gov.uk/guidance?x=1#y']);
    expect(asked[0]?.detail).toContain('https://www.gov.uk/guidance?x=1#y');
    expect(asked[0]?.buttons).toEqual(['Open in browser', 'Copy address', 'Cancel']);
    expect(asked[0]?.cancel).toBe(2);
  });

  test('H11 copy copies, cancel and closing do nothing', async () => {
    const copy = system(1);
    expect(await openLink('https://www.gov.uk/', say, copy.effects)).toBe('copied');
    expect([copy.copied, copy.opened]).toEqual([['https://www.gov.uk/'], []]);
    for (const button of [2, -1, 7]) {
      const cancel = system(button);
      expect(await openLink('https://www.gov.uk/', say, cancel.effects)).toBe('cancelled');
      expect([...cancel.opened, ...cancel.copied]).toEqual([]);
    }
  });

  test('H11 foreign letters are shown as computers read them', async () => {
    const { asked, effects } = system(2);
    await openLink('https://www.gоv.uk/', say, effects);
    expect(asked[0]?.detail).toContain('https://www.xn--');
    expect(asked[0]?.detail).toContain('Look closely');
  });

  test('H11 mail keeps the address, subject and body only', async () => {
    const { asked, opened, effects } = system(0);
    const address = 'mailto:team@dept.example?subject=A%20b&cc=x@y.example&bcc=x@y.example&attach=/etc/passwd&body=c';
    expect(await openLink(address, say, effects)).toBe('opened');
    expect(opened).toEqual(['mailto:team@dept.example?subject=A%20b&body=c']);
    expect(asked[0]?.buttons[0]).toBe('Write email');
  });
});
