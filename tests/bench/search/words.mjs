const WORD = /\d+(?:[.,]\d+)+|[\p{L}\p{N}]+(?:['’]\p{L}+)*/gu;

/** Words of a text in lower case, a genitive without its ending. @param {string} text */
export const wordsOf = (text) => (text.toLowerCase().match(WORD) ?? []).map((word) => word.replace(/(?<=.)['’]s$/, ''));
