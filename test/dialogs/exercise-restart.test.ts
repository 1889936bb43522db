import { MemoryStorage } from 'botbuilder';
import { expect } from 'chai';
import { answerAll, likesOf, METHODICAL_PERSON, statementIn, textOf } from './exercise-helpers.ts';
import { type Conversation, shippedKnowledge, startConversation } from './helpers.ts';

interface Reached {
  readonly conversation: Conversation;
  /** The statement that waits for its answer; null where there is none. */
  readonly waiting: string | null;
  readonly asks: string;
}

async function answered(): Promise<Reached> {
  const conversation = await startConversation();
  await conversation.say('interests exercise');
  for (const reply of ['like', 'dislike']) await conversation.say(reply);
  return { conversation, waiting: statementIn(await conversation.say('5')), asks: '' };
}

/** Ways to the question whether answers may be lost. */
const WAYS: Readonly<Record<string, () => Promise<Reached>>> = {
  'in the middle': async () => {
    const { conversation, waiting } = await answered();
    return { conversation, waiting, asks: await conversation.ask('start over') };
  },
  'while it is paused': async () => {
    const { conversation, waiting } = await answered();
    await conversation.say('pause');
    return { conversation, waiting, asks: await conversation.ask('start the exercise again') };
  },
  'when it is done': async () => {
    const conversation = await startConversation();
    await answerAll(conversation, await conversation.say('interests exercise'), likesOf(METHODICAL_PERSON));
    return { conversation, waiting: null, asks: await conversation.ask('start the interests exercise') };
  },
};
const QUESTION = /Start over and lose/;

describe('starting the interests exercise over', () => {
  for (const [way, reach] of Object.entries(WAYS)) {
    describe(way, () => {
      it('is asked about first, with how much would be lost', async () => {
        const { asks } = await reach();
        expect(asks)
          .to.match(QUESTION)
          .and.to.match(/(?:answered \d+ so far|\d+ answered)/);
      });

      for (const yes of ['yes', 'Yes, start over', 'start over', 'ok', 'yes please'])
        it(`begins again after "${yes}"`, async () => {
          const { conversation } = await reach();
          const replies = await conversation.say(yes);
          expect(textOf(replies)).to.include('begin the exercise again').and.to.include('1 of 12 to 30');
          expect(statementIn(replies)).to.not.equal(null);
        });

      for (const no of ['no', 'No, go on', 'No, keep them', 'cancel', 'back', 'continue', "don't", 'no thanks'])
        it(`loses nothing after "${no}"`, async () => {
          const { conversation, waiting } = await reach();
          const replies = await conversation.say(no);
          expect(statementIn(replies)).to.equal(waiting);
          if (waiting !== null) expect(await conversation.ask('how many more?')).to.include('3 done');
          else
            expect(await conversation.ask('show my result'))
              .to.include('METHODICAL innovative')
              .and.to.include('rests on');
        });

      for (const [line, has] of [
        ['help', 'from 1 (strongly dislike)'],
        ['a person please', '1-877-644-9992'],
        ['what does a plumber earn in Ontario?', 'Plumbers'],
        ['what is TEER?', 'training, education'],
        ['will I get a visa?', 'visas'],
        ['  ', 'empty message'],
      ] as const)
        it(`answers "${line}" in between and asks again`, async () => {
          const { conversation, waiting } = await reach();
          expect(await conversation.ask(line))
            .to.include(has)
            .and.to.match(QUESTION);
          expect(statementIn(await conversation.say('no'))).to.equal(waiting);
        });

      it('asks in other words once, and loses nothing where it gets no answer', async () => {
        const { conversation, waiting, asks } = await reach();
        const again = await conversation.ask('glorb');
        expect(again).to.include('yes or no').and.to.not.equal(asks);
        const replies = await conversation.say('glorb');
        expect(textOf(replies)).to.match(/nothing is lost|stay as they are/);
        expect(statementIn(replies)).to.equal(waiting);
      });

      // Protects a person who asks for something else: it is done, and no answer is lost.
      it('gives way to another request, and keeps the answers', async () => {
        const { conversation, waiting } = await reach();
        expect(await conversation.ask('show my list')).to.include('list is empty');
        if (waiting !== null) expect(statementIn(await conversation.say('continue the exercise'))).to.equal(waiting);
        else expect(await conversation.ask('show my result')).to.include('rests on');
      });
    });
  }

  it('can be left for later at the question', async () => {
    const { conversation, waiting } = await (WAYS['in the middle'] as () => Promise<Reached>)();
    expect(await conversation.ask('later')).to.include('3 done');
    expect(statementIn(await conversation.say('continue the exercise'))).to.equal(waiting);
  });

  it('needs no word where nothing was answered', async () => {
    const conversation = await startConversation();
    const first = statementIn(await conversation.say('interests exercise'));
    await conversation.say('skip');
    const replies = await conversation.say('start over');
    expect(textOf(replies)).to.include('begin the exercise again').and.to.not.match(QUESTION);
    expect(statementIn(replies)).to.equal(first);
  });

  it('keeps the codes until there is a new result, and the full form in the full form', async () => {
    const storage = new MemoryStorage();
    const conversation = await startConversation(shippedKnowledge(), storage);
    await answerAll(conversation, await conversation.say('full exercise'), likesOf(METHODICAL_PERSON));
    expect(await conversation.ask('full exercise')).to.match(QUESTION);
    expect(await conversation.ask('yes')).to.include('1 of 60: ');
    await conversation.say('pause');
    const later = await startConversation(shippedKnowledge(), storage);
    expect(await later.ask('what are my codes')).to.include('METHODICAL');
  });
});

describe('a result of one interest', () => {
  // Protects from "in order" said of a single thing.
  it('is told without an order', async () => {
    const conversation = await startConversation();
    for (const line of ['my codes are SOCIAL', 'what are my codes', 'change my codes']) {
      const text = await conversation.ask(line);
      expect(text, line).to.include('SOCIAL');
      expect(text, line).to.not.match(/interests?(?: of yours)?, in order: SOCIAL/);
    }
    const likes = likesOf({ social: 'love it', methodical: '3', innovative: '3', directive: '3', objective: '3' });
    const { replies } = await answerAll(conversation, await conversation.say('interests exercise'), likes);
    expect(textOf(replies))
      .to.match(/One interest stands out: SOCIAL\./i)
      .and.to.not.include('order of importance');
    expect(textOf(replies)).to.not.match(/sure of (?:the|this) order|neighbour in the order/);
  });
});
