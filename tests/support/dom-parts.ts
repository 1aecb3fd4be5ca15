/**
 * What stands in the window's document and may not, whoever put it there: an element that runs or loads, a handler,
 * an address of another kind. Evaluated in the window, so it stands alone. Written apart from the sanitiser on
 * purpose: a mistake in one is not a mistake in the other.
 */
export function strangeInDocument(): readonly string[] {
  const never =
    'applet,base,embed,fencedframe,form,frame,frameset,iframe,math,noscript,object,portal,source,style,template,track,audio,video,webview';
  const found: string[] = [];
  for (const element of document.querySelectorAll(never)) found.push(`<${element.localName}>`);
  for (const element of document.querySelectorAll('script')) {
    if (!/^\/assets\/[\w.-]+\.js$/.test(element.getAttribute('src') ?? '')) found.push(`<script src="${element.src}">`);
  }
  for (const element of document.querySelectorAll('link')) {
    if (!element.href.startsWith('app://satchel/assets/')) found.push(`<link href="${element.href}">`);
  }
  for (const element of document.querySelectorAll('meta')) {
    if (element.httpEquiv !== '') found.push(`<meta http-equiv="${element.httpEquiv}">`);
  }
  for (const element of document.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      const said = `${name}="${value.slice(0, 80)}" on <${element.localName}>`;
      if (/^on|^(?:srcset|srcdoc|ping|poster|background|formaction|action|data|is|xlink:href)$/i.test(name))
        found.push(said);
      if (name === 'href' && element.localName !== 'link' && !/^(?:\/(?!\/)|#|https:\/\/|mailto:)/.test(value))
        found.push(said);
      if (name === 'src' && element.localName === 'img' && !value.startsWith('blob:app://satchel/')) found.push(said);
      if (name === 'target' || name === 'style') {
        if (element.closest('.sat-prose, #results, .sat-ctx, .packs-table')) found.push(said);
      }
    }
  }
  return found;
}

/**
 * What stands in the words of the page that is open and may not. Stricter than the above: these are the elements and
 * attributes that a page's tree and our own parts around it are made of.
 */
export function strangeOnPage(): readonly string[] {
  const tags = new Set(
    (
      'a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption ' +
      'figure h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp section small span strong sub ' +
      'summary sup table tbody td tfoot th thead time tr u ul var wbr'
    ).split(' '),
  );
  const plain = new Set(
    (
      'abbr align alt aria-label colspan cite datetime dir height href id lang open reversed rowspan scope span src ' +
      'role start tabindex title type value width class rel decoding'
    ).split(' '),
  );
  const classes =
    /^(?:anchor|callout-?[a-z]*|dead-(?:link|image)|footnotes|govuk-table(?:__header|__cell)?|heads|num|language-[a-z0-9-]+|nowrap|(?:sat|reader)-[a-z_-]+|small|muted|vh|table-scroll|tasks?|task)$/;
  const ids = new Set<string>();
  const found: string[] = [];
  for (const element of document.querySelectorAll('.sat-prose *')) {
    const tag = element.localName;
    const own =
      (tag === 'button' && element.matches('.anchor, .sat-term')) ||
      (tag === 'input' && element.getAttribute('type') === 'checkbox' && element.closest('label.sat-check') !== null) ||
      (tag === 'label' && element.matches('.sat-check')) ||
      element.closest('svg.sat-icon') !== null;
    if (!own && (!tags.has(tag) || element.namespaceURI !== 'http://www.w3.org/1999/xhtml')) found.push(`<${tag}>`);
    if (own) continue;
    for (const { name, value } of element.attributes) {
      const said = `${name}="${value.slice(0, 80)}" on <${tag}>`;
      const isData =
        /^data-(?:section|callout|done|task|reason|dead|footnote-ref|footnote-backref|table|label|coming)$/.test(name);
      if (!plain.has(name) && !isData) found.push(said);
      if (name === 'class' && !value.split(/\s+/).every((word) => classes.test(word))) found.push(said);
      if (name === 'id') {
        if (!/^(?:s|fn|fnref)-./.test(value) || ids.has(value)) found.push(said);
        ids.add(value);
      }
      if (name === 'role' && value !== 'group') found.push(said);
      if ((name === 'src' && tag !== 'img') || (name === 'href' && tag !== 'a')) found.push(said);
    }
  }
  return found;
}

/** What in a list of results is not text and marks. */
export function strangeInResults(): readonly string[] {
  const inRuns = document.querySelectorAll('#results h2 *, #results p *, .search-preview *');
  const allowed = new Set(['a', 'mark', 'span', 'p']);
  return [...inRuns].flatMap((element) =>
    allowed.has(element.localName) && (element.localName !== 'mark' || element.children.length === 0)
      ? []
      : [`<${element.localName}> in results`],
  );
}
