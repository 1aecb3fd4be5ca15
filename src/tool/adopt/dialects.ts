import type { Dialect } from './dialect.ts';
import { abbreviations } from './dialects/abbreviations.ts';
import { definitionLists } from './dialects/definition-lists.ts';
import { directiveBoxes } from './dialects/directive-boxes.ts';
import { embeds } from './dialects/embeds.ts';
import { githubAlerts } from './dialects/github-alerts.ts';
import { govspeakCallouts } from './dialects/govspeak-callouts.ts';
import { govspeakMarks } from './dialects/govspeak-marks.ts';
import { govspeakSteps } from './dialects/govspeak-steps.ts';
import { htmlIndents } from './dialects/html-indents.ts';
import { kramdownAttributes } from './dialects/kramdown-attributes.ts';
import { looseAddresses } from './dialects/loose-addresses.ts';
import { markdownInHtml } from './dialects/markdown-in-html.ts';
import { mdx } from './dialects/mdx.ts';
import { mkdocsAdmonitions } from './dialects/mkdocs-admonitions.ts';
import { mkdocsTabs } from './dialects/mkdocs-tabs.ts';
import { mystFences } from './dialects/myst-fences.ts';
import { mystRoles } from './dialects/myst-roles.ts';
import { obsidianMarks } from './dialects/obsidian-marks.ts';
import { pymdownBlocks } from './dialects/pymdown-blocks.ts';
import { templateCaptures } from './dialects/template-captures.ts';
import { templateCode } from './dialects/template-code.ts';
import { templateComments } from './dialects/template-comments.ts';
import { templateImages } from './dialects/template-images.ts';
import { templateLinks } from './dialects/template-links.ts';
import { templateLogic } from './dialects/template-logic.ts';
import { templateRaw } from './dialects/template-raw.ts';
import { templateRest } from './dialects/template-rest.ts';
import { templateTargets } from './dialects/template-targets.ts';
import { tocMarks } from './dialects/toc-marks.ts';
import { wikiLinks } from './dialects/wiki-links.ts';

/**
 * Every dialect, in the order they are tried: programs and templates first, for they make Markdown; boxes
 * before attributes, marks of contents before links of wikis.
 */
export const DIALECTS: readonly Dialect[] = [
  mdx,
  obsidianMarks,
  templateRaw,
  templateComments,
  templateCode,
  templateLinks,
  templateTargets,
  templateImages,
  templateCaptures,
  templateLogic,
  templateRest,
  markdownInHtml,
  htmlIndents,
  embeds,
  mystFences,
  mystRoles,
  directiveBoxes,
  mkdocsAdmonitions,
  mkdocsTabs,
  pymdownBlocks,
  githubAlerts,
  govspeakCallouts,
  govspeakSteps,
  abbreviations,
  govspeakMarks,
  tocMarks,
  wikiLinks,
  looseAddresses,
  kramdownAttributes,
  definitionLists,
];
