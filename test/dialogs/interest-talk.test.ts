import { MemoryStorage } from 'botbuilder';
import { expect } from 'chai';
import type { AnswerContext } from '../../dialogs/answers/context.ts';
import { answer } from '../../dialogs/answers/topic-answers.ts';
import { ALL_CODES } from '../../dialogs/interests/codes.ts';
import { type Lexicon, understand } from '../../dialogs/understanding/understand.ts';
import { en } from '../../dialogs/wording/index.ts';
import { faultsOf } from './answers/number-faults.ts';
import { shippedKnowledge, shippedLexicon, startConversation, TODAY } from './helpers.ts';

describe('a person and their interest codes', () => {
  it('are confirmed in words with what they mean', async () => {
    const conversation = await startConversation();
    expect(await conversation.ask('my codes are M i d'))
      .to.include('METHODICAL (strong), innovative (weaker), directive (weaker)')
      .and.to.include('you like order')
      .and.to.include('forget me');
    expect(await conversation.ask('what are my codes'))
      .to.include('METHODICAL (strong)')
      .and.to.include('you told me');
  });

  it('are kept over conversations', async () => {
    const storage = new MemoryStorage();
    await (await startConversation(shippedKnowledge(), storage)).say('METHODICAL innovative');
    const two = await startConversation(shippedKnowledge(), storage);
    expect(await two.ask('my codes')).to.include('METHODICAL (strong), innovative (weaker)');
  });

  it('are changed, with before and after', async () => {
    const conversation = await startConversation();
    await conversation.say('my codes are S i d');
    expect(await conversation.ask('make Social weaker')).to.include(
      'were SOCIAL innovative directive; now they are social',
    );
    expect(await conversation.ask('put Innovative first')).to.include('now they are innovative social directive');
    expect(await conversation.ask('drop Directive')).to.include('now they are innovative social.');
    expect(await conversation.ask('add OBJECTIVE')).to.include('now they are innovative social OBJECTIVE');
  });

  for (const [line, why] of [
    ['make Methodical weaker', 'not among your codes'],
    ['make Social stronger', 'like that already'],
    ['add social', 'among your codes already'],
    ['drop Social', 'only code'],
  ] as const) {
    it(`are not changed by "${line}", and the reason is told`, async () => {
      const conversation = await startConversation();
      await conversation.say('my codes are SOCIAL');
      const text = await conversation.ask(line);
      expect(text).to.include(why).and.to.include('stay SOCIAL');
    });
  }

  it('give way to a fourth with a word', async () => {
    const conversation = await startConversation();
    await conversation.say('my codes are S i d');
    expect(await conversation.ask('add methodical')).to.include('Directive had to give way');
  });

  it('take in one that was not there at the place named, and the last gives way with a word', async () => {
    const conversation = await startConversation();
    await conversation.say('my codes are S m d');
    expect(await conversation.ask('put Innovative first'))
      .to.include('now they are innovative SOCIAL methodical')
      .and.to.include('Directive had to give way');
  });

  for (const [told, examples] of [
    ['S m d', '"make Social weaker", "put Directive first" or "drop Directive"'],
    ['o', '"make Objective stronger" or "add Directive"'],
  ] as const) {
    it(`are changed as ${told} by examples that can be followed`, async () => {
      const conversation = await startConversation();
      await conversation.say(`my codes are ${told}`);
      expect(await conversation.ask('change my codes')).to.include(examples);
    });
  }

  // Protects a person from being given the codes of an example.
  it('are asked for by the button of one who knows them, and none is stored', async () => {
    const conversation = await startConversation();
    expect(await conversation.ask('I know my codes')).to.include('Which are your codes?');
    expect(await conversation.ask('what are my codes')).to.include('do not know');
  });

  for (const [line, word] of [
    ['my codes are R I A', 'R, A, E and C are Holland letters'],
    ['my codes are S O C', 'another system'],
    ['my codes are m=3 i=3 d=3', 'cannot go by scores'],
    ['what if I got more objective', 'did not understand what to try'],
  ] as const) {
    it(`stay as they are after "${line}", which says why`, async () => {
      const conversation = await startConversation();
      await conversation.say('my codes are S m d');
      expect(await conversation.ask(line)).to.include(word);
      expect(await conversation.ask('what are my codes')).to.include('SOCIAL (strong)');
    });
  }

  it('are told to be faulty where they are', async () => {
    const conversation = await startConversation();
    expect(await conversation.ask('my codes are D I M O')).to.include('more than three');
    expect(await conversation.ask('my codes are M i M')).to.include('twice');
    expect(await conversation.ask('what are my codes')).to.include('do not know');
  });

  it('are taken as equal where no strength is told', async () => {
    const conversation = await startConversation();
    expect(await conversation.ask('my codes are Methodical, Innovative')).to.include('take them all as equal');
    expect(await conversation.ask('Methodical should be strong')).to.include('METHODICAL innovative');
  });

  it('have to be known before something is tried on them', async () => {
    const conversation = await startConversation();
    expect(await conversation.ask('what if I liked routine less?')).to.include('no interest codes of yours');
    expect(await conversation.ask('make Social weaker')).to.include('do not know your interest codes');
  });

  it('stay as they are when others are tried', async () => {
    const conversation = await startConversation();
    await conversation.say('my codes are M i d');
    expect(await conversation.ask('what if I liked routine less?')).to.include(
      'methodical innovative directive instead',
    );
    expect(await conversation.ask('what are my codes')).to.include('METHODICAL (strong)');
  });

  it('are asked for, not guessed, when a person wants to know what suits them', async () => {
    const conversation = await startConversation();
    const [reply] = await conversation.say('what should I be?');
    expect(reply?.text).to.include('cannot decide');
    expect(reply?.suggestions).to.include('Start the interests exercise');
    expect(await conversation.ask('1')).to.include('1 of 12 to 30');
  });

  it('are what the exercise is explained by', async () => {
    const conversation = await startConversation();
    const [reply] = await conversation.say('how long does the exercise take?');
    expect(reply?.text).to.include('about 3 minutes').and.to.include('not the Canadian Work Preference Inventory');
    expect(reply?.suggestions).to.deep.equal(['Start the interests exercise']);
  });

  it('survive "start over", which says how they are erased', async () => {
    const conversation = await startConversation();
    expect(await conversation.ask('start over')).to.not.include('forget me');
    await conversation.say('my codes are M i d');
    expect(await conversation.ask('start over')).to.include('forget me');
    expect(await conversation.ask('what are my codes')).to.include('METHODICAL');
  });

  it('are erased with all else by "forget me", in every conversation', async () => {
    const storage = new MemoryStorage();
    const one = await startConversation(shippedKnowledge(), storage);
    await one.say('my codes are M i d');
    await one.say('what does a plumber earn?');
    await one.say('interests exercise');
    await one.say('love it');
    expect(await one.ask('forget me'))
      .to.include('forgotten you')
      .and.to.not.include('aside');
    expect(await one.ask('and the schooling?')).to.include('Which occupation');
    const two = await startConversation(shippedKnowledge(), storage);
    expect(await two.ask('what are my codes'))
      .to.include('do not know')
      .and.to.not.include('waiting');
    expect(await two.ask('continue the exercise')).to.include('1 of 12 to 30');
    expect(JSON.stringify((storage as unknown as { memory: unknown }).memory)).to.not.include('Methodical"');
  });

  it('can be erased alone', async () => {
    const conversation = await startConversation();
    await conversation.say('my codes are M i d');
    expect(await conversation.ask('forget my codes')).to.include('erased your interest codes');
    expect(await conversation.ask('what are my codes')).to.include('do not know');
  });
});

