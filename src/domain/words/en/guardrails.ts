/** Names as in a list of what is met; "yes" is the safe answer to every question. */
export const guardrails = {
  'guardrail.noLiveSystem': 'No live system or write access',
  'guardrail.noLiveSystem.question': 'Is the test kept away from live systems, with no way to change one?',
  'guardrail.noLiveSystem.help':
    'Work in a sandbox: if a test must change something the public uses, the service owner approves it in the usual way.',
  'guardrail.noPersonalData': 'No personal details',
  'guardrail.noPersonalData.question': 'Is the test free of real personal data?',
  'guardrail.noPersonalData.help':
    'If it cannot be, answer no and give the reference of the data protection impact assessment (DPIA) that covers it.',
  'guardrail.madeUpData': 'Data made up or published, and labelled',
  'guardrail.madeUpData.question': 'Is all data made up or already published, and is made-up data labelled?',
  'guardrail.madeUpData.help':
    'Put “made up” in the file name, in the first column and on each screen, so that nobody takes it for real.',
  'guardrail.dpiaScreened': 'Data protection screening done',
  'guardrail.dpiaScreened.question': 'Have you done the screening for a data protection impact assessment (DPIA)?',
  'guardrail.dpiaScreened.help':
    'It is a short set of questions: do it each time, and ask your data protection officer to check it, even if you think the answer is no.',
  'guardrail.notAboveOfficial': 'Nothing above OFFICIAL',
  'guardrail.notAboveOfficial.question': 'Is everything in the test OFFICIAL or lower?',
  'guardrail.notAboveOfficial.help': 'Ask your senior information risk owner (SIRO) if you are not sure.',
  'guardrail.consent': 'Consent: people told, can withdraw',
  'guardrail.consent.question': 'Do those who take part know that it is a test, agree to it, and know they can leave?',
  'guardrail.consent.help':
    'Tell them what you do with what they say, keep a record that they agreed, and make leaving easy.',
  'guardrail.accessible': 'Accessible to those taking part',
  'guardrail.accessible.question': 'Can everyone you invite take part, including disabled people?',
  'guardrail.accessible.help': 'Ask what each person needs when you invite them, and try it with a keyboard alone.',
  'guardrail.costWithinLimit': 'Cost cap within your limit',
  'guardrail.costWithinLimit.question': 'Is the cost cap within what the approver may spend?',
  'guardrail.costWithinLimit.help': 'Count staff time as well as bills.',
  'guardrail.stopRulesCover': 'Stop rules on harm, cost and time',
  'guardrail.stopRulesCover.question': 'Do the stop rules cover harm, cost and time?',
  'guardrail.stopRulesCover.help': 'Each rule needs a number or an event, and a person who acts on it.',
  'guardrail.undoPlan': 'Undo plan, tried once',
  'guardrail.undoPlan.question': 'Is there a plan to undo the test, and has it been tried?',
  'guardrail.undoPlan.help': 'Write what you switch off, what you delete and who you tell.',
  'guardrail.suppliersAlike': 'Suppliers treated alike, meeting log',
  'guardrail.suppliersAlike.question': 'Are all suppliers treated alike, with a meeting log and no promise to buy?',
  'guardrail.suppliersAlike.help':
    'Give all of them the same facts on the same day, and ask your commercial lead before the first contact.',
  'guardrail.equality': 'Equality effects thought about',
  'guardrail.equality.question': 'Have you thought about who could lose out, and written it down?',
  'guardrail.equality.help':
    'Look at the test and at what it could lead to; public bodies have a legal duty to think about equality.',
  'guardrail.aiChecked': 'AI answers checked by a person',
  'guardrail.aiChecked.question':
    'If AI is used, does a person check its answers, and is personal data kept out of public tools?',
  'guardrail.aiChecked.help': 'If no AI is used, choose “not applicable” and say so.',
  'guardrail.readByOutsider': 'Read by someone outside the team',
  'guardrail.readByOutsider.question': 'Has someone outside the team read this plan?',
  'guardrail.readByOutsider.help': 'Ask them for the worst thing that could happen.',
} as const;
