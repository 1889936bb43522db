import { expect } from 'chai';
import type { AnswerContext } from '../../dialogs/answers/context.ts';
import { suggestedAnswer } from '../../dialogs/answers/suggested.ts';
import { whyAnswer } from '../../dialogs/answers/why.ts';
import { catalogueOf } from '../../dialogs/interests/catalogue.ts';
import { ALL_CODES } from '../../dialogs/interests/codes.ts';
import { suggest, whyThis } from '../../dialogs/interests/suggest.ts';
import type { Wish } from '../../dialogs/interests/wishes.ts';
import { understandWishes } from '../../dialogs/understanding/wishes-en.ts';
import { en } from '../../dialogs/wording/index.ts';
import { faultsOf } from './answers/number-faults.ts';
import { shippedKnowledge, shippedLexicon, startConversation, TODAY } from './helpers.ts';

const CODES = 'my codes are METHODICAL innovative directive';

/** Codes of the occupations that a turn offers to pick from. */
async function offered(turn: Promise<readonly { choices: readonly { code: string }[] }[]>): Promise<string[]> {
  return (await turn).flatMap(({ choices }) => choices.map(({ code }) => code));
}

describe('suggestions', () => {
  // Protects the promise of the exercise: what is published for the occupation is what fits it best.
  it('put the group with these very codes in the strong band', async () => {
    const conversation = await startConversation();
    await conversation.say(CODES);
    const text = await conversation.ask('what fits my interests?');
    expect(text).to.match(
      /- Health information management occupations \(12111\): a strong fit \(METHODICAL, innovative/,
    );
    expect(text.match(/estimated from OaSIS/g)).to.have.length(1);
    const [reply] = await conversation.say('suggest jobs');
    expect(reply?.choices).to.have.length(5);
    expect(reply?.facts.some(({ id }) => id.endsWith('.median'))).to.equal(true);
    expect(reply?.sources).to.not.be.empty;
  });

  it('go on with "more", repeat nothing, and say when they end', async () => {
    const conversation = await startConversation();
    await conversation.say(CODES);
    const seen = new Set<string>();
    let turn = await offered(conversation.say('something outdoors'));
    for (let pages = 0; turn.length > 0; pages += 1) {
      expect(pages).to.be.lessThan(60);
      for (const code of turn) {
        expect(seen.has(code), code).to.equal(false);
        seen.add(code);
      }
      turn = await offered(conversation.say('more'));
    }
    expect(await conversation.ask('more')).to.include('That was the last of them');
  });

  it('can be picked by number, ordinal and click', async () => {
    const conversation = await startConversation();
    await conversation.say(CODES);
    const [, second] = await offered(conversation.say('what fits my interests?'));
    expect(await conversation.ask('2')).to.include(`NOC 2021 ${second}`);
    const [first] = await offered(conversation.say('what fits my interests?'));
    expect(await conversation.ask('the first one')).to.include(`NOC 2021 ${first}`);
    await conversation.say('what fits my interests?');
    expect(await conversation.ask('More suggestions')).to.include('The next 5 of');
  });

  it('are compared by their places', async () => {
    const conversation = await startConversation();
    expect(await conversation.ask('compare 1 and 2')).to.include('no list on show');
    await conversation.say(CODES);
    const [one, , three, four] = await offered(conversation.say('what fits my interests?'));
    expect(await conversation.ask('compare 1 and 9')).to.include('has 5 entries');
    expect(await conversation.ask('compare 1 and 1')).to.include('two different places');
    expect(await conversation.ask('compare the first and the third'))
      .to.include(`${one}`)
      .and.to.include(`${three}`);
    await conversation.say('what fits my interests?');
    expect(await conversation.ask('compare 1, 2, 3 and 4'))
      .to.include(`${one}`)
      .and.to.include(`${four}`);
  });

  it('go on with a wish alone', async () => {
    const conversation = await startConversation();
    await conversation.say(CODES);
    await conversation.say('what fits my interests?');
    expect(await conversation.ask('suggestions in bc')).to.include('I used: "bc"');
    expect(await conversation.ask('no degree')).to.include('I used: "bc" and "no degree"');
  });

  it('use wishes alone where no codes are known, and say that they are not sorted by interests', async () => {
    const conversation = await startConversation();
    const text = await conversation.ask('jobs with no university over $30 an hour in Alberta');
    expect(text).to.include('not sorted by your interests').and.to.include('"no university"');
    expect(text).to.match(/no figure tells whether they meet "over \$30 an hour[^"]*": \d+\./);
    expect(text).to.not.include('fit (');
  });

  it('say what is needed where nothing is known', async () => {
    const conversation = await startConversation();
    const [reply] = await conversation.say('suggest jobs');
    expect(reply?.suggestions).to.include('Start the interests exercise').and.to.include('I know my codes');
    expect(await conversation.ask('more')).to.include('not suggested anything yet');
    expect(await conversation.ask('suggest jobs with good pay')).to.include('too vague');
  });

  it('tell what they did not understand, and what the store has no figures about', async () => {
    const conversation = await startConversation();
    const text = await conversation.ask('something outdoors with flibbertigibbets and no night shifts');
    expect(text).to.match(/I did not understand "[^"]*flibbertigibbets[^"]*": I left it out/);
    expect(text).to.include('no figures about "no night shifts"');
  });

  it('say so where nothing is left', async () => {
    const conversation = await startConversation();
    const text = await conversation.ask('jobs with no schooling over $200 an hour outdoors');
    expect(text).to.include('No group meets all of that').and.to.include('left out by');
  });

  it('like this, with less schooling, are near the occupation talked about', async () => {
    const conversation = await startConversation();
    expect(await conversation.ask('like this but less school')).to.include('Like which occupation?');
    await conversation.say('tell me about registered nurses');
    await conversation.say(CODES);
    const text = await conversation.ask('like this but less school');
    expect(text).to.include('near Registered nurses').and.not.to.include('usual schooling: a university degree');
  });

  // Protects from codes that are kept though they were only tried out.
  it('can be tried with other codes, which are not kept', async () => {
    const conversation = await startConversation();
    await conversation.say('my codes are METHODICAL innovative');
    const text = await conversation.ask('what if I liked methodical less?');
    expect(text).to.include('Groups that fit methodical innovative');
    expect(await conversation.ask('what fits my interests?')).to.include('Groups that fit METHODICAL innovative');
  });
});

describe('why a suggestion fits', () => {
  it('is told in words, with the reasons of the profile', async () => {
    const conversation = await startConversation();
    await conversation.say(CODES);
    await conversation.say('what fits my interests?');
    const [reply] = await conversation.say('why the first?');
    expect(reply?.text).to.include('Methodical comes first with both').and.to.include('In the words of its profile');
    expect(reply?.facts.filter(({ id }) => id === 'interests.reason')).to.have.length(3);
    expect(await conversation.ask('why the second?')).to.include('estimated from OaSIS');
    expect(await conversation.ask('why the ninth?')).to.not.include('went wrong');
    expect(await conversation.ask('why number 9?')).to.include('had 5 occupations');
  });

  it('names the best of several profiles, and how they range', async () => {
    const conversation = await startConversation();
    await conversation.say('my codes are S i m');
    await conversation.say('tell me about 31301');
    const text = await conversation.ask('why this one?');
    expect(text)
      .to.include('General duty registered nurses')
      .and.to.match(/best of its \d+ profiles.*(They range from|All of them are)/s);
  });

  it('needs an occupation, a choice among several, and codes', async () => {
    const conversation = await startConversation();
    expect(await conversation.ask('why this one?')).to.include('Why which one?');
    await conversation.say('something outdoors');
    expect(await conversation.ask('why this one?')).to.include('Which of them');
    // The list stays open.
    expect(await conversation.ask('why the first?')).to.include('I do not know your interests');
    await conversation.say('something outdoors');
    await conversation.say('why this one?');
    expect(await conversation.ask('1')).to.include('This is the group');
  });
});

describe('what suggestions and reasons say', () => {
  // Protects people from made-up figures: for many codes and wishes each number can be traced.
  it('is facts and typed parameters', async () => {
    const { store } = await shippedKnowledge();
    const catalogue = await catalogueOf(store);
    const lexicon = await shippedLexicon();
    const faults: string[] = [];
    const wished: readonly (readonly Wish[])[] = [
      [],
      understandWishes('no university, over $30 an hour in Ontario', lexicon),
      understandWishes('outdoors, not in an office, no night shifts, good pay, zorgling', lexicon),
    ];
    const context = (codes: AnswerContext['codes']): AnswerContext => ({
      store,
      wording: en,
      details: {},
      homeRegion: 'AB',
      codes,
      today: TODAY,
    });
    for (const [index, codes] of [null, ...ALL_CODES.filter((_, at) => at % 19 === 0)].entries()) {
      const wishes = wished[index % wished.length] ?? [];
      const offset = index % 4 === 3 ? 5 : 0;
      const suggestions = suggest(catalogue, { codes: codes ?? [], wishes, region: 'AB', offset });
      const told = await suggestedAnswer(context(codes), {
        suggestions,
        codes,
        wishes,
        unknown: [],
        like: null,
        offset,
      });
      faults.push(...faultsOf(told));
      const { code = '12111' } = catalogue.entries[(index * 17) % catalogue.entries.length] ?? {};
      const fit = codes && whyThis(catalogue, codes, code, 'AB');
      if (fit) faults.push(...faultsOf(await whyAnswer(context(codes), { code, occupation: '' }, codes, fit)));
    }
    expect(faults).to.deep.equal([]);
  });
});
