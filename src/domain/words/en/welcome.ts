export const welcome = {
  'welcome.title': 'Your guidance is nearly ready',
  'welcome.title.ready': 'Your guidance is ready',
  'welcome.lead':
    '{count, plural, =0 {} one {# pack comes with Satchel. It works with no network.} other {# packs come with Satchel. They work with no network.}} There is no account. What you write stays on this laptop.',
  'welcome.packs': 'Packs',
  'welcome.state.ready': 'Ready to read and search',
  'welcome.state.read': 'Ready to read',
  'welcome.state.installing': 'Installing, {percent, number}%',
  'welcome.state.waiting': 'Waiting',
  'welcome.state.failed': 'Not installed',
  'welcome.progress': 'Preparing search: {done, number} of {total, number} {total, plural, one {pack} other {packs}}',
  'welcome.progress.done': 'Search is ready',
  'welcome.progress.percent': '{percent, number}%',
  'welcome.sample': 'Guidance is shown at this size.',
  'welcome.start': 'Start reading',
  'welcome.start.more': 'You can start now. The rest will finish by itself.',
} as const;
