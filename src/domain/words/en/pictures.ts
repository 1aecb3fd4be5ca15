/** In place of a picture that is not drawn. */
export const pictures = {
  'picture.refused': 'A picture cannot be shown here, because {why}. It shows: {alt}',
  'picture.refused.plain': 'A picture cannot be shown here, because {why}.',
  'picture.why.unknown': 'it is of no kind that Satchel draws',
  'picture.why.damaged': 'its file is damaged',
  'picture.why.large': 'it is {width, number} by {height, number} pixels large',
  'picture.why.frames': 'too many pictures move in it',
  'picture.why.active': 'it holds more than shapes and text',
  'picture.why.crowded': 'too many pictures of that size are here already',
  'picture.why.costly': 'drawing it would take too long',
} as const;
