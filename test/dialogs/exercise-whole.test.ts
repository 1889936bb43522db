import { MemoryStorage } from 'botbuilder';
import { expect } from 'chai';
import { answerAll, likesOf, METHODICAL_PERSON, statementIn, textOf } from './exercise-helpers.ts';
import { shippedKnowledge, startConversation } from './helpers.ts';

const RESULT = 'METHODICAL innovative';

describe('the interests exercise, from start to end', () => {
  // Protects the promise made up front: what it is, how long, how to answer, and what it is not.
  it('says what it is, how long it takes and how to answer', async () => {
    const conversation = await startConversation();
    const text = await conversation.ask('interests exercise');
    expect(text)
      .to.include('12 to 30 short statements')
      .and.to.include('about 3 minutes')
      .and.to.include('from 1 (strongly dislike) to 5 (strongly like)')
      .and.to.include('not the Canadian Work Preference Inventory')
      .and.to.include('ask me anything in between')
      .and.to.include('1 of 12 to 30: ');
  });

  it('offers the five answers and a way out as clicks short enough for every channel', async () => {
    const conversation = await startConversation();
    const shown = (await conversation.say('interests exercise')).at(-1);
    expect(shown?.suggestions).to.have.length(6);
    for (const click of shown?.suggestions ?? []) {
      expect(click.length, click).to.be.lessThan(20);
      const other = await startConversation();
      await other.say('interests exercise');
      expect(statementIn(await other.say(click)), click).to.not.equal(null);
    }
  });

  it('finds a plain person and tells the result in the form of the inventory', async () => {
    const conversation = await startConversation();
    const first = await conversation.say('start the interests exercise');
    const { replies, asked } = await answerAll(conversation, first, likesOf(METHODICAL_PERSON));
    expect(asked).to.be.within(12, 30);
    const [result] = replies;
    expect(result?.text)
      .to.include(RESULT)
      .and.to.include('CAPITALS')
      .and.to.include('Methodical: you like order')
      .and.to.include('█')
      .and.to.match(/sure/)
      .and.to.include('not the CWPI')
      .and.to.include('https://alis.alberta.ca/careerinsite/');
    expect(result?.suggestions).to.deep.equal(['What fits my interests?', 'Show my list', 'Change my codes']);
  });

  // Protects listeners and screen readers: the bars have their equivalent in words, and no block is read out.
  it('has the bars in words, and no bars, when read aloud', async () => {
    const conversation = await startConversation();
    const first = await conversation.say('interests exercise');
    const { replies } = await answerAll(conversation, first, likesOf(METHODICAL_PERSON));
    const [result] = replies;
    expect(result?.spoken).to.not.match(/[█░]/);
    expect(result?.spoken).to.match(/From most to least liked.*Methodical \d+.*Social \d+/);
    expect(result?.parts?.table?.rows.map((row) => row.label)).to.have.members([
      'Methodical',
      'Innovative',
      'Directive',
      'Objective',
      'Social',
    ]);
  });

  // Protects people from made-up figures: each number of the result is a typed value of it.
  it('types every number that it says', async () => {
    const conversation = await startConversation();
    let replies = await conversation.say('interests exercise');
    const likes = likesOf(METHODICAL_PERSON);
    const { replies: last } = await answerAll(conversation, replies, likes);
    replies = [...replies, ...last, ...(await conversation.say('start the exercise again'))];
    for (const reply of replies) {
      const known = new Set(reply.parameters.flatMap(({ text }) => text.match(/\d+/g) ?? []));
      const stray = [reply.text, reply.spoken].flatMap((text) => text.match(/\d+/g) ?? []);
      expect(stray.filter((number) => !known.has(number))).to.deep.equal([]);
    }
  });

  it('asks all statements in the full form', async () => {
    const conversation = await startConversation();
    const first = await conversation.say('do the full exercise');
    expect(textOf(first)).to.include('all 60 statements').and.to.include('1 of 60: ');
    const { replies, asked } = await answerAll(conversation, first, likesOf(METHODICAL_PERSON));
    expect(asked).to.equal(60);
    expect(textOf(replies)).to.include('METHODICAL').and.to.include('rests on 60 answers');
  });

  it('can be made full in the middle and after the end, and counts what was answered', async () => {
    const conversation = await startConversation();
    const first = await conversation.say('interests exercise');
    await conversation.say('like');
    expect(await conversation.ask('show all statements')).to.include('2 of 60: ');
    await conversation.say('start over');
    await conversation.say('cancel');
    const again = await startConversation();
    await answerAll(again, await again.say('interests exercise'), likesOf(METHODICAL_PERSON));
    expect(await again.ask('full exercise')).to.match(/all 60 statements: \d+ done so far/);
    expect(statementIn(first)).to.not.equal(null);
  });

  it('shows the whole result again when asked for it', async () => {
    const conversation = await startConversation();
    const first = await conversation.say('interests exercise');
    const { replies } = await answerAll(conversation, first, likesOf(METHODICAL_PERSON));
    expect(await conversation.ask('show my result')).to.equal(textOf(replies));
  });

  it('tells which codes the result takes the place of', async () => {
    const conversation = await startConversation();
    await conversation.say('my codes are S i');
    const first = await conversation.say('interests exercise');
    const { replies } = await answerAll(conversation, first, likesOf(METHODICAL_PERSON));
    expect(textOf(replies)).to.include('takes the place of your codes of before, SOCIAL innovative');
  });

  it('goes on in another conversation of the same person, and in none of another person', async () => {
    const storage = new MemoryStorage();
    const one = await startConversation(shippedKnowledge(), storage);
    await one.say('interests exercise');
    await one.say('love it');
    await one.say('like');
    const waiting = statementIn(await one.say('dislike'));
    const two = await startConversation(shippedKnowledge(), storage);
    const resumed = await two.say('continue the exercise');
    expect(textOf(resumed)).to.include('3 done so far');
    expect(statementIn(resumed)).to.equal(waiting);
    await answerAll(two, resumed, likesOf(METHODICAL_PERSON));
    expect(await two.ask('what are my codes')).to.include('METHODICAL');
    const stranger = await startConversation();
    expect(await stranger.ask('continue the exercise')).to.include('1 of 12 to 30');
  });

  // Protects people who come back after an update: statements that are gone are dropped, the others count.
  it('takes stored answers to statements that are gone for nothing', async () => {
    const storage = new MemoryStorage();
    const one = await startConversation(shippedKnowledge(), storage);
    await one.say('interests exercise');
    await one.say('love it');
    const keys = Object.keys((storage as unknown as { memory: Record<string, string> }).memory);
    const key = keys.find((each) => each.includes('users')) ?? '';
    const stored = (await storage.read([key]))[key] as { person: { exercise: { given: unknown[] } } };
    stored.person.exercise.given.push({ id: 'artistic-99', liking: 5 }, { id: 7 }, null);
    await storage.write({ [key]: stored });
    const two = await startConversation(shippedKnowledge(), storage);
    expect(await two.ask('continue the exercise'))
      .to.include('1 done so far')
      .and.to.include('2 of 12 to 30');
  });
});
