import { type Picture, pictureSchema } from './picture.ts';

/** The language of a fenced block of Markdown that holds a picture. */
export const CHART_LANGUAGE = 'chart';
/** Longer than any picture that the schemas allow in practice; what is longer is shown as it stands. */
const LONGEST_BLOCK = 200_000;

/** A picture as a fenced block of Markdown. JSON holds no line that could end it. */
export const chartBlock = (picture: Picture): string =>
  [`\`\`\`${CHART_LANGUAGE}`, JSON.stringify(picture), '```'].join('\n');

/** The picture in a block, or `null` where it is none: text that a person changed, or a later version's. */
export function readChartBlock(code: string): Picture | null {
  if (code.length > LONGEST_BLOCK) return null;
  try {
    const read = pictureSchema.safeParse(JSON.parse(code));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
