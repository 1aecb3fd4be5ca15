import { type Crate, type GraphNode, nodeOf, textOf } from './crate.ts';
import type { Json } from './json.ts';

/** A licence as people call it: its name, else what its address is known as, else the address. */
export function licenceWords(crate: Crate, value: Json, shown: Set<GraphNode>): string {
  const node = nodeOf(crate, value);
  if (node === null) return typeof value === 'string' ? wordsOf(value) : '';
  shown.add(node);
  const name = textOf(crate, node.name);
  if (name !== '') return wordsOf(name);
  const identifier = textOf(crate, node.identifier);
  const address = textOf(crate, node.url) || (typeof node['@id'] === 'string' ? node['@id'] : '');
  return wordsOf(address) || wordsOf(identifier) || textOf(crate, node.description);
}

function wordsOf(text: string): string {
  const address = text.trim();
  if (!/^https?:\/\//i.test(address)) return address.startsWith('#') ? address.slice(1) : address;
  const [, kind, version] = /creativecommons\.org\/licenses\/([a-z-]+)\/(\d\.\d)/i.exec(address) ?? [];
  if (kind !== undefined) return `CC ${kind.toUpperCase()} ${version}`;
  const [, zero] = /creativecommons\.org\/publicdomain\/zero\/(\d\.\d)/i.exec(address) ?? [];
  if (zero !== undefined) return `CC0 ${zero}`;
  if (/creativecommons\.org\/publicdomain\/mark\//i.test(address)) return 'Public domain';
  const [, open] = /nationalarchives\.gov\.uk\/doc\/open-government-licence\/version\/(\d)/i.exec(address) ?? [];
  if (open !== undefined) return `Open Government Licence v${open}.0`;
  const [, named] =
    /(?:spdx\.org\/licenses|opensource\.org\/licenses?)\/([\w.+-]+?)(?:\.html|\.json|\/|$)/i.exec(address) ?? [];
  return named ?? address;
}
