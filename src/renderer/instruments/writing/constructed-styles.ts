import { StyleModule } from 'style-mod';

/**
 * Makes the editor's own rules go into a constructed style sheet. For a whole document style-mod writes a `<style>`
 * element, which the content policy stops; a shadow root gets a constructed sheet. So the document is given the set of
 * rules that style-mod makes for something that looks like a shadow root.
 *
 * They go into a layer below ours (`ui/styles/layers.css`): rules in none would win over all that lie in one.
 */
export function constructStyles(document: Document): void {
  const root: { ownerDocument: Document; adoptedStyleSheets: readonly CSSStyleSheet[] } = {
    ownerDocument: document,
    adoptedStyleSheets: [],
  };
  StyleModule.mount(root as unknown as ShadowRoot, []);
  for (const sheet of root.adoptedStyleSheets) layered(sheet);
  for (const key of Object.getOwnPropertySymbols(root)) {
    Object.defineProperty(document, key, { value: Reflect.get(root, key) });
  }
}

/** What is put into the sheet from now on stands in its one layer. */
function layered(sheet: CSSStyleSheet): void {
  sheet.insertRule('@layer codemirror {}');
  const layer = sheet.cssRules[0] as CSSLayerBlockRule;
  sheet.insertRule = (rule, at) => layer.insertRule(rule, at);
}
