export const calculators = {
  'calculator.money':
    '{sign, select, minus {−} other {}}{pence, select, yes {{pounds, number, ::currency/GBP .00##}} other {{pounds, number, ::currency/GBP precision-integer}}}',
  'calculator.share': '{share, number, ::percent .####}',
  'calculator.figure': '{sign, select, minus {−} plus {+} other {}}{value, number, ::.############}',

  'calculator.shares.title': 'How many for a change in a share',
  'calculator.shares.lead': 'Before a test with two groups: how many each group needs, so that a change shows.',
  'calculator.shares.formula':
    'n = (z₁₋α⁄₂ × √(2pq) + z₁₋β × √(p₁q₁ + p₂q₂))² ÷ (p₁ − p₂)², where p is the mean of p₁ and p₂, and q is 1 − p',
  'calculator.shares.sentence':
    'To find a change from {baseline} to {target}, you need {perGroup, number} in each of two groups, {total, number} in all.',
  'calculator.sample.meaning':
    'If the change is real, the chance that the test finds it is {power}. If nothing changed, the chance of a false alarm is {alpha}. With fewer you may well miss a real change.',
  'calculator.shares.thin':
    'In groups this small, fewer than 5 are likely to turn out one way. Then the result could only be given as counts.',
  'calculator.shares.rule':
    'Rule: sample size for two shares by the normal curve, two-sided, with groups of the same size.',

  'calculator.means.title': 'How many for a change in an average',
  'calculator.means.lead': 'For minutes, pounds or scores: how many each of two groups needs.',
  'calculator.means.formula': 'n = 2 × ((z₁₋α⁄₂ + z₁₋β) × spread ÷ difference)²',
  'calculator.means.sentence':
    'To find a difference of {difference} between two averages, where single figures have a spread of {spread}, you need {perGroup, number} in each of two groups, {total, number} in all.',
  'calculator.means.rule':
    'Rule: sample size for two averages by the normal curve, two-sided, with groups of the same size. Spread is the standard deviation.',

  'calculator.survey.title': 'How many to estimate a share',
  'calculator.survey.lead': 'For a survey or a count of cases: how many answers you need.',
  'calculator.survey.formula': 'n = z² × p × q ÷ e², then n ÷ (1 + (n − 1) ÷ N) where all there are is N',
  'calculator.survey.sentence':
    '{known, select, yes {To estimate a share near {expected} to within {margin, plural, one {# percentage point} other {# percentage points}} either way, in a population of {population, number}, you need {needed, plural, one {# answer} other {# answers}}.} other {To estimate a share near {expected} to within {margin, plural, one {# percentage point} other {# percentage points}} either way, in a large population, you need {needed, plural, one {# answer} other {# answers}}.}}',
  'calculator.survey.meaning':
    'Out of many such surveys, about {confidence} would come that close to the true share. This holds only if people are picked by chance. Ask more people than that, because some will not answer.',
  'calculator.survey.rule':
    'Rule: normal curve for one share{known, select, yes {, with the correction for a small population} other {}}.',

  'calculator.smallestShare.title': 'Smallest change in a share you can find',
  'calculator.smallestShare.lead': 'When you know how many you will have: what change would still show.',
  'calculator.smallestShare.formula': 'the change for which the sample size of two shares is the number you have',
  'calculator.smallestShare.sentence':
    'With {perGroup, number} in each of two groups and a share of {baseline} now, the smallest change you can count on finding is {ways, select, both {a rise to {rise} or a fall to {fall}} rise {a rise to {rise}; no fall is large enough} other {a fall to {fall}; no rise is large enough}}.',
  'calculator.smallest.meaning':
    'If the change is that large, the chance that the test finds it is {power}. If nothing changed, the chance of a false alarm is {alpha}. If you hope for less than that, the test is too small: a result of “no change” would tell you little.',
  'calculator.smallestShare.rule': 'Rule: sample size for two shares by the normal curve, two-sided, worked backwards.',

  'calculator.smallestMean.title': 'Smallest change in an average you can find',
  'calculator.smallestMean.lead': 'When you know how many you will have: what difference would still show.',
  'calculator.smallestMean.formula': 'difference = (z₁₋α⁄₂ + z₁₋β) × spread × √(2 ÷ n)',
  'calculator.smallestMean.sentence':
    'With {perGroup, number} in each of two groups, where single figures have a spread of {spread}, the smallest difference between the averages that you can count on finding is {difference}.',
  'calculator.smallestMean.rule':
    'Rule: sample size for two averages by the normal curve, two-sided, worked backwards. Spread is the standard deviation.',

  'calculator.days.title': 'How many days it takes',
  'calculator.days.lead': 'How long the test runs until every group is full.',
  'calculator.days.formula': 'days = total ÷ visits that count each day, rounded up',
  'calculator.days.sentence':
    'You need {total, number} in all, and {perDay} that count come each day. The test takes {days, plural, one {# day} other {# days}}.',
  'calculator.days.long':
    'That is about {weeks} weeks, and more than 8 weeks is too long: much else can change meanwhile. Test for a larger change, or run the test where more people come.',
  'calculator.days.short':
    'That is within 8 weeks. Run the test for whole weeks, so that each day of the week counts alike.',
  'calculator.days.rule':
    'Rule: total needed divided by visits that count each day, rounded up, with a warning over 8 weeks.',

  'calculator.groups.title': 'What the result says',
  'calculator.groups.lead': 'After a test with two groups: how sure you can be of the difference.',
  'calculator.groups.formula':
    'z = (p₂ − p₁) ÷ √(p × q × (1 ÷ n₁ + 1 ÷ n₂)), where p is the share of both groups together and q is 1 − p',
  'calculator.groups.group':
    'Group {group}: {events, number} of {total, number}, which is {share} (95% interval {low} to {high}).',
  'calculator.groups.difference':
    'Group B minus group A: {value} percentage points (95% interval {low} to {high} points; z = {z}).',
  'calculator.groups.chance':
    'If the groups were alike, chance alone would give a gap at least this wide {rare, select, yes {less than once in 1,000 tests (p is less than 0.001)} other {in {p, number, ::percent .0} of tests (p = {p, number, ::.000})}}.',
  'calculator.groups.meaning':
    '{verdict, select, higher {So group B very likely has the higher share. The true gap most likely lies within the interval.} lower {So group B very likely has the lower share. The true gap most likely lies within the interval.} other {So the test does not show which group has the higher share. That does not mean they are the same: the true gap may lie anywhere within the interval.}}',
  'calculator.groups.rule':
    'Rule: Wilson interval for each group, Newcombe interval for the difference, two-sided z test at the 5% level.',
  'calculator.groups.counts':
    'Group A: {firstEvents, number} of {firstTotal, number}. Group B: {secondEvents, number} of {secondTotal, number}.',
  'calculator.groups.countsOnly':
    'Fewer than 5 in a group turned out one way. That is too few to compare, so only the counts are given. Rule: no comparison under 5 events or 5 non-events in a group.',

  'calculator.cost.title': 'Cost for each transaction',
  'calculator.cost.lead': 'What one completed transaction costs.',
  'calculator.cost.formula': 'cost for each transaction = total cost ÷ completed transactions',
  'calculator.cost.sentence':
    'A total cost of {totalCost} for {transactions, plural, one {# completed transaction} other {# completed transactions}} is {each} for each one.',
  'calculator.cost.meaning': 'Compare it only with a figure that counts the same costs over the same time.',
  'calculator.cost.none':
    '{known, select, yes {No transaction was completed, so there is no cost for each one.} other {The cost for each transaction cannot be worked out: the total cost or the number of completed transactions is not known.}} Rule: total cost divided by completed transactions.',
  'calculator.cost.rule': 'Rule: total cost divided by completed transactions.',

  'calculator.whatIf.title': 'What if people used other channels',
  'calculator.whatIf.lead': 'What you would save in a year, and when the one-off cost is paid back.',
  'calculator.whatIf.formula':
    'yearly saving = transactions a year × take-up × (cost for each now − cost for each if all goes to plan)',
  'calculator.whatIf.channel': '{name} ({unitCost} each) from {shareNow} to {shareThen}',
  'calculator.whatIf.nameless': 'one channel',
  'calculator.whatIf.sentence':
    'You have {transactions, plural, one {# transaction} other {# transactions}} a year at {unitCostNow} each on average, and a one-off cost of {oneOffCost}. The plan: {mix}.',
  'calculator.whatIf.case':
    '{which, select, low {Low} high {High} other {Central}} case, where {takeUp} of the planned move happens: {change, select, saves {{unitCost} each, which saves {amount} a year} costs {{unitCost} each, which costs {amount} more a year} other {{unitCost} each, which saves nothing}}{payback, select, month {, and the one-off cost is paid back in month {month, number}} never {, and the one-off cost is never paid back} other {}}.',
  'calculator.whatIf.meaning':
    'These are guesses worked through, not a forecast. The test should show which take-up is near the truth.',
  'calculator.whatIf.rule':
    'Rule: transactions a year × take-up × the fall in average cost; payback is the one-off cost divided by the saving of a month, rounded up.',

  'calculator.breakEven.title': 'When it breaks even',
  'calculator.breakEven.lead': 'How many transactions must move before the one-off cost is paid.',
  'calculator.breakEven.formula': 'transactions = one-off cost ÷ (cost now − cost then), rounded up',
  'calculator.breakEven.sentence':
    'Each transaction done the new way costs {unitCostThen} instead of {unitCostNow}, which saves {saved}. The one-off cost of {oneOffCost} is paid after {transactions, plural, one {# transaction} other {# transactions}}.',
  'calculator.breakEven.meaning':
    'If fewer than that move, the change costs more than it saves. Costs that come every year are not in this.',
  'calculator.breakEven.rule': 'Rule: one-off cost divided by the saving on each transaction, rounded up.',

  'calculator.optimism.title': 'Allow for optimism',
  'calculator.optimism.lead': 'Early estimates of cost tend to be too low. This adds a part for that.',
  'calculator.optimism.formula': 'cost to plan with = estimate × (1 + uplift)',
  'calculator.optimism.sentence':
    'An estimate of {estimate} with {uplift} added for optimism bias is {pounds}, which is {added} more.',
  'calculator.optimism.meaning':
    'Plan with the higher figure. Use a smaller uplift only when you have evidence for it, and write the evidence down.',
  'calculator.optimism.rule': 'Rule: estimate × (1 + uplift).',

  'calculator.draws.title': 'Add up guesses that are ranges',
  'calculator.draws.lead': 'Give each benefit or cost as a range. You see how wide the total may be.',
  'calculator.draws.formula': 'total = what is added − what is taken off, each drawn from its range',
  'calculator.draws.part':
    '{counts, select, taken {less {name}} other {{name}}}, {low} to {high}, most likely {likely}',
  'calculator.draws.nameless': 'one amount',
  'calculator.draws.sentence': 'These ranges were drawn by chance {draws, number} times and added up: {parts}.',
  'calculator.draws.result':
    'Half of the totals were below {p50} (P50). 1 in 10 was below {p10} (P10), and 1 in 10 above {p90} (P90).',
  'calculator.draws.above': 'In {above} of the draws the total was above £0.',
  'calculator.draws.meaning':
    'So a total between the P10 and the P90 is likely, if your ranges are right. Each range was drawn on its own: if costs tend to rise together, the true spread is wider.',
  'calculator.draws.rule':
    'Rule: Monte Carlo with triangular ranges, {draws, number} draws from a fixed start, so that the same ranges always give the same answer.',

  'calculator.field.baseline': 'Share now',
  'calculator.field.baseline.hint': 'How often it happens today, for example 10%.',
  'calculator.field.target': 'Share you hope for',
  'calculator.field.target.hint': 'The smallest change that would be worth it, for example 12%.',
  'calculator.field.alpha': 'Chance of a false alarm',
  'calculator.field.alpha.hint': 'How often you accept to see a change that is not there. 5% is usual.',
  'calculator.field.power': 'Chance of finding a real change',
  'calculator.field.power.hint': '80% is usual. A higher chance needs more people.',
  'calculator.field.spread': 'Spread of single figures',
  'calculator.field.spread.hint': 'The standard deviation, in the same unit as the difference. Past figures show it.',
  'calculator.field.difference': 'Difference you hope for',
  'calculator.field.difference.hint': 'The smallest difference of the averages that would be worth it.',
  'calculator.field.expected': 'Share you expect',
  'calculator.field.expected.hint': 'Your best guess. 50% is safe: it asks for the most answers.',
  'calculator.field.margin': 'How close it should be',
  'calculator.field.margin.hint': 'Percentage points either way, for example 5%.',
  'calculator.field.confidence': 'How sure you want to be',
  'calculator.field.confidence.hint': '95% is usual.',
  'calculator.field.population': 'How many there are in all',
  'calculator.field.population.hint': 'Leave it empty if there are very many, or if nobody knows.',
  'calculator.field.perGroup': 'Number in each group',
  'calculator.field.perGroup.hint': 'How many each of the two groups will have.',
  'calculator.field.total': 'Total needed',
  'calculator.field.total.hint': 'All groups together.',
  'calculator.field.perDay': 'Visits that count each day',
  'calculator.field.perDay.hint': 'Only those who can take part, on an average day.',
  'calculator.field.firstEvents': 'Group A: how many did it',
  'calculator.field.firstEvents.hint': 'Group A is usually the group without the change.',
  'calculator.field.firstTotal': 'Group A: how many in all',
  'calculator.field.firstTotal.hint': 'Everybody in the group, whether they did it or not.',
  'calculator.field.secondEvents': 'Group B: how many did it',
  'calculator.field.secondEvents.hint': 'Group B is usually the group with the change.',
  'calculator.field.secondTotal': 'Group B: how many in all',
  'calculator.field.secondTotal.hint': 'Everybody in the group, whether they did it or not.',
  'calculator.field.totalCost': 'Total cost',
  'calculator.field.totalCost.hint': 'In pounds, over the same time as the transactions.',
  'calculator.field.transactions': 'Completed transactions',
  'calculator.field.transactions.hint': 'Only those that were finished.',
  'calculator.field.yearlyTransactions': 'Transactions a year',
  'calculator.field.yearlyTransactions.hint': 'All channels together.',
  'calculator.field.channels': 'Channels',
  'calculator.field.channels.hint': 'The ways in which people do it: online, by phone, by post, in person.',
  'calculator.field.unitCost': 'Cost of one transaction',
  'calculator.field.unitCost.hint': 'In pounds, in this channel.',
  'calculator.field.shareNow': 'Share today',
  'calculator.field.shareNow.hint': 'All channels together make 100%.',
  'calculator.field.shareThen': 'Share if all goes to plan',
  'calculator.field.shareThen.hint': 'All channels together make 100%.',
  'calculator.field.takeUpLow': 'Take-up, low case',
  'calculator.field.takeUpLow.hint': 'The least of the planned move that you think will happen.',
  'calculator.field.takeUp': 'Take-up, central case',
  'calculator.field.takeUp.hint': 'The part of the planned move that you expect. 100% is all of it.',
  'calculator.field.takeUpHigh': 'Take-up, high case',
  'calculator.field.takeUpHigh.hint': 'The most of the planned move that you think will happen.',
  'calculator.field.oneOffCost': 'One-off cost',
  'calculator.field.oneOffCost.hint': 'In pounds: what the change costs once.',
  'calculator.field.unitCostNow': 'Cost of one transaction now',
  'calculator.field.unitCostNow.hint': 'In pounds.',
  'calculator.field.unitCostThen': 'Cost of one transaction after the change',
  'calculator.field.unitCostThen.hint': 'In pounds.',
  'calculator.field.estimate': 'Estimate',
  'calculator.field.estimate.hint': 'In pounds, without anything added for risk.',
  'calculator.field.uplift': 'Part to add',
  'calculator.field.uplift.hint': 'From your guidance or from past projects, for example 20%.',
  'calculator.field.parts': 'Benefits and costs',
  'calculator.field.parts.hint': 'One row for each amount, added or taken off.',
  'calculator.field.low': 'Lowest',
  'calculator.field.low.hint': 'In pounds. It could hardly be less.',
  'calculator.field.likely': 'Most likely',
  'calculator.field.likely.hint': 'In pounds. Your best guess.',
  'calculator.field.high': 'Highest',
  'calculator.field.high.hint': 'In pounds. It could hardly be more.',

  'calculator.where': '{row, plural, =0 {“{name}”} other {“{name}” in row #}}',
  'calculator.refused.missing': '{where} has no figure. Enter one.',
  'calculator.refused.share-out-of-range':
    '{where} leaves no room on both sides. Enter a share above 0% and below 100%.',
  'calculator.refused.part-out-of-range': '{where} is not a part of a whole. Enter a share from 0% to 100%.',
  'calculator.refused.alpha-out-of-range': '{where} is outside what can be used. Enter 0.1% to 50%; 5% is usual.',
  'calculator.refused.power-out-of-range': '{where} is outside what can be used. Enter 50% to 99.9%; 80% is usual.',
  'calculator.refused.confidence-out-of-range':
    '{where} is outside what can be used. Enter 50% to 99.9%; 95% is usual.',
  'calculator.refused.uplift-out-of-range': '{where} is outside what can be used. Enter 0% to 1,000%.',
  'calculator.refused.not-positive': '{where} is not above 0. Enter a figure above 0.',
  'calculator.refused.negative': '{where} is below 0. Enter 0 or more.',
  'calculator.refused.not-whole': '{where} is not a whole number. Enter a count without a fraction.',
  'calculator.refused.too-large': '{where} is too far from 0 to work with. Check how many noughts it has.',
  'calculator.refused.no-difference': '{where} leaves no difference to find. Enter the change you hope for.',
  'calculator.refused.difference-too-small':
    '{where} asks for more than a thousand million cases. Enter a larger difference or a wider margin.',
  'calculator.refused.group-too-small':
    '{where} is too small to find any change. Enter a larger number, or accept a smaller chance of finding it.',
  'calculator.refused.too-slow':
    '{where} is so small that the test would take more than a hundred years. Run the test where more people come.',
  'calculator.refused.more-than-all':
    '{where} is more than the whole group. Enter a smaller count, or check the total.',
  'calculator.refused.too-few-events':
    '{where}: fewer than 5 turned out one way, which is too few to compare. Use the counts only, or collect more.',
  'calculator.refused.list-empty': '{where}: there is no row yet. Add at least one.',
  'calculator.refused.list-too-long': '{where}: there are too many rows. Put small ones together.',
  'calculator.refused.mix-not-whole': '{where}: the shares of all channels do not make 100%. Change one of them.',
  'calculator.refused.not-in-order': '{where} is below the figure before it. Enter the three figures from low to high.',
  'calculator.refused.no-saving':
    '{where} is not really lower than the cost now, so nothing is ever paid back. Check both costs.',
} as const;
