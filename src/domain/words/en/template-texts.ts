// Over 400 lines, as it is one noun: the texts of all 13 templates, which translators and editors read in one go.
/** Markdown. The title stands above it, so its headings begin at the second level. */
export const templateTexts = {
  'template.interviewRound.method': `1. Write five to eight open questions about what people did last time, not what they might do.
2. Try them on a colleague. Drop each one that hints at your idea.
3. Invite people who have the problem, people who get help with it, and people who gave up.
4. Tell them what it is for, and that they can stop at any time. Keep a record that they agreed.
5. Go in twos: one asks, one writes. Ask everyone the same main questions.
6. Write it up the same day, without names.
7. Group what you heard. Look as hard for what speaks against your idea.`,
  'template.interviewRound.text': `## Questions

- [ ] Tell me about the last time you …
- [ ] What did you do next?
- [ ] What was hardest?
- [ ] Who or what helped?

## Before the first interview

- [ ] The questions were tried on a colleague
- [ ] People know what we keep, where, and until when
- [ ] We asked what each person needs to take part
- [ ] Contact details and recordings are kept away from this note

## What we heard

### Interview 1

## Themes

| Theme | Heard from how many | In their words | What speaks against it |
| --- | --- | --- | --- |
|  |  |  |  |

## What surprised us
`,

  'template.survey.method': `1. Write down the one decision that this survey helps with. Cut each question that does not help.
2. Ask about facts and recent events. Put one idea in each question. Offer “I do not know”.
3. Work out how many answers you need before you send it.
4. Choose by chance from a full list of people if you can. If you cannot, write down who the list leaves out.
5. Say who asks, why, how long it takes, and that nobody has to answer.
6. Try it on five people, one of them with a screen reader. Offer another way to answer.
7. Afterwards, compare those who answered with those you asked.`,
  'template.survey.text': `## The decision this helps with

## Questions

1.

## Before it goes out

- [ ] Five people have tried it, one with a screen reader
- [ ] No question asks for a name or details that we do not need
- [ ] There is another way to answer
- [ ] The closing date and the number of answers we need are in the plan

## Who answered

| Group | Asked | Answered |
| --- | --- | --- |
|  |  |  |

## What we set out to find

## What else we noticed

## Who is missing
`,

  'template.fakeDoor.method': `1. Choose a place where nobody is in need, short of money or close to a deadline. If there is none, use interviews.
2. Write the offer in one sentence, with one button.
3. Behind the button, tell the truth at once: “We are finding out whether people would use this. It is not ready yet. Here is how to get help today.”
4. Use a mock-up with people you invite. On a live page it is a live change: the service owner approves it in the usual way.
5. Count who saw it and who pressed. Keep no details of anyone.
6. Take it down on the end date, and check that it is gone.`,
  'template.fakeDoor.text': `## The offer, word for word

## What people see when they press

## Before it goes up

- [ ] Nobody who sees it is in need, short of money or close to a deadline
- [ ] The truth, and the way to help today, are on the next screen
- [ ] The service owner has approved it, if the page is live
- [ ] Somebody can take it down within minutes, and has tried
- [ ] The helpline knows about it

## Counts

| Day | Saw it | Pressed | Went on to today’s help |
| --- | --- | --- | --- |
|  |  |  |  |

## What people said
`,

  'template.prototype.method': `1. Write three to five tasks as goals (“Find out if you can claim”), not as steps.
2. Build only the screens that these tasks need. Put “Sandbox: made-up data only” on each.
3. Fill it with made-up records. Ask people to type made-up answers.
4. Invite people like those who will use it. Include people who use a screen reader or only a keyboard, and people who find computers hard.
5. Watch one person at a time. Do not help unless they ask twice or are upset.
6. Write down for each task: done alone, done with help, not done.
7. Throw the prototype away when you have learned what you need.`,
  'template.prototype.text': `## Tasks

1.

## Before the first session

- [ ] Each screen says that it is a sandbox with made-up data
- [ ] It works with a keyboard alone and with a screen reader
- [ ] People know that we test the screens and not them, and that they can stop
- [ ] Made-up answers are ready for people to type

## What happened

| Session | Task | Done alone, with help or not | Where it went wrong |
| --- | --- | --- | --- |
|  |  |  |  |

## What to change first

## Clearing up

- [ ] The prototype is switched off
- [ ] Recordings are deleted on the day we promised
`,

  'template.technicalSpike.method': `1. Write one question that has the answer yes or no. Say what is good enough, as a number.
2. Build the hardest piece only. Leave the rest out.
3. Work in a sandbox with made-up data, and with no key or password to a live system.
4. Try the worst cases you can make up: large files, odd names, missing values, many people at once.
5. Write down what worked, what did not, and what you had to fake.
6. Ask a colleague in security to read what you found.
7. Stop when the time is up, and throw the code away.`,
  'template.technicalSpike.text': `## The question

## What is good enough

## Before we begin

- [ ] The sandbox is cut off from live systems
- [ ] All data is made up, and says so
- [ ] The number of days is fixed

## What we tried

| Case | What we expected | What happened |
| --- | --- | --- |
|  |  |  |

## What we had to fake

## What it would take to build it for real

## Clearing up

- [ ] Accounts and sandboxes are closed
- [ ] The code is deleted, or marked as not for use
`,

  'template.shadowRun.method': `1. Use made-up cases, or past cases that your data protection officer (DPO) has agreed to. Taking names out is often not enough.
2. Write down what counts as a right answer before you start.
3. Let the old way run as it always does. Only its result counts.
4. Run the new way beside it. Do not show its answers to anyone who decides a case.
5. Where the two differ, ask an expert who does not know which answer came from which.
6. Count each kind of mistake, and count again for each group of people.`,
  'template.shadowRun.text': `## What counts as right

## Where the cases come from

## Before we begin

- [ ] The DPO has agreed to the cases, or they are made up
- [ ] The new way cannot write to any live system
- [ ] Those who decide real cases cannot see its answers
- [ ] The expert cannot tell which answer is which

## Results

| Kind of case | Cases | Old way right | New way right |
| --- | --- | --- | --- |
|  |  |  |  |

## Mistakes that would have done harm

## Who got more of the mistakes
`,

  'template.abTest.method': `1. Change one thing. Write down the smallest gain that is worth having.
2. Work out how many people you need and how many days that takes. Fix the end date.
3. On a live service this is a live change. Ask the service owner to approve it in the usual way, and your data protection officer (DPO) to check cookies and what you tell visitors.
4. Let chance decide who sees which version. Each person stays with the same one.
5. Never let chance decide if someone gets what they have a right to.
6. Have a switch that turns it off within minutes, and try it.
7. Before the end, look only for harm. Then check the split, and read the main result once.`,
  'template.abTest.text': `## The two versions

## Before we begin

- [ ] The service owner and the DPO have agreed in writing
- [ ] How many people, and the end date, are worked out and in the plan
- [ ] Chance picks the version, and each person keeps it
- [ ] The off switch was tried
- [ ] We know who will be left out of the counts

## Checks for harm

| Day | What we looked at | What we saw |
| --- | --- | --- |
|  |  |  |

## Is the data sound?

- [ ] The two groups are split as chance would split them
- [ ] Nobody is counted twice, and no test account is in

## What we set out to test

## What we noticed
`,

  'template.pilot.method': `1. Name the place, the people, the start and the end. Keep it small.
2. Choose what to compare it with before you start: a similar place, or the months before.
3. Write down how things are now.
4. Tell the people who take part, and give them another way to be served.
5. Agree who may stop it, how it is undone, and what happens to people when it ends.
6. Each week, look at harm, cost, complaints, and what staff do to get round it.
7. Decide on the end date. Do not let it become permanent by itself.`,
  'template.pilot.text': `## Where and with whom

## What we compare it with

## Before we begin

- [ ] We have measured how things are now
- [ ] People are told, and there is another way to be served
- [ ] Staff know how to stop it
- [ ] The undo plan was tried
- [ ] Approvals are in place: service owner, DPO, budget holder

## Week by week

| Week | Cases | Spent | Harm or complaints | What staff did to get round it |
| --- | --- | --- | --- | --- |
|  |  |  |  |  |

## What would be different elsewhere

## When it ends

- [ ] People know what happens next
- [ ] Accounts and access are closed
`,

  'template.simulation.method': `1. Write the rule as steps that leave nothing to judge.
2. Make up cases, or use published figures. Put in rare and hard ones. List the groups who could lose out.
3. Write down what you expect before you run it.
4. Let two people apply the rule to the same cases. Where they differ, the rule is unclear.
5. Give each guess a low, a middle and a high value. Change one at a time and see which matters most.
6. Show results for each group, not only the total.
7. Ask someone who will apply the rule, and someone who will live with it, to look.`,
  'template.simulation.text': `## The rule, step by step

## Guesses

| Guess | Low | Middle | High | Why |
| --- | --- | --- | --- | --- |
|  |  |  |  |  |

## Before we run it

- [ ] Cases are made up or published, and say so
- [ ] Each group that could lose out has cases
- [ ] What we expect is written down

## Results by group

| Group | Cases | Better off | Worse off | As meant? |
| --- | --- | --- | --- | --- |
|  |  |  |  |  |

## Which guess matters most

## Where the rule is unclear
`,

  'template.marketSounding.method': `1. Ask your commercial lead first. Match each question to a reason that section 16 of the Procurement Act 2023 allows. Scotland has its own law.
2. Write down conflicts of interest, and keep the list up to date.
3. Invite openly, so that firms you do not know can come. Settle with your commercial lead if and when to publish a preliminary market engagement notice (UK2).
4. Give every supplier the same facts, the same questions and the same time. Send them on the same day. Offer a way to answer in writing.
5. Begin each talk with: “This is not a promise to buy. Taking part gives no advantage, and staying away does no harm.”
6. Log each contact on the same day: organisation and roles, reason, what was given, asked and answered.
7. Never pass on one supplier’s prices, ideas or plans.
8. If one supplier hears something new and useful, tell all of them the same day.
9. Tell everyone what you heard, without the names of firms, and what you changed.`,
  'template.marketSounding.text': `## The problem, without a solution

## What is fixed, what is open

## Questions

| Question | Reason in section 16 |
| --- | --- |
| What would you do in our place? | Shape what we need |
| What have we missed? | Shape what we need |
| What would stop you from bidding? | Design the procedure and conditions |

## Before the first contact

- [ ] The commercial lead has agreed the questions
- [ ] Conflicts of interest are written down
- [ ] The invitation is open, and small and new firms will hear of it
- [ ] The same pack goes to all on the same day
- [ ] The notice (UK2) is drafted, or the reason not to publish one is written down
- [ ] A note-taker is there for each talk

## Meeting log

Use roles, not names of people.

| Date | Organisation and roles | Reason | What they were given | What they asked | What we said | New to others? |
| --- | --- | --- | --- | --- | --- | --- |
|  |  |  |  |  |  |  |

## What we heard

## You said, we did

| Point | Accepted, parked or rejected | Why |
| --- | --- | --- |
|  |  |  |

## Before the tender notice

- [ ] Each supplier was checked for an unfair advantage, and it was put right
- [ ] The conflicts assessment is ready
- [ ] Everyone has been told what changed
`,

  'template.aiTrial.method': `1. Choose one task. Write down what a good answer is, and who is hurt by a bad one.
2. Check that your organisation allows the tool, and where the words you type go. Put nothing personal or sensitive into a public tool.
3. Make up cases: easy ones, hard ones, and traps that have no right answer.
4. Do the same cases without the tool, so that you have something to compare.
5. Mark all answers without knowing where they came from: right, wrong, wrong and harmful.
6. Ask the same thing more than once. Note the tool, its version, the date and the exact words.
7. Vary names, language and ability in the cases, and see who is treated worse.
8. A person checks each answer before anyone relies on it. Time the checking as well.
9. If a supplier lends the tool, offer others the same chance and promise nothing.`,
  'template.aiTrial.text': `## The task, and what a good answer is

## The tool

| Tool and version | Date | Who runs it | Where the words we type go |
| --- | --- | --- | --- |
|  |  |  |  |

## Before we begin

- [ ] Our organisation allows the tool for this
- [ ] All cases are made up or published
- [ ] Somebody is named to check each answer
- [ ] We have answers made without the tool
- [ ] Traps are among the cases

## Results

| Kind of case | Cases | Right with the tool | Right without | Wrong and harmful |
| --- | --- | --- | --- | --- |
|  |  |  |  |  |

## Where it goes wrong

## Who is treated worse

## What it costs to check
`,

  'template.learningReview.method': `1. Meet within two weeks of the end. Ask someone from outside the team to lead.
2. Say at the start: we look for causes, not for people to blame.
3. Hear from everyone who did the work, in writing if they would rather not say it aloud.
4. Put the facts in order first: the plan, what was changed, what was spent.
5. Ask four things. What did we expect? What happened? Why was it different? What will we do next time?
6. Choose at most three lessons. Give each an action, a role and a date.
7. Put it where others will find it.`,
  'template.learningReview.text': `## What happened, in order

| Date | What happened | What we knew then |
| --- | --- | --- |
|  |  |  |

## What did we expect?

## What happened?

## Why was it different?

## What will we do next time?

| Lesson | Action | Role | Date |
| --- | --- | --- | --- |
|  |  |  |  |

## Before it is passed on

- [ ] Everyone who did the work had a chance to speak
- [ ] There are roles, and no names
- [ ] Luck is named as luck, good or bad
- [ ] Someone outside the team has read it
`,

  'template.decisionRecord.method': `1. Write the question in one sentence, and why it has to be answered now.
2. List at least three options. One of them is to do nothing.
3. For each, write what speaks for it, what speaks against it, and what must be true for it to work.
4. Say who was asked and who disagreed.
5. Write the decision, the reason, the role that decides, and the date.
6. Say what would make you look again, and when.
7. Do not rewrite it later. If you change your mind, write a new one that replaces it.`,
  'template.decisionRecord.text': `## The question

## What we know, and how sure we are

## Options

| Option | For | Against | What must be true |
| --- | --- | --- | --- |
| Do nothing |  |  |  |
|  |  |  |  |

## Who was asked, who was told

## Decision

## What follows

- Good:
- Bad:
- To watch:

## Before it is agreed

- [ ] Doing nothing was weighed fairly
- [ ] Those who disagree see their view written down
- [ ] Who could lose out is named
- [ ] The day to look again is set
`,
} as const;
