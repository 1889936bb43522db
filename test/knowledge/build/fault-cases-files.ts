import {
  ALBERTA,
  append,
  BC,
  type Case,
  edit,
  GROUPS,
  gone,
  HEALTH,
  PROFILE,
  PROFILE_LINES,
  profileLine,
  replaceAll,
} from './fault-cases.ts';

/** Slips in wages, whole files and profiles. */
export const WAGES: Case[] = [
  {
    protects: 'low, median and high the wrong way round',
    edits: {
      [BC]: (text) =>
        [
          edit(3, '25.61,30.60,53', '30.60,25.61,53'),
          edit(4, '24.50,31.90,40', '24.50,41.90,40'),
          edit(5, '17.85,25,34.04', '34.04,25,17.85'),
        ].reduce((now, change) => change(now), text),
    },
    faults: [
      `${BC}:3: low 30.6 is above the median 25.61`,
      `${BC}:4: the median 41.9 is above high 40`,
      `${BC}:5: low 34.04 is above the median 25`,
      `${BC}:5: the median 25 is above high 17.85`,
    ],
  },
  {
    protects: 'a yearly amount told by the hour and the reverse, in any of the three',
    edits: { [BC]: (text) => edit(5, '34.04', '70803')(edit(3, 'hour,hour', 'year,hour')(text)) },
    faults: [
      `${BC}:3: 25.61 a year cannot be: is the unit "hour"?`,
      `${BC}:5: 70803 an hour cannot be: is the unit "year"?`,
    ],
  },
  {
    protects: 'an hour made of what is published by the year alone',
    edits: { [BC]: edit(3, 'hour,hour', 'hour,year') },
    faults: [`${BC}:3: an hourly amount has the basis "hour"`],
  },
  {
    protects: 'a row without a median',
    edits: { [BC]: edit(3, '30.60', '') },
    faults: [`${BC}:3: a wage row needs a median (leave the row out where none is published)`],
  },
  {
    protects: 'the Alberta survey: order of average and median, hours, months, reliability, an empty row',
    edits: {
      [ALBERTA]: (text) =>
        [
          edit(2, '26.80,37.30,29.41,27.78', ',,,'),
          edit(3, '39.15,39.35', '29.15,49.35'),
          edit(3, '34.7,12', '347,13'),
          edit(4, '47.30,A', '47.30,E'),
        ].reduce((now, change) => change(now), text),
    },
    faults: [
      `${ALBERTA}:2: a wage row needs an amount (leave the row out where none is published)`,
      `${ALBERTA}:3: the median 49.35 is above high 47.85`,
      `${ALBERTA}:3: low 34.63 is above the average 29.15`,
      `${ALBERTA}:3: a week has no 347 hours`,
      `${ALBERTA}:3: a year has no 13 months`,
      `${ALBERTA}:4: reliability: Invalid option: expected one of "A"|"B"|"C"|"D" (found "E")`,
    ],
  },
  {
    protects: "another group's survey figures under this group's code",
    edits: { [ALBERTA]: (text) => edit(2, '1252', '3012')(edit(4, '1252', '9999')(text)) },
    faults: [
      `${ALBERTA}:2: noc2016 3012 does not lead to the group 12111 (see crosswalk.csv)`,
      `${ALBERTA}:4: noc2016 has no code "9999"`,
      `${ALBERTA}:4: noc2016 9999 does not lead to the group 12111 (see crosswalk.csv)`,
    ],
  },
];

