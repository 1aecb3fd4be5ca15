import type { CompileContext, Extension, Token } from 'mdast-util-from-markdown';
import type { Processor } from 'unified';

/** Where the address of a link, picture or definition stands in the source: without `<`, `>` and title. */
interface AddressPlace {
  readonly start: number;
  readonly end: number;
}

declare module 'mdast' {
  interface LinkData {
    address?: AddressPlace;
  }
  interface ImageData {
    address?: AddressPlace;
  }
  interface DefinitionData {
    address?: AddressPlace;
  }
}

function exitAddress(this: CompileContext, token: Token): void {
  const url = this.resume();
  const node = this.stack.at(-1);
  if (node?.type !== 'link' && node?.type !== 'image' && node?.type !== 'definition') return;
  node.url = url;
  node.data = { ...node.data, address: { start: token.start.offset, end: token.end.offset } };
}

const places: Extension = {
  exit: { resourceDestinationString: exitAddress, definitionDestinationString: exitAddress },
};

/** Notes on each link, picture and definition where its address stands, so that a tool can change it and nothing else. */
export function addressPlaces(this: Processor): void {
  const data = this.data();
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), places];
}
