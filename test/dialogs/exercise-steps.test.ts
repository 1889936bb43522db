import { MemoryStorage } from 'botbuilder';
import { expect } from 'chai';
import { answerAll, interestOf, likesOf, METHODICAL_PERSON, statementIn, textOf } from './exercise-helpers.ts';
import { type Conversation, shippedKnowledge, startConversation } from './helpers.ts';

const likes = likesOf(METHODICAL_PERSON);

/** Walks the whole exercise and does something at each statement before it is answered. */
async function atEveryStep(
  act: (conversation: Conversation, statement: string, done: number) => Promise<void>,
): Promise<number> {
  const conversation = await startConversation();
  let replies = await conversation.say('interests exercise');
  let done = 0;
  for (let shown = statementIn(replies); shown !== null; shown = statementIn(replies)) {
    await act(conversation, shown, done);
    replies = await conversation.say(likes(interestOf(shown)));
    done += 1;
  }
  expect(textOf(replies)).to.include('METHODICAL innovative');
  return done;
}

describe('the interests exercise, at every statement', () => {
  it('answers a question and comes back to the statement', async () => {
    const done = await atEveryStep(async (conversation, statement) => {
      const replies = await conversation.say('what does a plumber earn in Ontario?');
      expect(textOf(replies)).to.include('Plumbers').and.to.include('Back to my question');
      expect(statementIn(replies)).to.equal(statement);
    });
    expect(done).to.be.at.least(12);
  });

  it('answers help, a general question, a person please, and an empty message, and comes back', async () => {
    await atEveryStep(async (conversation, statement) => {
      for (const line of ['help', 'what is TEER?', 'a person please', '  ', 'will I get a visa?']) {
        expect(statementIn(await conversation.say(line)), line).to.equal(statement);
      }
    });
  });

  it('takes an answer back and shows its statement again', async () => {
    await atEveryStep(async (conversation, statement, done) => {
      const back = await conversation.say('back');
      if (done === 0) {
        expect(textOf(back)).to.include('first statement');
        expect(statementIn(back)).to.equal(statement);
        return;
      }
      const before = statementIn(back);
      expect(before).to.not.equal(statement);
      const again = await conversation.say(likes(interestOf(before ?? '')));
      expect(statementIn(again)).to.equal(statement);
    });
  });

  for (const word of ['pause', 'cancel', 'later', 'stop']) {
    it(`is paused by "${word}" and goes on from there`, async () => {
      await atEveryStep(async (conversation, statement, done) => {
        const paused = await conversation.say(word);
        expect(statementIn(paused)).to.equal(null);
        expect(textOf(paused)).to.include('continue the exercise').and.to.include(`${done} done`);
        expect(await conversation.ask('what does a carpenter earn?')).to.include('Carpenters');
        const resumed = await conversation.say('continue the exercise');
        expect(statementIn(resumed)).to.equal(statement);
      });
    });
  }

  it('goes on in a new conversation each time', async () => {
    const storage = new MemoryStorage();
    let replies = await (await startConversation(shippedKnowledge(), storage)).say('interests exercise');
    let done = 0;
    for (let shown = statementIn(replies); shown !== null; shown = statementIn(replies)) {
      const conversation = await startConversation(shippedKnowledge(), storage);
      expect(statementIn(await conversation.say('resume the exercise'))).to.equal(shown);
      replies = await conversation.say(likes(interestOf(shown)));
      done += 1;
      expect(done).to.be.at.most(30);
    }
    expect(textOf(replies)).to.include('METHODICAL innovative');
  });

  it('begins again with "start over", from the first statement', async () => {
    for (const steps of [0, 1, 5, 11]) {
      const conversation = await startConversation();
      const first = statementIn(await conversation.say('interests exercise'));
      for (let step = 0; step < steps; step += 1) await conversation.say('like');
      let again = await conversation.say('start over');
      if (steps > 0) {
        expect(textOf(again)).to.include(`answered ${steps} so far`);
        again = await conversation.say('yes');
      }
      expect(textOf(again)).to.include('begin the exercise again').and.to.include('1 of 12 to 30');
      expect(statementIn(again)).to.equal(first);
    }
  });

  it('leaves a statement out with "skip", and is not shorter for it', async () => {
    const conversation = await startConversation();
    const first = await conversation.say('interests exercise');
    const { replies, asked } = await answerAll(conversation, first, (interest, at) =>
      at < 3 ? 'skip' : likes(interest),
    );
    expect(asked).to.be.at.least(15);
    expect(textOf(replies)).to.include('METHODICAL');
  });

  it('gives what there is with "stop here", and goes on after it', async () => {
    const conversation = await startConversation();
    let replies = await conversation.say('interests exercise');
    for (let step = 0; step < 10; step += 1)
      replies = await conversation.say(likes(interestOf(statementIn(replies) ?? '')));
    const waiting = statementIn(replies);
    expect(await conversation.ask("that's enough"))
      .to.include('METHODICAL')
      .and.to.include('rests on 10 answers');
    expect(statementIn(await conversation.say('continue the exercise'))).to.equal(waiting);
  });

  // Protects the person who asks for something else: it is done, and the exercise waits.
  it('hands over what is asked of it in the middle and waits', async () => {
    for (const line of ['my codes are S i', 'show my list', 'what fits my interests?', 'thanks']) {
      const conversation = await startConversation();
      await conversation.say('interests exercise');
      await conversation.say('like');
      const replies = await conversation.say(line);
      expect(textOf(replies), line).to.include('set the exercise aside');
      expect(statementIn(replies), line).to.equal(null);
      await conversation.say('cancel');
      expect(await conversation.ask('continue the exercise'), line).to.include('1 done so far');
    }
  });

  it('leaves the exercise at once where somebody needs help', async () => {
    const conversation = await startConversation();
    await conversation.say('interests exercise');
    const replies = await conversation.say('I want to kill myself');
    expect(textOf(replies)).to.include('there are people who will listen').and.to.not.include('exercise');
    expect(statementIn(replies)).to.equal(null);
  });

  it('asks which occupation a question is about, answers it, and comes back', async () => {
    const conversation = await startConversation();
    await conversation.say('interests exercise');
    const shown = statementIn(await conversation.say('like'));
    for (const choice of ['2', 'data entry clerks', 'cancel', 'start over', 'what does a plumber earn in Ontario?']) {
      expect(await conversation.ask('what does a data analyst earn?'), choice).to.include('None of these');
      let replies = await conversation.say(choice);
      // A question at the list is answered, and the list comes back first.
      if (statementIn(replies) === null) replies = await conversation.say('1');
      expect(statementIn(replies), choice).to.equal(shown);
    }
    expect(statementIn(await conversation.say('like'))).to.not.equal(shown);
  });

  it('bears to be begun or forgotten while it waits for a choice', async () => {
    for (const line of ['start the exercise again', 'forget me', 'my codes are M i d']) {
      const again = line.startsWith('start');
      const conversation = await startConversation();
      await conversation.say('interests exercise');
      await conversation.say('like');
      await conversation.say('what does a data analyst earn?');
      if (again) expect(await conversation.ask(line)).to.include('Start over and lose that?');
      expect(statementIn(await conversation.say(again ? 'yes' : line)), line).to.not.equal(null);
      expect(await conversation.ask('like'), line).to.not.include('went wrong');
      expect(await conversation.ask('pause'), line).to.include('paused');
    }
  });

  it('helps with the exercise when help is asked for in it', async () => {
    const conversation = await startConversation();
    await conversation.say('interests exercise');
    expect(await conversation.ask('help'))
      .to.include('from 1 (strongly dislike)')
      .and.to.include('"pause"');
  });

  it('tells how far it is, and repeats the statement', async () => {
    const conversation = await startConversation();
    await conversation.say('interests exercise');
    const shown = statementIn(await conversation.say('like'));
    const far = await conversation.say('how many more?');
    expect(textOf(far)).to.include('1 done').and.to.include('30 at the latest');
    expect(statementIn(far)).to.equal(shown);
    expect(statementIn(await conversation.say('repeat that please'))).to.equal(shown);
  });
});
