import type { Rule } from './rule.ts';
import { acronymGlossary } from './rules/acronym-glossary.ts';
import { cellBeyondHead } from './rules/cell-beyond-head.ts';
import { createdDay } from './rules/created-day.ts';
import { deadAnchor } from './rules/dead-anchor.ts';
import { deadFootnote } from './rules/dead-footnote.ts';
import { deadImage } from './rules/dead-image.ts';
import { deadLink } from './rules/dead-link.ts';
import { deadReference } from './rules/dead-reference.ts';
import { duplicateTitle } from './rules/duplicate-title.ts';
import { emptyLinkText } from './rules/empty-link-text.ts';
import { emptyPage } from './rules/empty-page.ts';
import { fileUnreadable } from './rules/file-unreadable.ts';
import { fileUnused } from './rules/file-unused.ts';
import { forbiddenScheme } from './rules/forbidden-scheme.ts';
import { frontMatterSchema } from './rules/front-matter-schema.ts';
import { futureReview } from './rules/future-review.ts';
import { glossarySchemaRule } from './rules/glossary-schema.ts';
import { hashH1 } from './rules/hash-h1.ts';
import { headingOrder } from './rules/heading-order.ts';
import { headingSpace } from './rules/heading-space.ts';
import { headlessTable } from './rules/headless-table.ts';
import { idFileName } from './rules/id-file-name.ts';
import { imageCut } from './rules/image-cut.ts';
import { imageType } from './rules/image-type.ts';
import { imageUndrawable } from './rules/image-undrawable.ts';
import { impossibleRedirect } from './rules/impossible-redirect.ts';
import { insecureLink } from './rules/insecure-link.ts';
import { knownReader } from './rules/known-reader.ts';
import { lintSettings } from './rules/lint-settings.ts';
import { missingAlt } from './rules/missing-alt.ts';
import { misspeltKey } from './rules/misspelt-key.ts';
import { openBox } from './rules/open-box.ts';
import { openTask } from './rules/open-task.ts';
import { packSchema } from './rules/pack-schema.ts';
import { pageLimits } from './rules/page-limits.ts';
import { pastCheckBy } from './rules/past-check-by.ts';
import { queriesPages } from './rules/queries-pages.ts';
import { queriesSchemaRule } from './rules/queries-schema.ts';
import { rawHtmlDropped } from './rules/raw-html-dropped.ts';
import { relatedExists } from './rules/related-exists.ts';
import { sourceLink } from './rules/source-link.ts';
import { summaryMissing } from './rules/summary-missing.ts';
import { svgActive } from './rules/svg-active.ts';
import { tableHeader } from './rules/table-header.ts';
import { templateLeftovers } from './rules/template-leftovers.ts';
import { titleLength } from './rules/title-length.ts';
import { titleMissing } from './rules/title-missing.ts';
import { trojanSource } from './rules/trojan-source.ts';
import { uniqueIds } from './rules/unique-ids.ts';
import { unknownBox } from './rules/unknown-box.ts';
import { unusedFootnote } from './rules/unused-footnote.ts';
import { unusedImage } from './rules/unused-image.ts';
import { vagueLinkText } from './rules/vague-link-text.ts';

/** Every rule. A new one is one file and one line here. */
export const RULES: readonly Rule[] = [
  acronymGlossary,
  cellBeyondHead,
  createdDay,
  deadAnchor,
  deadFootnote,
  deadImage,
  deadLink,
  deadReference,
  duplicateTitle,
  emptyLinkText,
  emptyPage,
  fileUnreadable,
  fileUnused,
  forbiddenScheme,
  frontMatterSchema,
  futureReview,
  glossarySchemaRule,
  hashH1,
  headingOrder,
  headingSpace,
  headlessTable,
  idFileName,
  imageCut,
  imageType,
  impossibleRedirect,
  imageUndrawable,
  insecureLink,
  knownReader,
  lintSettings(() => RULES),
  missingAlt,
  misspeltKey,
  openBox,
  openTask,
  packSchema,
  pageLimits,
  pastCheckBy,
  queriesPages,
  queriesSchemaRule,
  rawHtmlDropped,
  relatedExists,
  sourceLink,
  summaryMissing,
  svgActive,
  tableHeader,
  templateLeftovers,
  titleLength,
  titleMissing,
  trojanSource,
  uniqueIds,
  unknownBox,
  unusedFootnote,
  unusedImage,
  vagueLinkText,
];
