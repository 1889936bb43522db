import { edition, type Parameter, phone, type Sayable, type Sentence, say, time } from '../../answers/sentence.ts';

/** What is said around the answers. Lists of sentences are for repeated tries: no one is asked twice in the same words. */
export const conversation = {
  greeting: [
    say`Hello. I am an automated career advisor for Alberta and the rest of Canada. Tell me a job title, or ask me about one: what it pays, what schooling it takes, what the outlook is. Or find out in a few minutes which occupations go with your interests.`,
    say`Every figure I tell has a source. Please do not send personal details. Say "help" for examples, or "a person" to reach one.`,
  ],
  examples: [
    'What does a registered nurse earn in Alberta?',
    'What schooling does an electrician need?',
    'What job suits me?',
  ],

  helpLead: say`You can ask me about any occupation in Canada, by job title or NOC code. For example:`,
  helpTopics: say`I can tell its pay, schooling, duties, outlook, interests, codes over time, similar occupations and more. I can also find out your interests ("start the interests exercise"), suggest occupations ("jobs with no university"), compare up to four ("compare plumbers and welders") and keep a short list ("save this one", "show my list").`,
  helpCommands: say`At any time: "back" returns to the occupation before, "cancel" drops a question of mine, "start over" forgets our talk, "a person" tells you how to reach one.`,

  person: (name: Parameter, number: string, days: Sayable, opens: string, closes: string, note: Sayable): Sentence =>
    say`To talk to a person, call the ${name}: ${phone(number)}, ${days} ${time(opens)} to ${time(closes)} (${note}).`,

  crisis: (name: Parameter, number: string, days: Sayable, _opens: string, _closes: string, note: Sayable): Sentence =>
    say`Please call or text the ${name} now, at ${phone(number)}: ${days}, at any hour (${note}). In an emergency, call the emergency services where you are.`,
  distress: say`I am sorry that things are so hard. I am only a program for questions about occupations, but there are people who will listen.`,
  /** For a person without work; followed by how a person is reached. */
  jobLost: say`I am sorry to hear that. There are three ways on. A short exercise finds your interests, and the work that goes with them. Or tell me the job that you had, and I show similar work. Or talk to a person.`,
  personal: say`Please leave out personal details such as names, addresses, phone numbers and identity numbers. I took out what looked like one; the rest of your message is kept.`,

  cancelled: say`All right, I have dropped that.`,
  nothingToCancel: say`There is nothing to cancel. Ask me about any occupation.`,
  startedOver: say`Let us start over. Which occupation would you like to hear about?`,
  backTo: (subject: Parameter): Sentence => say`Back to ${subject}.`,
  nothingBefore: say`There is nothing to go back to yet. Ask me about any occupation.`,

  askSubject: [
    say`Which occupation do you mean? A job title or a NOC code will do.`,
    say`Tell me the job title first, such as "welder" or "office manager".`,
    say`I need an occupation to answer that. What is the job called?`,
  ],
  notUnderstood: [
    say`I did not understand that. Try a job title, such as "dental assistant", or a question about one.`,
    say`I still do not follow. Could you say it in other words, or give the job title alone?`,
    say`I am sorry, I cannot make that out.`,
  ],
  askPerson: 'Talk to a person',
  offerPerson: say`A person may be able to help better.`,
  empty: [
    say`I got an empty message. Type a job title or a question.`,
    say`Nothing arrived again. Type a job title, such as "carpenter".`,
  ],
  tooLong: say`That is more text than I can work with. Please send one job title or one question, in a sentence or two.`,
  otherLanguage: say`I can answer in English only for now; job titles may be in French. (Pour l'instant, je ne réponds qu'en anglais.)`,

  notRecognized: (asked: Parameter): Sentence => say`I do not recognize "${asked}" as an occupation.`,
  notRecognizedUnquoted: say`I do not recognize an occupation in that.`,
  notRecognizedHint: [
    say`Try another name for the job, or tell me in a few words what the work is.`,
    say`Is there a simpler name for it, or can you name the main duty?`,
    say`What do people in that job do all day? A few words help.`,
  ],
  codeUnknown: (asked: Parameter): Sentence => say`No edition of the classification that I hold has the code ${asked}.`,
  codeHint: [
    say`${edition('NOC 2021')} codes have five digits; earlier ones have four characters. You can also tell me the job title.`,
    say`Check the code, or tell me the job title instead.`,
    say`A job title will do as well as a code.`,
  ],

  choose: (asked: Parameter): Sentence => say`"${asked}" could mean several groups. Which one do you mean?`,
  /** For words that are too many to quote, or better not said back. */
  chooseUnquoted: say`I am not sure which occupation you mean. Is it one of these?`,
  chooseAgain: (none: string): Sentence =>
    say`Please pick one of them: its number or part of its name is enough, or say "${{ segments: [none] }}".`,
  choiceItem: (title: Parameter, groupCode: Parameter, gist: Parameter): Sentence =>
    say`${title} (${groupCode}): ${gist}`,
  occupationItem: (occupation: Parameter, groupCode: Parameter, title: Parameter): Sentence =>
    say`${occupation}, in ${title} (${groupCode})`,
  noneOfThese: 'None of these',
  outOfRange: (first: Parameter, last: Parameter): Sentence =>
    first.text === last.text
      ? say`There is only one to choose: ${first}.`
      : say`Please choose ${first} to ${last}, or ask me something else.`,
  backToQuestion: say`Back to my question.`,

  describeWork: [
    say`Then tell me about the work: what are the main duties, or what kind of business is it in?`,
    say`Can you say more: what do they make, fix, sell or look after, and where?`,
  ],
  chooseFailed: say`Let us leave that open: I could not tell which one you mean, and I will not guess. Give me another job title, or ask me something else.`,
  describeFailed: say`I could not find it from that either, and I will not guess.`,

  useful: 'Was this useful?',
  usefulYes: 'Yes, it was',
  usefulNo: 'No, it was not',
  usefulThanks: say`Good to hear. Ask me more whenever you like.`,
  usefulSorry: say`I am sorry. Tell me what you were looking for in other words, or talk to a person.`,

  thanks: say`You are welcome. Is there anything else about this or another occupation?`,
  goodbye: say`Goodbye, and good luck with your plans.`,
  hello: say`Hello. Which occupation would you like to hear about?`,
  smallTalk: say`I am an automated advisor, and I know about occupations only. Which one would you like to hear about?`,
  noReminders: say`I never write to anybody first, so I cannot remind you.`,
  listAgain: say`Your list stays here: say "show my list" whenever you come back. It is kept until you say "forget me", or until you have not written for some weeks; "send me my list" gives it to you as text, with a code that brings it back later or elsewhere.`,
  whoAreYou: say`I am an automated program, not a person. I look up occupations in public data of Canada and Alberta and tell you what is stored there, with its source.`,
  ok: say`All right. What would you like to know next?`,

  outOfScope: {
    immigration: say`I cannot say anything about visas, permits or whether you would be admitted: I only hold facts about occupations. For immigration, see Immigration, Refugees and Citizenship Canada at canada.ca.`,
    legal: say`I cannot give legal advice or say what you are entitled to. For employment standards in Alberta, see alberta.ca, or ask a person.`,
    hiring: say`I cannot promise or predict whether you would be hired: that depends on you and the employer. I can tell you what the work asks for and how the market is projected.`,
    advice: say`I cannot decide for you what is best. I can tell you facts about occupations side by side, and a counsellor can help you weigh them.`,
    personal: say`I make no use of gender, age, origin or name: the facts about an occupation are the same for everyone.`,
  },
  payNotComparable: say`These pay figures are of different places, years, sources or pay units, so they cannot be compared as they stand.`,
  compareSources: say`If the two answers are from different surveys, years or regions, do not compare their figures directly.`,
  fault: say`Something went wrong on my side, and I could not answer that. Please try again, or talk to a person.`,
} as const;
