import { expect } from 'chai';
import { SECTIONS, sheetView } from '../../../adapters/desk/api/sheet.ts';
import type { SectionView, SheetView } from '../../../adapters/desk/views.ts';
import type { AnswerContext } from '../../../dialogs/answers/context.ts';
import { SUBJECT_TOPICS } from '../../../dialogs/understanding/topics.ts';
import { en } from '../../../dialogs/wording/index.ts';
import type { Region } from '../../../knowledge/model.ts';
import type { KnowledgeStore } from '../../../knowledge/store/knowledge-store.ts';
import { numbersSpoken, parseDigits, parseDollars } from '../../dialogs/answers/spoken-numbers.ts';
import { TODAY } from '../../dialogs/helpers.ts';
import { builtStore } from '../../knowledge/helpers.ts';

const SEED = 'health-information-management-professional';
const AMOUNT = /\$(\d[\d,]*(?:\.\d+)?)/g;

describe("the desk's sheet", () => {
  let store: KnowledgeStore;
  before(async () => {
    ({ store } = await builtStore());
  });

  function regionOf(id: string): Region {
    const found = store.regions.find((region) => region.id === id);
    if (!found) throw new Error(`no region ${id}`);
    return found;
  }

  function sheetOf(code: string, { region = 'AB', occupation = '' } = {}): Promise<SheetView> {
    const place = regionOf(region);
    const context: AnswerContext = {
      store,
      wording: en,
      details: { region: place },
      homeRegion: 'AB',
      codes: null,
      today: TODAY,
    };
    return sheetView(context, { code, occupation }, place);
  }

  function section(sheet: SheetView, topic: string): SectionView {
    const found = sheet.sections.find((each) => each.topic === topic);
    if (!found) throw new Error(`no section ${topic}`);
    return found;
  }

  it('has every section once, those asked for most in the order of the number keys', async () => {
    expect(SECTIONS.slice(0, 9)).to.deep.equal([
      'overview',
      'wage',
      'education',
      'certification',
      'outlook',
      'duties',
      'interests',
      'similar',
      'codes',
    ]);
    expect(SECTIONS).to.have.members([...SUBJECT_TOPICS]);
    const { sections } = await sheetOf('12111');
    expect(sections.map(({ topic }) => topic)).to.deep.equal(SECTIONS);
    expect(new Set(sections.map(({ name }) => name)).size).to.equal(sections.length);
  });

  it('is the occupation that is meant, or the group', async () => {
    expect(await sheetOf('12111', { occupation: SEED })).to.include({
      occupation: SEED,
      title: 'Health information management professional',
      group: 'Health information management occupations',
    });
    expect(await sheetOf('72300', { region: 'red-deer' })).to.deep.include({
      occupation: '',
      title: 'Plumbers',
      region: { id: 'red-deer', name: 'Red Deer' },
    });
  });

  it('reads the wage out with its source, and starting and top pay after it', async () => {
    const { aloud, table, picture, sources } = section(await sheetOf('12111'), 'wage');
    expect(aloud[0]?.say).to.equal(
      'In Alberta, overall pay in the group Health information management occupations was thirty-nine dollars and fifteen cents an hour on average and thirty-nine dollars and thirty-five cents an hour at the median, where half are paid less, twenty twenty-one figures. Source: twenty twenty-one Alberta Wage and Salary Survey.',
    );
    expect(aloud[0]?.slowly).to.include('in figures: three nine, point one five');
    expect(aloud.map(({ say }) => say).join(' ')).to.contain(
      'seventy thousand four hundred and eighty-one dollars a year',
    );
    for (const level of ['starting', 'top'])
      expect(
        aloud.some(({ say }) => say.includes(`${level} pay`)),
        level,
      ).to.equal(true);
    expect(table?.rows).to.have.length(3);
    expect(picture?.url).to.match(/^\/charts\/wages\.svg\?/);
    expect(sources).to.have.length(1);
    expect(sources[0]).to.include({ period: '2021', freshness: 'stale' });
  });

  // Protects callers from figures that nobody published: every number said is one that the section shows.
  it('says no figure that it does not show, slowly or at once, for every kind of group and place', async () => {
    const groups = (await store.groups()).filter(
      ({ code }, at) => at % 40 === 0 || ['12111', '31301', '00013'].includes(code),
    );
    let amounts = 0;
    for (const { code } of groups) {
      for (const region of ['AB', 'NU', 'calgary']) {
        const sheet = await sheetOf(code, { region });
        for (const told of sheet.sections) {
          const where = `${code} ${region} ${told.topic}`;
          const lines = told.aloud.flatMap(({ say, slowly }) => [say, ...slowly]);
          expect(lines.join(' '), where).not.to.match(/\d|undefined|https?:|\[object/);
          const shown = new Set(amountsShown(told));
          const said = told.aloud.flatMap(({ slowly }) => slowly.filter((part) => part.startsWith('in figures: ')));
          for (const part of said)
            expect(shown, `${where}: ${part}`).to.include(parseDigits(part.slice('in figures: '.length)));
          for (const { say, slowly } of told.aloud) {
            const spoken = amountsSaid(say);
            amounts += spoken.length;
            const known = numbersShown(told);
            const untraced = numbersSpoken(say).filter((readings) => !readings.some((reading) => known.has(reading)));
            expect(untraced, `${where}: ${say}`).to.deep.equal([]);
            for (const amount of spoken) expect(shown, `${where}: ${amount} in ${say}`).to.include(amount);
            expect(
              slowly.filter((part) => part.startsWith('in figures: ')),
              where,
            ).to.have.length(spoken.length);
          }
        }
      }
    }
    expect(amounts).to.be.greaterThan(100);
  });

  it('warns where the eye falls, and never twice', async () => {
    const kinds = (told: SectionView, kind: string): string =>
      told.notes
        .filter((note) => note.kind === kind)
        .map(({ text }) => text)
        .join('\n');
    const old = await sheetOf('12111', { occupation: SEED });
    expect(kinds(section(old, 'wage'), 'warning'))
      .to.match(/older than they should be/)
      .and.match(/whole group/);
    expect(kinds(section(old, 'outlook'), 'warning'))
      .to.match(/is over/)
      .and.match(/implausibly high/);
    const elsewhere = await sheetOf('31301', { region: 'NU' });
    expect(kinds(section(elsewhere, 'wage'), 'warning'))
      .to.match(/not available/)
      .and.match(/Here is Canada instead/)
      .and.match(/derived/);
    expect(section(elsewhere, 'wage').lead.join(' ')).not.to.contain('instead');
    expect(section(elsewhere, 'wage').aloud[0]?.say).to.contain('Here is Canada instead');
    expect(kinds(section(elsewhere, 'interests'), 'warning')).to.match(/estimates/);
    for (const { notes, topic } of [...old.sections, ...elsewhere.sections]) {
      expect(new Set(notes.map(({ text }) => text)).size, topic).to.equal(notes.length);
      const order = notes.map(({ kind }) => kind);
      expect(order, topic).to.deep.equal(
        order.toSorted((one, other) => (one === other ? 0 : one === 'warning' ? -1 : 1)),
      );
    }
  });

  // Protects callers from what an agent may say in good faith: the rules follow the facts that are told, not the group.
  const rules: readonly (readonly [
    code: string,
    where: { region?: string; occupation?: string },
    topic: string,
    must: RegExp,
    mustNot: RegExp,
  ])[] = [
    ['12111', {}, 'wage', /promise this wage.*older/s, /another place|derived|two surveys/],
    ['31301', { region: 'NU' }, 'wage', /those of Nunavut.*derived/s, /older/],
    ['00010', { region: 'calgary' }, 'wage', /those of Calgary/, /derived/],
    ['12111', { occupation: SEED }, 'outlook', /forecast.*growth figure.*holds for Alberta.*promise a job/s, /wage/],
    ['72300', { region: 'CA' }, 'outlook', /promise a job/, /forecast|holds for/],
    ['31301', {}, 'certification', /no licence is needed/, /none/],
    ['12111', { occupation: SEED }, 'certification', /no licence is needed/, /one occupation/],
    ['72300', {}, 'education', /no licence is needed.*category/s, /program leads/],
    ['12111', {}, 'education', /program leads.*one occupation/s, /wage/],
    ['72300', {}, 'interests', /estimated code.*Holland/s, /wage/],
    ['12111', { occupation: SEED }, 'interests', /Holland/, /estimated/],
    ['12111', {}, 'shortage', /not available zero/, /wage/],
    ['12111', {}, 'skills', /rank the skills/, /how often/],
    ['12111', {}, 'industries', /join/, /wage/],
    ['72300', {}, 'codes', /earlier code/, /wage/],
    ['72300', {}, 'similar', /official list/, /wage/],
    ['72300', {}, 'advancement', /say that there is none/, /older/],
    ['72300', {}, 'postings', /^$/, /none/],
  ];
  for (const [code, where, topic, must, mustNot] of rules) {
    it(`${topic} of ${code} ${Object.values(where).join(' ')} says what must not be said`, async () => {
      const told = section(await sheetOf(code, where), topic).mustNotSay;
      expect(told.join('\n')).to.match(must).and.not.match(mustNot);
      expect(new Set(told).size).to.equal(told.length);
    });
  }

  it('tells what is not stored as such, and reads that out', async () => {
    const told = section(await sheetOf('72300'), 'advancement');
    expect(told).to.deep.include({ available: false, items: [], table: null, picture: null, sources: [] });
    expect(told.aloud).to.have.length(1);
    expect(told.aloud[0]?.say).to.match(/not available/);
    expect(section(await sheetOf('72300'), 'postings').available).to.equal(true);
  });

  it('keeps for the note whose figures they are, and a list with what begins it', async () => {
    const sheet = await sheetOf('72300');
    expect(section(sheet, 'wage').kept.join(' ')).to.match(/^Wages for Plumbers in Alberta .*Here is Canada/);
    for (const { topic, kept, available } of sheet.sections)
      if (available) expect(kept.at(-1), topic).to.match(/[.!?]$/);
  });

  // Protects callers' patience: no line is longer than a listener follows.
  it('says each item of a long list in a line of its own', async () => {
    const { aloud } = section(await sheetOf('72300'), 'similar');
    expect(aloud).to.have.length(5);
    expect(aloud[0]?.say).to.match(/^Groups close to Plumbers .*: Steamfitters/);
    expect(aloud.map(({ say }) => say).join(' ')).not.to.contain('seven two three zero one');
  });

  it('names each source aloud once', async () => {
    for (const { topic, aloud, sources } of (await sheetOf('12111', { occupation: SEED })).sections) {
      const said = aloud.flatMap(({ say }) => say.match(/Source: /g) ?? []);
      expect(said.length, topic).to.be.at.most(sources.length);
      // A code is said with its edition, which is its source.
      if (sources.length > 0 && !['shortage', 'codes'].includes(topic)) expect(said, topic).not.to.have.length(0);
    }
  });

  /** Amounts anywhere in what a section shows. */
  function amountsShown({ lead, items, table, notes }: SectionView): number[] {
    const cells = table?.rows.flatMap((row) => row.cells) ?? [];
    return [...lead, ...items, ...cells, ...notes.map(({ text }) => text)].flatMap((text) =>
      [...text.matchAll(AMOUNT)].map(([, amount = '']) => Number(amount.replaceAll(',', ''))),
    );
  }

  /** Numbers anywhere in what a section shows, in figures or in words; of an amount also its dollars and its cents. */
  function numbersShown({ lead, items, table, notes, sources }: SectionView): Set<string> {
    const cells = table?.rows.flatMap((row) => row.cells) ?? [];
    const text = [
      ...lead,
      ...items,
      ...cells,
      ...(table?.columns ?? []),
      ...notes.map((note) => note.text),
      ...sources.map(({ title }) => title),
    ].join(' | ');
    const figures = text.match(/\d+(?:,\d{3})*(?:\.\d+)?/g) ?? [];
    const shares = /percentile/.test(text) ? ['1', '9', '10', '19', '20'] : [];
    return new Set([
      ...shares,
      ...numbersSpoken(text).flat(),
      ...figures.flatMap((figure) => {
        const plain = figure.replaceAll(',', '');
        return [plain, ...plain.split('.').map((part) => String(Number(part)))];
      }),
    ]);
  }

  /** Amounts of a spoken line: for each "dollars" the longest run of words before it that reads as a number. */
  function amountsSaid(say: string): number[] {
    return [...say.matchAll(/\bdollars?\b(?: and ([a-z-]+ cents?))?/g)].map(({ 0: end, index }) => {
      const before = say.slice(0, index).trimEnd().split(' ');
      let read = Number.NaN;
      for (let from = before.length - 1; from >= 0; from -= 1) {
        const words = before.slice(from).join(' ');
        const amount = parseDollars(`${words} ${end}`);
        if (Number.isNaN(amount)) break;
        if (before[from] !== 'and') read = amount;
      }
      return read;
    });
  }
});
