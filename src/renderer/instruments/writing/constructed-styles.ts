import { StyleModule } from 'style-mod';

/**
 * Makes the editor's own rules go into a constructed style sheet. For a whole document style-mod writes a `<style>`
 * element, which the content policy stops; a shadow root gets a constructed sheet. So the document is given the set of
 * rules that style-mod makes for something that looks like a shadow root.
 */
export function constructStyles(document: Document): void {
  const root = { ownerDocument: document, adoptedStyleSheets: [] };
  StyleModule.mount(root as unknown as ShadowRoot, []);
  for (const key of Object.getOwnPropertySymbols(root)) {
    Object.defineProperty(document, key, { value: Reflect.get(root, key) });
  }
}
