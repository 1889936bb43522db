import { expect } from 'chai';
import { type Conversation, startConversation } from './helpers.ts';
import { importedKnowledge } from './imported-knowledge.ts';

interface Case {
  readonly say: readonly string[];
  /** What the answer to the last line has, and has not. */
  readonly has: readonly (string | RegExp)[];
  readonly hasNot?: readonly string[];
}

/** Answers once publishers' files have been imported (invented ones: see imported-knowledge.ts). */
const WAGES: Readonly<Record<string, Case>> = {
  'a city is answered for by its economic region, and the answer says which': {
    say: ['what does a welder earn in Red Deer'],
    has: [
      'Red Deer is in the Red Deer economic region.',
      'In the Red Deer economic region',
      '$37.25 an hour at the median',
      'Job Bank wages, 2025 release',
    ],
    hasNot: ['Our store has no', "this is Alberta's", 'In Alberta'],
  },
  'other releases of the place stay to be seen': {
    say: ['what does a welder earn in Red Deer'],
    has: ['Also on record for the Red Deer economic region, at the median: $34.10 an hour (2020 figures).'],
    hasNot: ['older than they should be'],
  },
  'at most three, the newest first, with the sources of all': {
    say: ['welder wage'],
    has: [
      '$39.00',
      'Also on record for Alberta, at the median: $38.00 an hour (2024 figures) and $35.00 an hour (2020 figures).',
      'Job Bank wages, 2020 release',
    ],
  },
  'two sources of one year both stand, the import first': {
    say: ['welder wage in BC'],
    has: [
      '$35.50 an hour at the median',
      'Also on record for British Columbia, at the median: $35.00 an hour (2025 figures).',
    ],
  },
  'the province answers where the region has no figure': {
    say: ['welder wage in Calgary'],
    has: [
      'Calgary is in the Calgary economic region.',
      "no figure for the Calgary economic region; this is Alberta's",
      '$39.00',
    ],
    hasNot: ['same as'],
  },
  'Canada answers where neither has': {
    say: ['what does a legislator earn in Lethbridge'],
    has: [
      'Lethbridge is in the',
      /no figure for the Lethbridge–Medicine Hat economic region or Alberta; this is Canada's/,
      '$84,000',
    ],
  },
  "a region that was given its province's figures is told as such": {
    say: ['welder wage in Edmonton'],
    has: ["figures for the Edmonton economic region are the same as Alberta's", 'too few people'],
  },
  'an old local figure is told with its age and the newer one around it': {
    say: ['truck driver wage in Calgary'],
    has: [
      '$27.30',
      'For Alberta as a whole there is a newer figure: $30.20 an hour',
      'The figures of Job Bank wages, 2020 release are from 2020, so they are older than they should be',
    ],
  },
  'an area is told by its regions, beside the province': {
    say: ['welder wage in northern Alberta'],
    has: [
      'Northern Alberta is made up of the Athabasca–Grande Prairie–Peace River economic region and the Wood Buffalo–Cold Lake economic region.',
      '$42.50',
      'no figure for the Wood Buffalo–Cold Lake economic region',
      'For comparison: In Alberta: $39.00',
    ],
  },
  'an area without figures is answered for by its province': {
    say: ['truck driver wage in northern Alberta'],
    has: ['no figure for northern Alberta', "this is Alberta's", '$30.20'],
  },
  'the regions of one province side by side': {
    say: ['which part of Alberta pays welders the most'],
    has: [
      'highest median, $42.50 an hour, is that of the Athabasca–Grande Prairie–Peace River economic region',
      'Red Deer economic region: low',
    ],
    hasNot: ['British Columbia', 'Canada:'],
  },
  'the same, asked in other words': {
    say: ['welder wage', 'by region in Alberta'],
    has: ['Red Deer economic region: low', 'Regions with the same figures as Alberta have none of their own'],
    hasNot: ['British Columbia'],
  },
  'every province: the regions stay out': {
    say: ['welder wage in each province'],
    has: ['Saskatchewan', 'Alberta: low (10th percentile) $26.00'],
    hasNot: ['economic region'],
  },
  'a newer figure goes before an older survey, which is told with its age': {
    say: ['wage for 12111'],
    has: [
      /\$36\.40 an hour at the median.*Another survey gives for Alberta: \$39\.15 an hour on average/,
      'are from 2021, so they are older',
    ],
  },
  'the survey answers for what only it has published': {
    say: ['release of information specialist wage', 'starting pay in Red Deer?'],
    has: ["no separate starting pay for the Red Deer economic region; this is Alberta's", '$29.41', 'NOC 2016 1252'],
  },
  'a published year goes before a derived one': {
    say: ['release of information specialist wage per year'],
    has: ['The published average salary is $70,481 a year'],
  },
  'the remark of the publisher is quoted': {
    say: ['welder wage in Red Deer'],
    has: ["The publisher's remark on this figure: Few answers; use with care."],
  },
};

