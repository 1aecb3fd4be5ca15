import { type Crate, type GraphNode, listOf, nameOf, nodeOf, textOf } from './crate.ts';
import type { Json } from './json.ts';

const ORCID = /(?:orcid\.org\/|orcid:|^)(\d{4}-\d{4}-\d{4}-\d{3}[\dX])\/?$/i;

/**
 * A person or an organisation in words: the name, where they work, their ORCID. Empty where only the other program
 * knows who is meant.
 */
export function personWords(crate: Crate, value: Json, shown: Set<GraphNode>): string {
  const node = nodeOf(crate, value);
  if (node === null) return typeof value === 'string' ? wordsOfId(value) : '';
  shown.add(node);
  const id = typeof node['@id'] === 'string' ? node['@id'] : '';
  const isKnown = Object.keys(node).some((key) => key !== '@id');
  const name = isKnown ? nameOf(crate, node) : '';
  const places = listOf(node.affiliation ?? node.worksFor).flatMap((one) => {
    const place = nodeOf(crate, one);
    if (place !== null) shown.add(place);
    const said = nameOf(crate, one);
    return said === '' || said === name ? [] : [said];
  });
  const orcid = [id, textOf(crate, node.identifier), textOf(crate, node.sameAs), textOf(crate, node.url)]
    .flatMap((one) => ORCID.exec(one)?.[1] ?? [])
    .at(0);
  const said = name === '' || name === id ? wordsOfId(id) : name;
  const parts = [said, ...places, ...(orcid === undefined || said.includes(orcid) ? [] : [`ORCID ${orcid}`])];
  return [...new Set(parts)].filter((part) => part !== '').join(', ');
}

/** An address that people know; what one program numbers its users with says nothing to them. */
function wordsOfId(id: string): string {
  const orcid = ORCID.exec(id)?.[1];
  if (orcid !== undefined) return `ORCID ${orcid}`;
  if (/^mailto:/i.test(id)) return id.slice('mailto:'.length);
  if (/^https?:\/\//i.test(id)) return id;
  return /^[a-z][a-z0-9+.-]*:|^[#./_]/i.test(id) ? '' : id;
}