export const FILES: Case[] = [
  {
    protects: 'a missing table: one fault, not one at each row that points into it',
    edits: { 'sources.csv': gone, 'similar.csv': gone, 'wages/alberta-survey-2021.csv': gone },
    faults: [
      'similar.csv: the table is missing',
      'sources.csv: the table is missing',
      'wages/alberta-survey-*.csv: the table is missing',
    ],
  },
  {
    protects: 'an empty file',
    edits: { [GROUPS]: () => '' },
    faults: [`${GROUPS}:1: the header must be "code,title_en,title_fr,teer,broad_category,source", found ""`],
  },
  {
    protects: 'a table that has lost its rows',
    edits: { 'similar.csv': () => 'code,similar\n' },
    faults: ['similar.csv:1: has a header and no rows'],
  },
  {
    protects: 'a header with a column too few, another order, another name',
    edits: {
      'education.csv': replaceAll('licence_mentioned', 'license'),
      'similar.csv': (text) => text.replace('code,similar', 'similar,code'),
    },
    faults: [
      'education.csv:1: the header must be "code,licence_mentioned,red_seal_mentioned,apprenticeship_mentioned,source", found "code,license,red_seal_mentioned,apprenticeship_mentioned,source"',
      'similar.csv:1: the header must be "code,similar", found "similar,code"',
    ],
  },
  {
    protects: 'a row with a cell too many: a comma outside quotes',
    edits: { [HEALTH]: edit(2, 'family doctor', 'doctor, family') },
    faults: [`${HEALTH}:2: has 6 cells where the header has 5`],
  },
  {
    protects: 'files that no table knows, or of a kind that is not read',
    edits: {
      'wage/typo.csv': () => 'a\n',
      'titles/local.xlsx': () => 'PK',
      'profiles/new.yml': () => 'id: x\n',
      'README.md': () => '# notes',
      '.DS_Store': () => 'x',
      'titles/~$3-health.csv': () => 'x',
      'titles/.~lock.3-health.csv#': () => 'x',
    },
    faults: ['profiles/new.yml', 'titles/local.xlsx', 'wage/typo.csv'].map(
      (file) => `${file}: no table of the pack has this name (see the README of the pack)`,
    ),
  },
  {
    protects: 'a quote inside a cell, a quote never closed, and the faults that stand after them',
    edits: {
      [HEALTH]: (text) =>
        [
          edit(3, 'family physician', '5" tube fitter'),
          edit(5, 'physician', '"physician'),
          edit(7, 'medical doctor', '"medical" doctor'),
          edit(9, '31102', '3110'),
        ].reduce((now, change) => change(now), text),
    },
    faults: [
      `${HEALTH}:3: a quote stands inside a cell: put the whole cell in quotes and write "" for each quote in it`,
      `${HEALTH}:5: a quote is opened and never closed`,
      `${HEALTH}:7: text follows a closing quote: put the whole cell in quotes and write "" for each quote in it`,
      `${HEALTH}:9: code: a NOC 2021 code has five digits (found "3110")`,
    ],
  },
  {
    protects: 'letters saved in the Windows code page: the lines that have them, and nothing else',
    edits: { [GROUPS]: (text) => Buffer.from(text.replaceAll('’', "'"), 'latin1') },
    faults: [2, 3, 4, 5, 6, 7].map(
      (line) => `${GROUPS}:${line}: has letters that are not UTF-8: save the file as UTF-8`,
    ),
  },
  {
    protects: 'a file saved as UTF-16',
    edits: { [GROUPS]: (text) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]) },
    faults: [`${GROUPS}: is UTF-16: save it as UTF-8`],
  },
];

