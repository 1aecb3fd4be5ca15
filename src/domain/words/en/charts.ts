/** Results as pictures, told in words. */
export const charts = {
  'chart.table': 'Show as a table',
  'chart.lead': 'Results as pictures',
  'chart.unreadable': 'This picture cannot be drawn, because its figures cannot be read. They are shown as they stand.',
  'chart.day': '{day, date, ::dMMMyyyy}',
  'chart.dayShort': '{day, date, ::dMMM}',
  'chart.count': '{n, number}',
  'chart.none': 'Not given',
  'chart.notApplicable': 'Does not apply',
  'chart.found': '{exploratory, select, yes {Exploratory} other {Planned}}',
  'chart.figure.percent': '{amount}%',
  'chart.figure.unit': '{amount} {unit}',
  'chart.gap.points': '{amount} percentage points',
  'chart.gap.money': '{sign, select, plus {+} other {}}{money}',
  'chart.unit': '{of}{known, select, yes {, in {unit}} other {}}',
  'chart.span':
    '{name}: {value}{bounded, select, yes { (interval {low} to {high})} other { (no interval given)}}{counted, select, yes {, from {n, number}} other {}}{exploratory, select, yes {, exploratory} other {}}.',

  'chart.head.group': 'Group',
  'chart.head.figure': 'Figure',
  'chart.head.difference': 'Difference',
  'chart.head.low': 'Interval from',
  'chart.head.high': 'Interval to',
  'chart.head.from': 'From how many',
  'chart.head.found': 'Planned or exploratory',
  'chart.head.day': 'Day',
  'chart.head.when': 'Before or since the start',
  'chart.head.spent': 'Spent by then',
  'chart.head.ofCap': 'Part of the cap',
  'chart.head.assumption': 'Assumption',
  'chart.head.strength': 'Evidence',
  'chart.head.says': 'What it says',
  'chart.head.changed': 'What changes',
  'chart.head.whenLower': 'Result when it is lower',
  'chart.head.whenHigher': 'Result when it is higher',

  'chart.goal': 'Target',
  'chart.goalLine': 'Target {value}',
  'chart.success': 'Success line',
  'chart.successLine': 'Success {value}',
  'chart.noDifference': 'No difference',
  'chart.groups.one': '{name}: {value}',
  'chart.groups.highest': '{name} has the highest figure: {value}',
  'chart.groups.against':
    '{name}, with {value}, {standing, select, clear {clearly reaches the target} near {reaches the target, but the interval also holds figures that do not} short {does not reach the target, but the interval does} missed {clearly misses the target} reached {reaches the target} other {does not reach the target}}',
  'chart.groups.goal': 'The target is {value} {better, select, up {or more} other {or less}}.',
  'chart.difference.title':
    '{way, select, higher {{name} lies above {from} by {value}} lower {{name} lies below {from} by {value}} unclear {It is not clear whether {name} differs from {from}} other {{name} differs from {from} by {value}, with no interval given}}',
  'chart.difference.unit': '{of}: each group minus {from}',
  'chart.difference.way':
    '{way, select, higher {The interval lies above 0.} lower {The interval lies below 0.} unclear {The interval holds 0, so chance alone may explain the difference.} other {Without an interval, chance alone may explain the difference.}}',
  'chart.difference.standing':
    'The success line is {goal}: {standing, select, clear {the whole interval reaches it} near {the figure reaches it, but not the whole interval} short {the figure does not reach it, but part of the interval does} missed {the whole interval misses it} reached {the figure reaches it} other {the figure does not reach it}}.',
  'chart.run.changed': '{of}: median {median} before the start, {since} since',
  'chart.run.steady': '{of} moved around a median of {median}',
  'chart.run.span': '{count, number} points from {from} to {to}.',
  'chart.run.median':
    '{base, select, before {The line is the median before the start on {start}: {median}.} other {The line is the median of all points: {median}.}}',
  'chart.run.sides':
    '{which, select, since {Since the start, {above, number} lie above the line and {below, number} below.} other {{above, number} lie above the line and {below, number} below.}}',
  'chart.run.when': '{when, select, before {Before} since {Since} other {No start day}}',
  'chart.run.medianLine': 'Median {value}',
  'chart.run.start': 'Start',
  'chart.cost.title':
    '{capped, select, yes {{spent} of {cap} is spent{level, select, reached {: the cap is reached} near {: the cap is near} other {}}} other {{spent} is spent, and no cap is set}}',
  'chart.cost.unit': 'Spent so far, added up day by day, in £',
  'chart.cost.span':
    '{days, plural, one {By {from}, {spent} was spent in all.} other {From {from} to {to}, {spent} was spent in all.}}',
  'chart.cost.level':
    '{level, select, reached {That is {share} of the cap of {cap}: the cap is reached.} near {That is {share} of the cap of {cap}, past the 80% mark of {mark}.} within {That is {share} of the cap of {cap}, below the 80% mark of {mark}.} other {There is no cap to hold it against.}}',
  'chart.cost.crossed': 'The 80% mark was passed on {day}.',
  'chart.cost.undated': '{undated} of it has no day, so the line does not show it.',
  'chart.cost.capLine': 'Cap {value}',
  'chart.cost.markLine': '80%: {value}',
  'chart.board.title':
    '{strong, plural, =0 {No assumption has strong evidence yet} other {Strong evidence on {strong, number} of {all, plural, one {# assumption} other {# assumptions}}}}',
  'chart.board.unit': 'How strong the evidence is on each assumption',
  'chart.board.reaches': '{name} reaches its target',
  'chart.board.strength': '{strength, select, high {Strong} medium {Some} low {Weak} other {None}}',
  'chart.board.says':
    '{says, select, for {Speaks for it} against {Speaks against it} unclear {Points neither way} judged {The team’s own judgement} other {No evidence yet}}',
  'chart.board.label':
    '{says, select, for {Speaks for it} against {Speaks against it} unclear {Points neither way} judged {The team’s own judgement} other {No evidence yet}}: {name}',
  'chart.board.row':
    '{name}: evidence {strength, select, high {strong} medium {some} low {weak} other {none}}, {says, select, for {speaks for it} against {speaks against it} unclear {points neither way} judged {by the team’s own judgement} other {nothing yet}}.',
  'chart.tornado.title': '{name} moves the result most',
  'chart.tornado.baseLine': 'As planned {value}',
  'chart.tornado.base': '{of} as planned: {base}.',
  'chart.tornado.row': '{name}: {low} when lower, {high} when higher.',
} as const;
