import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { faultsOf, PACK_DIR, type PackEdits, writeSmallPack } from '../helpers.ts';

const GROUPS = 'unit-groups.csv';
const HEALTH = 'titles/3-health.csv';
const CANADA = 'wages/job-bank-canada-2025.csv';
const BC = 'wages/job-bank-british-columbia-2025.csv';
const ALBERTA = 'wages/alberta-survey-2021.csv';
const PROFILE = 'profiles/health-information-management-professional.yaml';

/** Puts `now` in the place of `was` on one line; the test is void when the line does not have it. */
function edit(number: number, was: string, now: string): (text: string) => string {
  return (text) => {
    const lines = text.split('\n');
    const line = lines[number - 1] ?? '';
    if (!line.includes(was)) throw new Error(`line ${number} is "${line}": it has no "${was}"`);
    lines[number - 1] = line.replace(was, now);
    return lines.join('\n');
  };
}

const append =
  (...rows: string[]) =>
  (text: string) =>
    `${text}${rows.join('\n')}\n`;
const replaceAll = (was: string, now: string) => (text: string) => text.replaceAll(was, now);
const gone = (): null => null;

const PROFILE_LINES = readFileSync(join(PACK_DIR, PROFILE), 'utf8');

/** Line of the profile on which a text first stands. */
function profileLine(text: string): number {
  const at = PROFILE_LINES.indexOf(text);
  if (at < 0) throw new Error(`the profile has no "${text}"`);
  return PROFILE_LINES.slice(0, at).split('\n').length;
}

interface Case {
  readonly protects: string;
  readonly edits: PackEdits;
  /** All the faults, and no others: one slip must not be told again at each row that points to it. */
  readonly faults: readonly string[];
}

const CELLS: Case[] = [
  {
    protects: 'a code that lost its leading zeros in a spreadsheet',
    edits: { 'education.csv': edit(2, '00010', '10') },
    faults: ['education.csv:2: code: a NOC 2021 code has five digits (found "10")'],
  },
  {
    protects: 'a blank cell where a name must be',
    edits: { [GROUPS]: edit(2, 'Legislators', '  ') },
    faults: [`${GROUPS}:2: title_en: must not be empty (found "  ")`],
  },
  {
    protects: 'an amount with a thousands separator',
    edits: { [CANADA]: edit(2, '84000', '"84,000"') },
    faults: [
      `${CANADA}:2: median: a number is written with digits and a point only, as 39.15 (blank where not published) (found "84,000")`,
    ],
  },
  ...['NaN', 'Infinity', '-5', '1e3', '$30', '30,60', '30.', '0x1F', 'N/A', '9'.repeat(400)].map((bad) => ({
    protects: `an amount that is no number: ${bad.slice(0, 12)}`,
    edits: { [BC]: edit(3, '25.61', `"${bad}"`) },
    faults: [
      `${BC}:3: low: a number is written with digits and a point only, as 39.15 (blank where not published) (found "${bad.slice(0, 60)}")`,
    ],
  })),
  {
    protects: 'a zero for "not published"',
    edits: { [BC]: edit(3, '25.61', '0') },
    faults: [`${BC}:3: low: must be above zero (blank where not published) (found "0")`],
  },
  {
    protects: 'a projection with a fraction, and a number of people below zero',
    edits: { 'outlook.csv': (text) => edit(3, '12111,6000,1300', '12111,6000,13.5')(edit(2, '4700', '-4700')(text)) },
    faults: [
      'outlook.csv:2: employment_2023: must not be below zero (found "-4700")',
      'outlook.csv:3: growth: must be a whole number, written with digits only (found "13.5")',
    ],
  },
  {
    protects: 'a kind of title that is not known',
    edits: { [HEALTH]: edit(2, 'usual', 'slang') },
    faults: [`${HEALTH}:2: kind: Invalid option: expected one of "usual"|"everyday"|"abbreviation" (found "slang")`],
  },
  {
    protects: 'yes and no written another way',
    edits: { 'education.csv': edit(6, 'yes', 'Y') },
    faults: ['education.csv:6: licence_mentioned: must be yes or no (found "Y")'],
  },
  {
    protects: 'a letter that is not of Holland',
    edits: { 'interests.csv': edit(2, 'E,S,C', 'E,X,C') },
    faults: ['interests.csv:2: holland_2: a Holland letter is one of R I A S E C, or blank (found "X")'],
  },
  {
    protects: 'a period that ends before it begins, and one that is no year',
    edits: { 'outlook.csv': (text) => edit(3, '2024-2033', '2033-2024')(edit(2, '2024-2033', 'next year')(text)) },
    faults: [
      'outlook.csv:2: period: a period is a year or two years, as 2021 or 2024-2033 (found "next year")',
      'outlook.csv:3: period: a period begins with its first year (found "2033-2024")',
    ],
  },
  {
    protects: 'a title with an invisible character, which nobody could ever match',
    edits: { [HEALTH]: edit(2, 'family doctor', 'family\u200bdoctor') },
    faults: [`${HEALTH}:2: title: must be one line without invisible characters (found "family\u200bdoctor")`],
  },
  {
    protects: 'the phone number and hours that people are sent to',
    edits: { 'contacts.csv': (text) => text.replace('1-877-644-9992', '644-9992').replace('20:00', '25:00') },
    faults: [
      'contacts.csv:2: phone: a phone number is written 1-000-000-0000 (found "644-9992")',
      'contacts.csv:2: closes: a time is of the 24-hour clock, as 7:30 or 20:00 (found "25:00")',
    ],
  },
  {
    protects: 'a source without a secure address',
    edits: { 'sources.csv': edit(2, 'https://noc', 'http://noc') },
    faults: ['sources.csv:2: url: must be an https address (found "http://noc.esdc.gc.ca/")'],
  },
  {
    protects: "figures under the group's code that are said to be of another edition",
    edits: { [CANADA]: edit(3, 'noc2021', 'noc2016') },
    faults: [`${CANADA}:3: edition: must be noc2021 (found "noc2016")`],
  },
];

