import { expect } from 'chai';
import { answerAll, interestOf, likesOf, METHODICAL_PERSON, statementIn, textOf } from './exercise-helpers.ts';
import { startConversation } from './helpers.ts';

describe('the interests exercise, with bad input', () => {
  for (const answer of ['love it', '1', 'neutral']) {
    it(`tells why "${answer}" to everything gives no result`, async () => {
      const conversation = await startConversation();
      const first = await conversation.say('interests exercise');
      const { replies } = await answerAll(conversation, first, () => answer);
      expect(textOf(replies)).to.include('same answer').and.to.not.include('█');
      expect(replies.at(-1)?.suggestions).to.not.be.empty;
      expect(await conversation.ask('what are my codes')).to.include('do not know your interest codes');
    });
  }

  it('tells that skips alone give no result', async () => {
    const conversation = await startConversation();
    const { replies, asked } = await answerAll(
      conversation,
      await conversation.say('interests exercise'),
      () => 'skip',
    );
    expect(asked).to.equal(30);
    expect(textOf(replies)).to.include('skipped every statement');
  });

  it('tells that contradictory answers give no result', async () => {
    const conversation = await startConversation();
    const seen = new Map<string, number>();
    const { replies } = await answerAll(conversation, await conversation.say('full exercise'), (interest) => {
      const times = seen.get(interest) ?? 0;
      seen.set(interest, times + 1);
      return times % 2 === 0 ? '5' : '1';
    });
    expect(textOf(replies)).to.include('different directions').and.to.not.include('█');
  });

  it('keeps the codes of before where there is no result', async () => {
    const conversation = await startConversation();
    await conversation.say('my codes are M i d');
    await answerAll(conversation, await conversation.say('interests exercise'), () => '4');
    expect(await conversation.ask('what are my codes')).to.include('METHODICAL (strong)');
  });

  it('has no result after "stop here" at once, and keeps what there is', async () => {
    const conversation = await startConversation();
    await conversation.say('interests exercise');
    expect(await conversation.ask('stop here')).to.include('too few');
  });

  // Protects against asking in the same words again and again: other words each time, then a person, and nothing is lost.
  it('reminds in other words each time, then offers a person and waits', async () => {
    const conversation = await startConversation();
    await conversation.say('interests exercise');
    const shown = statementIn(await conversation.say('like'));
    const reminders: string[] = [];
    for (const nonsense of ['glorb fnarp', 'asdf', '7', 'I have 3 cats and 2 dogs at home'].slice(0, 3)) {
      const replies = await conversation.say(nonsense);
      reminders.push(replies[0]?.text ?? '');
      expect(statementIn(replies), nonsense).to.equal(shown);
    }
    expect(new Set(reminders).size).to.equal(3);
    const last = await conversation.say('zzz');
    expect(textOf(last)).to.include('1-877-644-9992').and.to.include('continue the exercise');
    expect(statementIn(last)).to.equal(null);
    expect(statementIn(await conversation.say('continue the exercise'))).to.equal(shown);
  });

  // Protects words that need an exercise from being taken for a job title.
  for (const line of ['resume', 'continue', 'stop here']) {
    it(`says so where "${line}" finds no exercise`, async () => {
      const conversation = await startConversation();
      const [reply] = await conversation.say(line);
      expect(reply?.text).to.include('no exercise of yours');
      expect(reply?.suggestions).to.deep.equal(['Start the interests exercise']);
    });
  }

  for (const [line, at] of [
    ['resume', '3 of 13'],
    ['continue', '3 of 13'],
    ['full form', '3 of 60'],
    ['stop here', 'too few'],
  ] as const) {
    it(`does "${line}" to an exercise that was paused`, async () => {
      const conversation = await startConversation();
      for (const before of ['interests exercise', 'like', '6', 'pause']) await conversation.say(before);
      await conversation.say('what does a plumber earn?');
      expect(await conversation.ask(line)).to.include(at);
    });
  }

  it('stays paused when it was left after lines that could not be read, from the first statement on', async () => {
    const conversation = await startConversation();
    await conversation.say('interests exercise');
    for (const nonsense of ['glorb', 'asdf', 'qwer']) await conversation.say(nonsense);
    expect(await conversation.ask('zzz'))
      .to.include('pause the exercise')
      .and.to.include('say "continue the exercise"');
    expect(await conversation.ask('continue')).to.include('1 of 12');
  });

  it('gives the result of what is done to "stop here" after a pause', async () => {
    const conversation = await startConversation();
    await conversation.say('full exercise');
    const likes = likesOf(METHODICAL_PERSON);
    let replies = await conversation.say('repeat');
    for (let at = 0; at < 20; at += 1) replies = await conversation.say(likes(interestOf(statementIn(replies) ?? '')));
    await conversation.say('pause');
    expect(await conversation.ask('stop here')).to.include('Your interests, in order of importance: METHODICAL');
    expect(await conversation.ask('what are my codes')).to.include('METHODICAL');
  });

  it('counts only misses in a row', async () => {
    const conversation = await startConversation();
    await conversation.say('interests exercise');
    for (const line of ['asdf', 'like', 'qwer', 'dislike', 'zxcv', 'like', 'uiop']) {
      expect(statementIn(await conversation.say(line)), line).to.not.equal(null);
    }
  });

  for (const line of ['I have 3 cats', '7', '0', '2 or 3', '-5', 'option twelve', 'five-year plan']) {
    it(`does not take "${line}" for an answer`, async () => {
      const conversation = await startConversation();
      const shown = statementIn(await conversation.say('interests exercise'));
      expect(statementIn(await conversation.say(line))).to.equal(shown);
    });
  }

  it('bears 300 answers', async () => {
    const conversation = await startConversation();
    await conversation.say('full exercise');
    for (let at = 0; at < 300; at += 1) {
      const text = await conversation.ask(String((at % 5) + 1));
      expect(text).to.not.equal('');
      expect(text).to.not.include('went wrong');
    }
    expect(await conversation.ask('what does a carpenter earn?')).to.include('Carpenters');
  });
});