export const PROFILES: Case[] = [
  {
    protects: 'a code without quotes, which YAML reads as a number',
    edits: { [PROFILE]: replaceAll('code: "12111"\n', 'code: 12111\n') },
    faults: [`${PROFILE}:${profileLine('code: "12111"')}: code: Invalid input: expected string, received number`],
  },
  {
    protects: 'a key that is there twice',
    edits: { [PROFILE]: append('name: Somebody else') },
    faults: [
      `${PROFILE}:${PROFILE_LINES.split('\n').length}: Map keys must be unique at line ${PROFILE_LINES.split('\n').length}, column 1:`,
    ],
  },
  {
    protects: 'a key that no profile has, a section that lacks one, a figure that is text',
    edits: {
      [PROFILE]: (text) =>
        text
          .replace('\nsummary: >-', '\nsumary: x\nsummary: >-')
          .replace('  rating: above average\n', '')
          .replace('growth_percent: 20', 'growth_percent: about 20'),
    },
    faults: [
      `${PROFILE}:${profileLine('\nsummary:') + 1}: sumary: no profile has this key`,
      `${PROFILE}:${profileLine('outlook:\n') + 2}: outlook.rating: Invalid input: expected string, received undefined`,
      `${PROFILE}:${profileLine('growth_percent: 20')}: outlook.growth_percent: Invalid input: expected number, received string`,
    ],
  },
  {
    protects: 'numbers that are none, and days that no calendar has',
    edits: {
      [PROFILE]: (text) => text.replace('share: 80.7', 'share: .nan').replace('to: 2024-04-07', 'to: 2024-04-31'),
    },
    faults: [
      `${PROFILE}:${profileLine('to: 2024-04-07')}: skills.to: a date is a day of the calendar, written 2018-03-16`,
      `${PROFILE}:${profileLine('share: 80.7')}: industries.share: Invalid input: expected number, received NaN`,
    ],
  },
  {
    protects: "a profile's links: sources, regions, codes of sections and of its own, aliases",
    edits: {
      [PROFILE]: (text) =>
        text
          .replace('source: alis-job-postings', 'source: hearsay')
          .replace('listed_source: alberta-wage-survey-2021', 'listed_source: hearsay')
          .replace('region: AB\n  source: census-2016', 'region: XX\n  source: census-2016')
          .replace('code: "1413.3", title', 'code: "9413.3", title')
          .replace('code: "12111.00"', 'code: "12111.07"')
          .replace('code: "12111", title', 'code: "12112", title')
          .replace('edition: noc2006\n  code: "1413.3"', 'edition: noc2016\n  code: "1413.3"')
          .replace('  - Data Analyst\n', '  - coding  SPECIALIST\n'),
    },
    faults: [
      `${PROFILE}:${profileLine('- Data Analyst')}: alias "coding  SPECIALIST" is there twice`,
      `${PROFILE}:${profileLine('code: "1413.3", title')}: noc2006 has no code "9413.3"`,
      `${PROFILE}:${profileLine('code: "12111", title')}: noc2021 "12112" is not the profile's code "12111"`,
      `${PROFILE}:${profileLine('code: "12111.00"')}: oasis2023 has no code "12111.07"`,
      `${PROFILE}:${profileLine('  code: "1413.3"\n')}: noc2016 has no code "1413.3"`,
      `${PROFILE}:${profileLine('source: alis-job-postings')}: source "hearsay" is not in sources.csv`,
      `${PROFILE}:${profileLine('source: census-2016') - 1}: region "XX" is not in regions.csv`,
      `${PROFILE}:${profileLine('listed_source:')}: source "hearsay" is not in sources.csv`,
    ],
  },
  {
    protects: 'two profiles of one id',
    edits: { 'profiles/other.yaml': () => PROFILE_LINES },
    faults: [
      `profiles/other.yaml:${profileLine('id: health')}: profile "health-information-management-professional" is there twice: first in ${PROFILE}`,
    ],
  },
  {
    protects: 'an empty profile, one that refers to nothing, one in another code page',
    edits: {
      'profiles/a.yaml': () => '',
      'profiles/b.yaml': () => 'id: *nothing\n',
      'profiles/c.yaml': () => Buffer.from('id: x\nname: R\u00e9gisseur\n', 'latin1'),
    },
    faults: [
      'profiles/a.yaml:1: profile: Invalid input: expected object, received null',
      'profiles/b.yaml:1: Unresolved alias (the anchor must be set before the alias): nothing',
      'profiles/c.yaml:2: has letters that are not UTF-8: save the file as UTF-8',
    ],
  },
];