const TABLES: Case[] = [
  {
    protects: 'an unknown unit group, in every table that names one',
    edits: {
      'descriptions.csv': append('99999,gist,They do it.,Anywhere.'),
      [HEALTH]: append('99999,title,en,usual,'),
      [CANADA]: append('99999,CA,40000,50000,60000,year,hour,2025,noc2021,job-bank-wages-2025'),
      'education.csv': append('99999,no,no,no,requirement-flags'),
      'outlook.csv': append('99999,1,1,1,1,1,balance,balance,2024-2033,noc2021,cops-2024-2033'),
      'similar.csv': append('99999,12111', '14100,99999'),
      'interests.csv': append('99999.00,Nobody,E,S,C,oasis-2023'),
      'crosswalk.csv': append('noc2016,1252,noc2021,99999,concordance-2016-2021'),
    },
    faults: [
      'crosswalk.csv:33: noc2021 has no code "99999"',
      'descriptions.csv:8: no unit group has the code "99999"',
      'education.csv:8: no unit group has the code "99999"',
      'interests.csv:14: no unit group has the code "99999"',
      'outlook.csv:8: no unit group has the code "99999"',
      'similar.csv:6: no unit group has the code "99999"',
      'similar.csv:7: no unit group has the code "99999"',
      `${HEALTH}:129: no unit group has the code "99999"`,
      `${CANADA}:8: no unit group has the code "99999"`,
    ],
  },
  {
    protects: 'a row that is there twice, in every table that has keys',
    edits: {
      'sources.csv': append('noc-2021,Again,Somebody,https://example.org/,None,,'),
      'regions.csv': append('AB,province,Alberta again,CA,'),
      [GROUPS]: append('00010,Legislators,Membres,0,0,noc-2021'),
      'descriptions.csv': append('00010,gist,They do it.,Anywhere.'),
      [HEALTH]: append('31102,FAMILY DOCTOR,en,usual,'),
      'editions.csv': append('noc2016,0011,Legislators,noc-2016'),
      'crosswalk.csv': append('noc2016,0011,noc2021,00010,concordance-2016-2021'),
      [CANADA]: append('00010,CA,32867,84000,184000,year,year,2025,noc2021,job-bank-wages-2025'),
      [ALBERTA]: append('1252,12111,all,top,37.38,57.26,46.93,47.30,A,,,,AB,2021,noc2016,alberta-wage-survey-2021'),
      'education.csv': append('00010,no,no,no,requirement-flags'),
      'outlook.csv': append('00010,1,1,1,1,1,balance,balance,2024-2033,noc2021,cops-2024-2033'),
      'interests.csv': append('00010.00,Legislators,E,S,C,oasis-2023'),
      'similar.csv': append('12111,12112'),
    },
    faults: [
      'crosswalk.csv:33: link "noc2016 0011 noc2021 00010" is there twice: first at crosswalk.csv:2',
      'descriptions.csv:8: description of "00010" is there twice: first at descriptions.csv:2',
      'editions.csv:28: code "noc2016 0011" is there twice: first at editions.csv:2',
      'education.csv:8: education of "00010" is there twice: first at education.csv:2',
      'interests.csv:14: interests of "00010.00" is there twice: first at interests.csv:2',
      'outlook.csv:8: outlook of "00010" is there twice: first at outlook.csv:2',
      'regions.csv:54: region "AB" is there twice: first at regions.csv:3',
      'similar.csv:6: similar group "12111 12112" is there twice: first at similar.csv:2',
      'sources.csv:26: source "noc-2021" is there twice: first at sources.csv:2',
      `${HEALTH}:129: title "31102 en FAMILY DOCTOR" is there twice: first at ${HEALTH}:2`,
      `${GROUPS}:8: unit group "00010" is there twice: first at ${GROUPS}:2`,
      `${ALBERTA}:5: wage "1252 12111 AB all top 2021" is there twice: first at ${ALBERTA}:4`,
      `${CANADA}:8: wage "00010 CA 2025" is there twice: first at ${CANADA}:2`,
    ],
  },
  {
    protects: 'a title in two files of one group',
    edits: { 'titles/local.csv': () => 'code,title,language,kind,stands_for\n31102,Family doctor,en,everyday,\n' },
    faults: [`titles/local.csv:2: title "31102 en Family doctor" is there twice: first at ${HEALTH}:2`],
  },
  {
    protects: 'a duplicate in a row that has another fault too',
    edits: { [CANADA]: append('00010,CA,many,84000,184000,year,year,2025,noc2021,job-bank-wages-2025') },
    faults: [
      `${CANADA}:8: low: a number is written with digits and a point only, as 39.15 (blank where not published) (found "many")`,
      `${CANADA}:8: wage "00010 CA 2025" is there twice: first at ${CANADA}:2`,
    ],
  },
  {
    protects: 'a figure whose source is not in the list of sources',
    edits: { [CANADA]: edit(4, 'job-bank-wages-2025', 'hearsay'), 'teer.csv': edit(2, 'teer-requirements', 'hearsay') },
    faults: [
      'teer.csv:2: source "hearsay" is not in sources.csv',
      `${CANADA}:4: source "hearsay" is not in sources.csv`,
    ],
  },
  {
    protects: 'a source that answers name without a column for it',
    edits: { 'sources.csv': (text) => text.replace(/^descriptions,.*\n/m, '') },
    faults: ['sources.csv: source "descriptions" is missing: answers name it'],
  },
  {
    protects: 'a region that does not exist',
    edits: { [BC]: edit(5, 'BC', 'XX') },
    faults: [`${BC}:5: region "XX" is not in regions.csv`],
  },
  {
    protects: 'the tree of regions, and names that lead to one region only',
    edits: {
      'regions.csv': append(
        'xville,city,Xville,XX,',
        'yville,city,Yville,calgary,alta',
        'ZZ,province,Zed,,',
        'USA,country,Elsewhere,CA,',
      ),
    },
    faults: [
      'regions.csv:54: parent "XX" is not in regions.csv',
      'regions.csv:55: the parent of a city is a province: "calgary" is not',
      'regions.csv:55: "alta" names another region too: regions.csv:3',
      'regions.csv:56: parent "" is not in regions.csv',
      'regions.csv:57: a country has no parent (found "CA")',
    ],
  },
  {
    protects: 'TEER and broad category, which the code itself tells',
    edits: { [GROUPS]: edit(4, '2,1,noc-2021', '3,7,noc-2021') },
    faults: [
      `${GROUPS}:4: TEER "3" is not the second digit of 12112`,
      `${GROUPS}:4: broad category "7" is not the first digit of 12112`,
    ],
  },
  {
    protects: 'a TEER or broad category without its words',
    edits: {
      'teer.csv': (text) => text.replace(/^4,.*\n/m, ''),
      'broad-categories.csv': (text) => text.replace(/^0,.*\n/m, ''),
    },
    faults: [
      `${GROUPS}:2: broad category "0" is not in broad-categories.csv`,
      `${GROUPS}:5: TEER "4" is not in teer.csv`,
    ],
  },
  {
    protects: 'a group that nobody describes or that has no title',
    edits: {
      'descriptions.csv': (text) => text.replace(/^00010,.*\n/m, ''),
      'titles/0-legislative-and-senior-management.csv': gone,
    },
    faults: [`${GROUPS}:2: group 00010 has no description`, `${GROUPS}:2: group 00010 has no title`],
  },
  {
    protects: 'an abbreviation without its words, and words without an abbreviation',
    edits: { [HEALTH]: append('31301,RNX,en,abbreviation,', '31301,ward nurse of note,en,usual,nurse') },
    faults: [
      `${HEALTH}:129: "RNX": stands_for is filled for abbreviations, and for them only`,
      `${HEALTH}:130: "ward nurse of note": stands_for is filled for abbreviations, and for them only`,
    ],
  },
  {
    protects: 'codes of earlier editions and the way links lead',
    edits: {
      'editions.csv': append('noc2016,B999,Wrong edition,noc-2016', 'noc2021,1252,Not an earlier one,noc-2021'),
      'crosswalk.csv': append(
        'noc2016,9999,noc2021,12111,concordance-2016-2021',
        'noc2006,1413,noc2021,12111,concordance-2006-2011',
        'noc2016,1252,noc2011,1252,concordance-2016-2021',
      ),
    },
    faults: [
      'crosswalk.csv:33: noc2016 has no code "9999"',
      'crosswalk.csv:34: a link leads to the next edition: none goes from noc2006 to noc2021',
      'crosswalk.csv:35: a link leads to the next edition: none goes from noc2016 to noc2011',
      'editions.csv:28: "B999" is not written as a code of noc2016',
      'editions.csv:29: edition: Invalid option: expected one of "noc2016"|"noc2011"|"noc2006"|"nocs2006" (found "noc2021")',
    ],
  },
  {
    protects: 'Holland letters in order and once each',
    edits: { 'interests.csv': append('12111.01,Clerks,C,,E,oasis-2023', '12111.02,Clerks,C,c,E,oasis-2023') },
    faults: [
      'interests.csv:14: a third Holland letter needs a second',
      'interests.csv:15: a Holland letter is there twice: C C E',
    ],
  },
  {
    protects: 'similar groups: five at most, and never the group itself',
    edits: {
      'similar.csv': append('12112,12112', '12112,00010', '12112,31301', '12112,31102'),
    },
    faults: [
      'similar.csv:6: a group is not similar to itself',
      'similar.csv:9: group 12112 has more than 5 similar groups',
    ],
  },
];