const OTHERS: Readonly<Record<string, Case>> = {
  'an outlook of the region, with its years and release': {
    say: ['outlook for welders in Grande Prairie'],
    has: [
      'Grande Prairie is in the',
      'For the Athabasca–Grande Prairie–Peace River economic region, the outlook for Welders',
      '2025-2027 is rated: very good (released December 5, 2025)',
      '2024-2033',
    ],
    hasNot: ['is not available in our store'],
  },
  "the province's outlook, with the publisher's words": {
    say: ['outlook for welders in Red Deer'],
    has: [
      "no outlook for the Red Deer economic region; this is Alberta's",
      'rated: good',
      "In the publisher's words, on Alberta: About 1,150 welders",
    ],
  },
  'the outlook of an area, region by region': {
    say: ['outlook for welders in northern Alberta'],
    has: ['Northern Alberta is made up of', 'rated: very good', 'rated: moderate', 'For Alberta, the outlook'],
  },
  'the outlook of the home region where none is asked for': {
    say: ['outlook for welders'],
    has: ['For Alberta, the outlook'],
  },
  'no outlook where there is none': {
    say: ['outlook for plumbers in Ontario'],
    has: ['own for Ontario is not available'],
  },
  'official duties behind our own words, up to eight': {
    say: ['duties of a welder'],
    has: ['run a bead', 'The official description lists:', '- Check the finished seam', 'has 1 more'],
    hasNot: ['Teach apprentices', 'Never told'],
  },
  'official requirements before what the category asks for': {
    say: ['what schooling does a welder need'],
    has: [/The official description asks for:[\s\S]*3 years of apprenticeship[\s\S]*category as a whole/],
  },
  "official requirements beside an occupation's profile": {
    say: ['what schooling does a release of information specialist need'],
    has: ['2 years of post-secondary education', 'The official description says: A college program'],
  },
  'official workplaces, by profile where a group has several': {
    say: ['who employs welders'],
    has: [
      'The official description lists these workplaces and employers:',
      '- Welders: Shipyards',
      'operators: Factories',
    ],
  },
  'working conditions on the scale that is sure to be of five': {
    say: ['working conditions of 14100'],
    has: [
      /General office support workers: Contact With Others \(5 of 5\)[^\n]*Telephone \(5 of 5\)/,
      'differs from item to item',
    ],
    hasNot: ['Work Schedule', 'scale 2', 'Contact With Others (4'],
  },
  'skills by profile where a group has several': {
    say: ['which skills do employers want for 14100'],
    has: [
      'General office support workers: Writing (3 of 5) and Numeracy (2 of 5)',
      'File clerks: Digital Literacy (4 of 5)',
    ],
  },
  'skills in short beside those of job postings, the inapplicable left out': {
    say: ['skills employers ask for of a release of information specialist'],
    has: ['Digital Literacy (5 of 5), Writing (4 of 5) and Numeracy (3 of 5).', '11 most recent'],
    hasNot: ['Repairing'],
  },
  'attributes, with the skills beside them': {
    say: ['what traits does it take to be a general office support worker'],
    has: ['attribute: Concern: rated 4 of 5', 'skill: '],
  },
  'where the facts come from: the imported files': {
    say: ['where do your facts come from'],
    has: [
      "imported 5 of the publishers' own files, the last on November 20, 2026",
      'Job Bank wages, 2020 release',
      /2020 release.*newest facts from 2020: older/,
    ],
  },
};

describe('answers from imported files', () => {
  for (const [title, cases] of Object.entries({ pay: WAGES, 'all the rest': OTHERS })) {
    describe(title, () => {
      for (const [protects, { say, has, hasNot = [] }] of Object.entries(cases)) {
        it(protects, async () => {
          const conversation = await startConversation(importedKnowledge());
          const text = await lastAnswer(conversation, say);
          for (const wanted of has) {
            if (typeof wanted === 'string') expect(text).to.include(wanted);
            else expect(text).to.match(wanted);
          }
          for (const unwanted of hasNot) expect(text).to.not.include(unwanted);
        });
      }
    });
  }

  // Protects listeners: the warning about age is heard, what is set aside is only seen.
  it('reads the warning aloud, and other releases not', async () => {
    const conversation = await startConversation(importedKnowledge());
    const [old] = await conversation.say('truck driver wage in Calgary');
    expect(old?.spoken).to.include('older than they should be');
    const [welder] = await conversation.say('welder wage in Red Deer');
    expect(welder?.spoken).to.not.include('Also on record');
  });

  // Protects exactness: a fraction of a cent is not told, and what is told in its place says what it was made of.
  it('marks an amount that it had to round', async () => {
    const conversation = await startConversation(importedKnowledge());
    const [welder] = await conversation.say('welder wage in Red Deer');
    expect(welder?.facts.find(({ id }) => id === 'wage.record.all.median')).to.include({
      value: 34.1,
      text: '$34.10',
      derived: 'rounded to the cent from 34.104',
    });
  });

  // Protects programs: a rating and a quoted sentence are facts with a source like any figure.
  it('gives ratings and quoted texts as facts', async () => {
    const conversation = await startConversation(importedKnowledge());
    const [skills] = await conversation.say('which skills do employers want for 14100');
    expect(skills?.facts[0]).to.include({
      id: 'oasis.skills',
      value: 3,
      unit: 'rating',
      edition: 'oasis2023',
      code: '14100.01',
    });
    const [duties] = await conversation.say('duties of a welder');
    expect(duties?.facts.find(({ id }) => id === 'official.duty')).to.include({ source: 'noc-2021', unit: 'text' });
  });
});

async function lastAnswer(conversation: Conversation, lines: readonly string[]): Promise<string> {
  let text = '';
  for (const line of lines) text = await conversation.ask(line);
  return text;
}
