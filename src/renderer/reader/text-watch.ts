/** Looks at once, and in the next frame whenever the texts of a page change. The answer ends it. */
export function watchTexts(page: Element, look: () => void): () => void {
  look();
  // Terms of the glossary come after the page and part its texts.
  let asked = 0;
  const watch = new MutationObserver(() => {
    cancelAnimationFrame(asked);
    asked = requestAnimationFrame(look);
  });
  watch.observe(page, { childList: true, characterData: true, subtree: true });
  return () => {
    cancelAnimationFrame(asked);
    watch.disconnect();
  };
}
