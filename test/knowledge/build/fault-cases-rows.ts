import { AFTER_REGIONS, ALBERTA, append, BC, CANADA, type Case, edit, GROUPS, gone, HEALTH } from './fault-cases.ts';

/** Slips in cells, and between rows and tables. */
export const CELLS: Case[] = [
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
      'contacts.csv:2: phone: a phone number is written 1-000-000-0000, or 0-0-0 (found "644-9992")',
      'contacts.csv:2: closes: a time is of the 24-hour clock, as 7:30 or 20:00 (found "25:00")',
    ],
  },
  {
    protects: 'a source without a secure address',
    edits: { 'sources.csv': edit(2, 'https://noc', 'http://noc') },
    faults: ['sources.csv:2: url: must be an https address (found "http://noc.esdc.gc.ca/")'],
  },
  {
    protects: 'the age of figures: a day of retrieval that no calendar has, and an expiry in other words',
    edits: {
      'sources.csv': (text) => edit(3, '2026-11-22,never', '2026-11-31,2 yrs')(text),
    },
    faults: [
      'sources.csv:3: retrieved: a date is a day of the calendar, written 2018-03-16 (found "2026-11-31")',
      'sources.csv:3: expiry: must be never, period-end or, as 2 years, a number of years (found "2 yrs")',
    ],
  },
  {
    protects: "figures under the group's code that are said to be of another edition",
    edits: { [CANADA]: edit(3, 'noc2021', 'noc2016') },
    faults: [`${CANADA}:3: edition: must be noc2021 (found "noc2016")`],
  },
];

export const TABLES: Case[] = [
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
      'sources.csv': append('noc-2021,Again,Somebody,https://example.org/,None,,,2026-11-22,never'),
      'regions.csv': append('AB,province,Alberta again,CA,,'),
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
      `regions.csv:${AFTER_REGIONS}: region "AB" is there twice: first at regions.csv:3`,
      'similar.csv:6: similar group "12111 12112" is there twice: first at similar.csv:2',
      'sources.csv:28: source "noc-2021" is there twice: first at sources.csv:2',
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
        'xville,city,Xville,XX,,',
        'yville,city,Yville,calgary,alta,',
        'ZZ,province,Zed,,,',
        'USA,country,Elsewhere,CA,,',
        'here,area,Hereabouts,AB,,',
        'there,area,Thereabouts,ER4850,,ER4850;calgary',
        'zville,city,Zville,AB,,ER4850',
      ),
    },
    faults: [
      [0, 'parent "XX" is not in regions.csv'],
      [1, 'the parent of a city is a economic-region or a province: "calgary" is not'],
      [1, '"alta" names another region too: regions.csv:3'],
      [2, 'parent "" is not in regions.csv'],
      [3, 'a country has no parent (found "CA")'],
      [4, 'members are the economic regions of an area: an area has some, no other kind has any'],
      [5, 'the parent of a area is a province: "ER4850" is not'],
      [5, 'member "calgary" is no economic region of regions.csv'],
      [6, 'members are the economic regions of an area: an area has some, no other kind has any'],
    ].map(([row, message]) => `regions.csv:${AFTER_REGIONS + Number(row)}: ${message}`),
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