const WAGES: Case[] = [
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

const FILES: Case[] = [
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

const PROFILES: Case[] = [
  {
    protects: 'a code without quotes, which YAML reads as a number',
    edits: { [PROFILE]: replaceAll('code: "12111"\n', 'code: 12111\n') },
    faults: [`${PROFILE}:${profileLine('code: "12111"')}: code: Invalid input: expected string, received number`],
  },
  {
    protects: 'a key that is there twice',
    edits: { [PROFILE]: append('name: Somebody else') },
    faults: [`${PROFILE}:${PROFILE_LINES.split('\n').length}: Map keys must be unique at line 210, column 1:`],
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

function suite(title: string, cases: readonly Case[]): void {
  describe(title, () => {
    for (const { protects, edits, faults } of cases) {
      it(`tells ${protects}`, async () => {
        expect(await faultsOf(await writeSmallPack(edits))).to.deep.equal(faults);
      });
    }
  });
}

describe('faults of the pack, each by file and line', () => {
  it('finds none in the pack that the other tests break', async () => {
    expect(await faultsOf(await writeSmallPack())).to.deep.equal([]);
  });

  suite('in cells', CELLS);
  suite('between rows and tables', TABLES);
  suite('in wages', WAGES);
  suite('in files', FILES);
  suite('in profiles', PROFILES);

  it('tells all faults of all files at once, in order of file and line', async () => {
    const broken = [...CELLS.slice(1, 3), WAGES[0], FILES[5], PROFILES[0]].flatMap((one) => (one ? [one] : []));
    const edits = Object.assign({}, ...broken.map((one) => one.edits));
    expect(await faultsOf(await writeSmallPack(edits))).to.deep.equal(
      broken
        .flatMap((one) => one.faults)
        .sort((a, b) => (a.split(':')[0] ?? '').localeCompare(b.split(':')[0] ?? '', 'en')),
    );
  });
});
