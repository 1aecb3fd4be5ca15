export const stages = {
  'stage.explore': 'Explore',
  'stage.shape': 'Shape',
  'stage.prepare': 'Prepare',
  'stage.buy': 'Buy',
  'stage.deliver': 'Deliver',
  'stage.review': 'Review',
  'stage.explore.gist': 'Is there a problem?',
  'stage.shape.gist': 'Which options?',
  'stage.prepare.gist': 'Make the case',
  'stage.buy.gist': 'Compete, award',
  'stage.deliver.gist': 'Build and manage',
  'stage.review.gist': 'Did it work?',
} as const;