describe("an occupation's interests", () => {
  for (const line of [
    'does this fit me',
    'is it a good fit',
    'would I like being a plumber',
    'plumber fit with my interests',
  ]) {
    it(`tell the fit after "${line}"`, async () => {
      const conversation = await startConversation();
      await conversation.say('my codes are O m i');
      await conversation.say('plumber');
      expect(await conversation.ask(line)).to.match(/your fit with Plumbers is (strong|fair|weak)/);
    });
  }

  it('are put beside the codes of the person, in the words of the profile', async () => {
    const conversation = await startConversation();
    await conversation.say('my codes are METHODICAL innovative directive');
    expect(await conversation.ask('what are the interests of a health information management professional?'))
      .to.include('is strong.')
      .and.to.include('first for both')
      .and.to.include('METHODICAL: you like to compile facts')
      .and.to.not.include('is strong (estimated');
  });

  it('say wherever the fit is estimated, and which profile comes nearest', async () => {
    const conversation = await startConversation();
    await conversation.say('my codes are S i m');
    expect(await conversation.ask('what are the interests of a registered nurse?'))
      .to.include('(estimated from OaSIS)')
      .and.to.include('comes nearest (estimated from OaSIS: ')
      .and.to.include('only weak');
  });

  it('say so where nothing is shared', async () => {
    const conversation = await startConversation();
    await conversation.say('my codes are SOCIAL');
    expect(await conversation.ask('what are the interests of a carpenter?'))
      .to.include('is weak')
      .and.to.include('None of your interests');
  });

  // Protects every group: whatever the codes, each number and each code told can be traced, and estimates are told as such.
  it('are told without a fault for every group', async () => {
    const { store } = await shippedKnowledge();
    const faults: string[] = [];
    for (const [at, { code }] of (await store.groups()).entries()) {
      const codes = ALL_CODES[(at * 37) % ALL_CODES.length] ?? null;
      const context: AnswerContext = { store, wording: en, details: {}, homeRegion: 'AB', codes, today: TODAY };
      const told = await answer(context, 'interests', { code, occupation: '' });
      if (!told) throw new Error(`no answer for ${code}`);
      faults.push(...faultsOf(told));
      const lead = told.lead.map((sentence) => JSON.stringify(sentence)).join(' ');
      if (!lead.includes('With your codes')) faults.push(`${code}: no fit`);
      if (code !== '12111' && !lead.includes('estimated from OaSIS')) faults.push(`${code}: not told as estimated`);
    }
    expect(faults).to.deep.equal([]);
  });

  it('offer the exercise where the codes are not known', async () => {
    const conversation = await startConversation();
    const [reply] = await conversation.say('what are the interests of a carpenter?');
    expect(reply?.suggestions).to.include('Start the interests exercise');
    expect(reply?.text).to.not.include('With your codes');
  });
});

describe('what is offered around the exercise', () => {
  let lexicon: Lexicon;
  before(async () => {
    lexicon = await shippedLexicon();
  });

  // Protects clicks: each is understood as what it says.
  for (const click of Object.values(en.interests.ask)) {
    it(`is understood: ${click}`, () => {
      const { kind } = understand(click, lexicon);
      expect(kind).to.equal('request');
    });
  }
});
