const MOST = 100;
const LONGEST = 60;

/** Tags between commas, each once; `undefined` where one is too long or there are too many. */
export function readTags(text: string): readonly string[] | undefined {
  const tags = text
    .split(',')
    .map((tag) => tag.replace(/\s+/g, ' ').trim())
    .filter((tag) => tag !== '');
  const once = tags.filter((tag, at) => tags.findIndex((one) => one.toLowerCase() === tag.toLowerCase()) === at);
  return once.length > MOST || once.some((tag) => tag.length > LONGEST) ? undefined : once;
}

export const writeTags = (tags: readonly string[]): string => tags.join(', ');
