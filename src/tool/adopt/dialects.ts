import type { Dialect } from './dialect.ts';
import { abbreviations } from './dialects/abbreviations.ts';
import { definitionLists } from './dialects/definition-lists.ts';
import { directiveBoxes } from './dialects/directive-boxes.ts';
import { githubAlerts } from './dialects/github-alerts.ts';
import { govspeakCallouts } from './dialects/govspeak-callouts.ts';
import { govspeakMarks } from './dialects/govspeak-marks.ts';
import { govspeakSteps } from './dialects/govspeak-steps.ts';
import { kramdownAttributes } from './dialects/kramdown-attributes.ts';
import { markdownInHtml } from './dialects/markdown-in-html.ts';
import { mdx } from './dialects/mdx.ts';
import { mkdocsAdmonitions } from './dialects/mkdocs-admonitions.ts';
import { mkdocsTabs } from './dialects/mkdocs-tabs.ts';
import { mystFences } from './dialects/myst-fences.ts';
import { templateCaptures } from './dialects/template-captures.ts';
import { templateCode } from './dialects/template-code.ts';
import { templateComments } from './dialects/template-comments.ts';
import { templateImages } from './dialects/template-images.ts';
import { templateLinks } from './dialects/template-links.ts';
import { templateLogic } from './dialects/template-logic.ts';
import { templateRaw } from './dialects/template-raw.ts';
import { templateRest } from './dialects/template-rest.ts';
import { tocMarks } from './dialects/toc-marks.ts';

/** Every dialect, in the order they are tried: templates first, for they make Markdown; boxes before attributes. */
export const DIALECTS: readonly Dialect[] = [
  templateRaw,
  templateComments,
  templateCode,
  templateLinks,
  templateImages,
  templateCaptures,
  templateLogic,
  templateRest,
  mdx,
  markdownInHtml,
  mystFences,
  directiveBoxes,
  mkdocsAdmonitions,
  mkdocsTabs,
  githubAlerts,
  govspeakCallouts,
  govspeakSteps,
  abbreviations,
  govspeakMarks,
  tocMarks,
  kramdownAttributes,
  definitionLists,
];
