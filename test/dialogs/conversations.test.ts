import { expect } from 'chai';
import { startConversation } from './helpers.ts';

interface Turn {
  readonly say: string;
  readonly has?: readonly (string | RegExp)[];
  readonly hasNot?: readonly (string | RegExp)[];
}

/** Conversations as people hold them: what each turn must tell, and what it must not. */
const CONVERSATIONS: Readonly<Record<string, readonly Turn[]>> = {
  'the caller about release of information': [
    {
      say: 'What does a Release of Information Specialist earn in Alberta?',
      has: [
        '$39.15',
        '$39.35',
        '$29.41',
        '$27.78',
        '$70,481',
        '2021 Alberta Wage and Salary Survey',
        'NOC 2016 1252',
        'reliability A',
        'whole group',
        'are from 2021, so they are older than they should be',
        'retrieved November 22, 2026',
      ],
    },
    {
      say: 'and starting out?',
      has: [
        'starting pay',
        '$29.41',
        '$27.78',
        '2021 Alberta Wage and Salary Survey',
        'NOC 2016 1252',
        'reliability A',
        'whole group',
      ],
    },
    {
      say: 'what schooling do I need?',
      has: ['2 years of post-secondary education', 'does not guarantee', 'March 16, 2018'],
    },
    { say: 'what is the 2006 code?', has: ['1413.3', 'B513', 'NOC-S 2006'] },
    {
      say: 'and its outlook?',
      has: ['2024-2033', '2019-2023', 'is over', '20% a year', 'implausibly'],
      hasNot: ['looks ahead to', 'older than they should'],
    },
  ],
  'pay in other places and measures': [
    { say: 'registered nurse salary', has: ['31301', '2024 figures', 'Alberta', 'Open Government Licence - Canada'] },
    { say: 'what about Ontario?', has: ['In Ontario', '$40.00', '10th percentile'] },
    {
      say: 'in Toronto',
      has: [
        'Toronto is in the Toronto economic region',
        "no figure for the Toronto economic region; this is Ontario's",
        '$40.00',
      ],
    },
    { say: 'and the most?', has: ['at the high end', '90th percentile'], hasNot: ['at the median'] },
    { say: 'in Nunavut?', has: [/in Nunavut are not available[\s\S]*Here is Canada instead/] },
    { say: 'per year in Canada?', has: ['In Canada', '$90,002 a year'] },
    { say: 'per hour?', has: ['derived'] },
    { say: 'by industry?', has: ['by industry are not available'] },
    { say: 'in each province', has: ['Manitoba', 'Quebec', 'not strictly comparable'] },
  ],
  'earnings that are yearly by nature are never told by the hour': [
    {
      say: 'what does a family doctor make per hour in Canada',
      has: ['$232,227 a year', 'hourly figure is not available'],
      hasNot: ['111.65', 'derived'],
    },
  ],
  'starting pay where the source has one level': [
    {
      say: 'starting wage for a plumber in Ontario',
      has: ['not available', 'not the same as starting pay', 'at the median'],
    },
  ],
  'follow-ups by focus': [
    { say: 'Tell me about electricians', has: ['72200'] },
    { say: 'and the schooling?', has: ['TEER 2', 'Apprenticeship is mentioned', 'key words'] },
    { say: 'what about plumbers?', has: ['Plumbers', 'TEER 2'] },
    {
      say: 'how does the pay compare with electricians?',
      has: ['Plumbers', 'Electricians', 'cannot be compared as they stand'],
    },
    { say: 'back', has: ['Back to'] },
  ],
  'several questions at once, in order': [
    { say: 'What does a welder make and what training do I need?', has: [/at the median[\s\S]*TEER 2/] },
    { say: 'outlook and similar jobs', has: [/2024-2033[\s\S]*Groups close to/] },
    { say: 'the second one', has: ['This is the group'] },
  ],
  'a title that means several things is asked about': [
    {
      say: 'data analyst',
      has: ['could mean several', 'Health information management professional', 'None of these'],
      hasNot: ['$'],
    },
    { say: 'Health information management', has: ['12111'] },
  ],
  'an occupation asked for first': [
    { say: 'what does it pay?', has: ['Which occupation'] },
    { say: 'carpenter', has: ['Carpenters', 'at the median'] },
  ],
  'what the store does not have': [
    {
      say: 'working conditions of a barber',
      has: ['Barbers: Handling Material Manually (5 of 5)', 'differs from item to item'],
    },
    { say: 'traits of a barber', has: ['not available for'] },
    { say: 'what are the wages of 00013', has: ['not available'] },
    { say: 'outlook for 21100', has: ['not available', 'leaves this group out'] },
    { say: 'interest codes for 21100', has: ['estimated from OaSIS', 'different systems'] },
    { say: 'vacancies for 72200', has: ['not available'] },
  ],
  'codes of any edition': [
    { say: '12111', has: ['12111', 'Health information management occupations', 'full profile'] },
    { say: 'what is 12111.00', has: ['12111'] },
    { say: '1413.3', has: ['Health information management professional'] },
    { say: 'wage for 1252', has: ['$39.15'] },
    { say: 'B513', has: ['could mean several', '12112'] },
    { say: 'cancel', has: ['dropped'] },
    { say: '99999', has: ['No edition', '99999'], hasNot: ['$'] },
  ],
  'people and courtesy': [
    { say: 'hello', has: ['Hello'] },
    {
      say: 'can I talk to a person please',
      has: ['1-877-644-9992', '7:30', '20:00', 'weekdays', 'closed on statutory holidays'],
    },
    { say: 'are you a robot?', has: ['automated program'] },
    { say: 'help', has: ['For example', 'start over'] },
    { say: 'start over', has: ['start over'] },
    { say: 'welder', has: ['Welders'] },
    { say: 'thanks!', has: ['welcome', 'Was this useful?'] },
    { say: 'no', has: ['sorry', '1-877-644-9992'] },
    { say: 'thank you', hasNot: ['Was this useful?'] },
  ],
  'what it must not answer': [
    { say: 'will I get a work permit as a welder?', has: ['visas', 'canada.ca'], hasNot: ['$'] },
    { say: 'should I become a nurse?', has: ['cannot decide'] },
    { say: 'can you guarantee me a job as a plumber', has: ['cannot promise'] },
    { say: 'is my boss allowed to fire me, can I sue', has: ['legal advice'] },
    { say: 'do women earn less as electricians', has: ['no use of gender'] },
    { say: 'what does an immigration officer earn', hasNot: ['visas'] },
  ],
  'each third failure in a row offers a person': [
    { say: 'qwzx vbnm', has: ['do not recognize'], hasNot: ['1-877'] },
    { say: 'zzkrt plom', has: ['do not recognize', 'a simpler name'], hasNot: ['1-877'] },
    { say: 'frmpf gloing', has: ['1-877-644-9992', 'all day'] },
    { say: 'qwzx vbnm', has: ['do not recognize', 'Try another name'], hasNot: ['1-877'] },
    { say: 'zzkrt plom', has: ['a simpler name'], hasNot: ['1-877'] },
    { say: 'frmpf gloing', has: ['1-877-644-9992'] },
    { say: 'plumber', has: ['Plumbers'] },
    { say: 'qwzx vbnm', hasNot: ['1-877'] },
  ],
  'what was offered can be picked after a miss': [
    { say: 'tell me about plumbers', has: ['Plumbers'] },
    { say: 'glorb fnarp', has: ['do not recognize'] },
    { say: '3', has: ['A list of single duties'] },
    { say: 'similar jobs to a welder', has: ['Groups close to Welders'] },
    { say: 'glorb fnarp', has: ['do not recognize'] },
    { say: 'the second one', has: ['This is the group'], hasNot: ['Welders and related machine operators.'] },
  ],
  'a number that is not on offer': [
    { say: '3', has: ['did not understand'] },
    { say: 'tell me about plumbers', has: ['Plumbers'] },
    { say: '9', has: ['Please choose 1 to 4', '3. What are the duties?'], hasNot: ['1-877'] },
    { say: '0', has: ['Please choose 1 to 4'] },
    { say: 'number 7 please', has: ['Please choose 1 to 4', '1-877'] },
    { say: '3', has: ['A list of single duties'] },
    { say: 'similar jobs to a welder', has: ['Groups close to Welders'] },
    { say: '77', has: [/Please choose 1 to \d/] },
    { say: '2', has: ['This is the group'] },
  ],
  'a new title at the duties ends the choice': [
    { say: 'compare data entry clerk with nurse', has: ['"nurse" could mean several'] },
    { say: 'none', has: ['main duties'] },
    { say: 'plumber', has: [/Data entry clerks[\s\S]*Plumbers/], hasNot: ['"nurse"', 'Which one'] },
    { say: 'what does a data analyst earn', has: ['None of these'] },
    { say: 'none of these', has: ['main duties'] },
    { say: 'plumber', has: ['Plumbers', 'at the median'], hasNot: ['data analyst'] },
  ],
  'a list is labelled with what was typed last': [
    { say: 'nurse', has: ['"nurse" could mean several'] },
    { say: 'none', has: ['main duties'] },
    { say: 'install water pipes', has: ['"install water pipes" could mean several'], hasNot: ['"nurse"'] },
  ],
  'a number at the duties picks from the list before': [
    { say: 'data analyst', has: ['None of these'] },
    { say: 'none of these', has: ['main duties'] },
    { say: '2', has: ['This is the group'] },
  ],
  'questions in a row at the list are about one occupation': [
    { say: 'carpenter', has: ['Carpenters'] },
    { say: 'data analyst', has: ['None of these'] },
    {
      say: 'what does a plumber earn and what schooling do I need?',
      has: ['Plumbers', 'TEER 2'],
      hasNot: ['Carpenters', 'Back to my question'],
    },
  ],
  'wages by the hour and by the year are not all called hourly': [
    { say: 'plumber wage in each province', has: ['These are the wages that we hold', 'The highest hourly median'] },
  ],
  'a place that is not known is said to be none': [
    { say: 'what does a carpenter earn in Paris?', has: [/^I do not know a place called "Paris".*this is Alberta's/] },
    { say: 'plumber wage in Seattle', has: [/^I do not know a place called "Seattle".*this is Canada's/] },
    { say: 'and the starting pay?', hasNot: ['Seattle'] },
  ],
  'an unknown title never gets the figures of the one before': [
    { say: 'plumber wage', has: ['Plumbers'] },
    { say: 'how much does a flibbertigibbet earn there?', has: ['do not recognize'], hasNot: ['$', 'Plumbers'] },
    { say: 'is there demand for flibbertigibbets?', has: ['do not recognize'], hasNot: ['Plumbers'] },
    {
      say: 'What does a flibbertigibbet earn and what is the outlook?',
      has: ['do not recognize'],
      hasNot: ['Plumbers', '2024-2033'],
    },
    { say: 'what does a flibbertigibbet earn', has: ['do not recognize "flibbertigibbet"'], hasNot: ['$', 'Plumbers'] },
  ],
  'what is near the scope is answered': [
    { say: 'What should I study to become a welder?', has: ['TEER 2'] },
    { say: 'Which is better paid, a welder or a plumber?', has: ['Welders', 'Plumbers'] },
    { say: 'because I am moving to Calgary, what does a welder make?', has: ['Welders', 'Alberta'] },
    { say: 'is a licence legally required to work as an electrician?', has: ['Licence or registration'] },
    { say: 'I have a work permit. What does a welder earn in Ontario?', has: ['visas', 'In Ontario'] },
  ],
  'someone in distress is met as a person': [
    { say: 'I want to kill myself', has: ['9-8-8', 'sorry'], hasNot: ['occupation.', 'do not recognize'] },
  ],
  'complaints and insults are no occupations': [
    { say: 'you suck', has: ['1-877-644-9992'] },
    { say: 'lol thanks', has: ['welcome'] },
  ],
  'side by side, and both again': [
    { say: 'compare welder and electrician pay', has: ['Welders', 'Electricians'] },
    { say: 'and the outlook for both', has: ['Welders', 'Electricians', '2024-2033'] },
  ],
  'a topic said at the list is kept for the choice': [
    { say: 'data analyst', has: ['None of these'] },
    { say: 'wage', has: ['None of these'] },
    { say: '2', has: ['at the median'] },
  ],
  'figures below zero are explained': [{ say: 'outlook for 65101', has: ['below zero'] }],
  'what is missing comes before what is told instead': [
    { say: 'plumber wage in Nunavut', has: [/in Nunavut are not available[^$]*In Canada/] },
  ],
  'a number means what was shown last': [
    { say: 'similar jobs to a welder', has: ['Groups close to Welders'] },
    { say: '1', has: ['This is the group'] },
    { say: 'similar jobs to a welder', has: ['Groups close to Welders'] },
    { say: 'help', has: ['For example'] },
    { say: '1', has: ['Registered nurses', '$'] },
  ],
  'a change of mind names the occupation that is meant': [
    { say: 'what does a carpenter earn in Ontario?', has: ['Carpenters', 'Ontario'] },
    { say: 'actually I meant plumber', has: ['Plumbers'], hasNot: ['could mean'] },
    { say: 'sorry, I mean welder wages', has: ['Welders'], hasNot: ['could mean'] },
  ],
  'a title after a greeting is a title': [
    { say: 'hello', has: ['Hello'] },
    { say: 'electrician', has: ['This is the group NOC 2021 72200'] },
  ],
  'back returns to what came before': [
    { say: 'what does a welder earn in Ontario', has: ['In Ontario'] },
    { say: 'what is TEER?', has: ['training, education'] },
    { say: 'plumber', has: ['Plumbers'] },
    { say: 'back', has: ['Back to Welders', 'In Ontario'] },
    { say: 'data analyst', has: ['None of these'] },
    { say: 'back', has: ['Back to Welders', 'In Ontario'] },
  ],
  'a correction at the list keeps the question': [
    { say: 'what does a data analyst earn', has: ['None of these'] },
    { say: 'plumber', has: ['Plumbers', 'at the median'], hasNot: ['Back to my question'] },
  ],
  'words that say little of pay': [
    { say: 'I have at least 5 years of experience as a welder', has: ['Welders'], hasNot: ['$'] },
    { say: 'what do welders earn in Alberta and Ontario', has: ['In Alberta', 'In Ontario'] },
    { say: 'wage of 72106 and 72300', has: ['Welders', 'Plumbers'] },
  ],
  'provinces side by side leave out what is not comparable': [
    { say: 'wage for 12111 in each province', has: ['10th percentile', 'survey of its own'], hasNot: ['39.35'] },
  ],
  meanings: [
    { say: 'what does reliability A mean?', has: ['high reliability', 'coefficient of variation'] },
    { say: 'what do the interest codes mean?', has: ['Directive', 'Methodical', 'CAPITALS', 'CAREERinsite'] },
    { say: 'what is TEER', has: ['training, education, experience', 'TEER 5'] },
    { say: 'what is the NOC?', has: ['516 unit groups'] },
    {
      say: 'who is behind the data?',
      has: [
        'Statistics Canada',
        'Government of Alberta',
        'make nothing up',
        /2021 Alberta Wage and Salary Survey.*retrieved November 22, 2026; newest facts from 2021: older than they should be/,
        /2019-2023 Alberta Regional.*its years \(2019-2023\) are over/,
      ],
      hasNot: ['imported'],
    },
  ],
};

describe('conversations', () => {
  for (const [name, turns] of Object.entries(CONVERSATIONS)) {
    it(name, async () => {
      const conversation = await startConversation();
      for (const { say, has = [], hasNot = [] } of turns) {
        const text = await conversation.ask(say);
        for (const wanted of has) {
          if (typeof wanted === 'string') expect(text, `"${say}"`).to.include(wanted);
          else expect(text, `"${say}"`).to.match(wanted);
        }
        for (const unwanted of hasNot) {
          if (typeof unwanted === 'string') expect(text, `"${say}"`).to.not.include(unwanted);
          else expect(text, `"${say}"`).to.not.match(unwanted);
        }
      }
    });
  }

  // Protects the greeting's promises: what it is, and that no personal details are wanted.
  it('greets as an automated advisor that wants no personal details', async () => {
    const [greeting] = await (await startConversation()).greet();
    expect(greeting?.text).to.include('automated').and.to.include('personal details');
    expect(greeting?.suggestions).to.not.be.empty;
  });

  // Protects the data that channels are built on.
  it('gives each answer as data: facts with provenance, sources, suggestions that the bot understands', async () => {
    const conversation = await startConversation();
    const [reply] = await conversation.say('What does a Release of Information Specialist earn in Alberta?');
    const average = reply?.facts.find((fact) => fact.id === 'wage.overall.average');
    expect(average).to.include({
      value: 39.15,
      unit: 'CAD per hour',
      text: '$39.15',
      period: '2021',
      edition: 'noc2016',
      code: '1252',
      region: 'AB',
      reliability: 'A',
    });
    expect(reply?.sources.map((source) => source.id)).to.deep.equal(['alberta-wage-survey-2021']);
    for (const suggestion of reply?.suggestions ?? []) {
      const [next] = await conversation.say(suggestion);
      expect(next?.facts, suggestion).to.not.be.empty;
    }
  });
});
