import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { RULES } from '#tool/lint/rules.ts';
import type { HostileString } from './hostile-strings.ts';

const oneLine = (text: string): string => text.replace(/[\r\n]+/g, ' ');
const angle = (text: string): string => `<${oneLine(text).replace(/[<>]/g, '\\$&')}>`;
const quoted = (text: string): string => oneLine(text).replace(/"/g, '\\"');
const attribute = (text: string): string => oneLine(text).replace(/"/g, '&quot;');

/** The other ways into a page, besides standing on it. */
const WAYS: readonly ((text: string) => string)[] = [
  (text) => `words ${oneLine(text)} words`,
  (text) => `### ${oneLine(text)}`,
  (text) => `[${oneLine(text)}](page-1.md)`,
  (text) => `[address](${angle(text)}) <a href="${attribute(text)}">address</a>`,
  (text) => `![${oneLine(text)}](${angle(text)} "${quoted(text)}") <img src="${attribute(text)}" alt="">`,
  (text) => `| cell |\n|---|\n| ${oneLine(text).replace(/\|/g, '\\|')} |`,
  (text) => `\`\`\`${oneLine(text).replace(/`/g, '')}\n${text}\n\`\`\``,
  (text) => `:::law[${oneLine(text)}]\n${text}\n:::`,
  (text) => `- [ ] ${oneLine(text)}`,
];

/** The heading over a string on its page. */
export const headingOf = ({ id }: HostileString): string => `Section ${id}`;

/**
 * Pages on which each string stands as a section, as a block of its own and in one other way: `page-1.md` and so on.
 * A string may take those after it on its page along: HTML that does not end does, by the rules of Markdown.
 */
export function sectionPages(strings: readonly HostileString[], aPage: number): Map<string, string> {
  const pages = new Map<string, string>();
  for (let from = 0; from < strings.length; from += aPage) {
    const sections = strings.slice(from, from + aPage).map((string, at) => {
      const way = WAYS[(from + at) % WAYS.length];
      return `## ${headingOf(string)}\n\n${string.text}\n\n${way?.(string.text) ?? ''}\n`;
    });
    const number = pages.size + 1;
    pages.set(`page-${number}.md`, `# Page ${number}\n\n${sections.join('\n')}\n## The end\n\nEnd of page.\n`);
  }
  return pages;
}

/** Bytes that one list of strings may take: it stands in front matter seven times, and 64 kB is the limit of that. */
const A_LIST = 5_000;

/** Brackets that are left open. The reader of front matter counts them before anything else, quoted ones too. */
export const openBrackets = (text: string): number =>
  Math.max(0, text.replace(/[^[{]/g, '').length - text.replace(/[^\]}]/g, '').length);

/** Brackets that may stay open in one list. */
export const MOST_OPEN = 4;

/** Pages whose facts are the strings: tags, who it is for, whom to ask, owner, status, where it applies, sources. */
export function factPages(strings: readonly HostileString[]): Map<string, string> {
  const pages = new Map<string, string>();
  let list: string[] = [];
  const close = (): void => {
    if (list.length === 0) return;
    const [owner = '', status = owner, jurisdiction = status] = list;
    const sources = list.map((title) => ({ title, publisher: title, url: title }));
    const facts = { tags: list, audience: list, ask: list, owner, status, jurisdiction, summary: owner, sources };
    const head = Object.entries({ title: `Facts ${pages.size + 1}`, ...facts });
    const lines = head.map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
    pages.set(`facts-${pages.size + 1}.md`, `---\n${lines.join('\n')}\n---\n\nEnd of page.\n`);
    list = [];
  };
  for (const { text } of strings) {
    const line = text.slice(0, 290);
    const next = [...list, line];
    if (JSON.stringify(next).length > A_LIST || next.map(openBrackets).reduce((a, b) => a + b) > MOST_OPEN) close();
    list.push(line);
  }
  close();
  return pages;
}

/**
 * A pack folder as an editor would write it, a page for each string: its title, its heading, its tag and its words.
 * Adopting would take signs of Markdown out of a title; here it stays as it is.
 */
export function titleSource(
  strings: readonly HostileString[],
  pack: Readonly<Record<string, unknown>>,
): Map<string, string> {
  const pages = strings.map(({ id, text }, at): [string, string] => {
    const title = JSON.stringify(text.slice(0, 290));
    const facts = ['title', 'owner', 'status', 'summary'].map((key) => `${key}: ${title}\n`).join('');
    const head = `id: title-${at}\nsource_path: ${id}.md\n${facts}tags: [${title}]\nask: [${title}]\n`;
    return [`pages/title-${at}.md`, `---\n${head}---\n\n## ${oneLine(text)}\n\n${text}\n`];
  });
  const lint = RULES.filter(({ level, fixed }) => level === 'error' && !fixed).map(({ id }) => [id, 'warning']);
  const head = { version: '1', release: 1, language: 'en-GB', marking: 'OFFICIAL', created: '2026-11-23' };
  const settings = JSON.stringify({ ...head, ...pack, lint: Object.fromEntries(lint) });
  return new Map([['pack.yaml', settings], ...pages]);
}

/** Pages that have no name but that of their file, where a file system can have it. */
export function namedPages(strings: readonly HostileString[]): Map<string, string> {
  const pages = new Map<string, string>();
  for (const { id, text } of strings) {
    const parts = text.split('/');
    const fits = parts.every((part) => part !== '' && !/^\.\.?$/.test(part) && Buffer.byteLength(part) < 240);
    const name = `${text}.md`;
    if (!fits || name.includes('\0') || /\p{Surrogate}/u.test(text) || Buffer.byteLength(name) > 900) continue;
    pages.set(name, `The words of ${id}.\n`);
  }
  return pages;
}

/** Writes files into a folder; those that the file system refuses, or that another name is a folder of, are passed over. */
export async function writeFolder(
  dir: string,
  files: ReadonlyMap<string, string | Uint8Array>,
): Promise<{ readonly written: number; readonly refused: readonly string[] }> {
  const refused: string[] = [];
  for (const [name, content] of files) {
    const path = join(dir, name);
    try {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, content);
    } catch {
      refused.push(name);
    }
  }
  return { written: files.size - refused.length, refused };
}
