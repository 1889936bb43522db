import { expect } from 'chai';
import { startConversation } from './helpers.ts';

const LOOSE = [
  'I like working with my hands',
  'highest paying jobs',
  'what are the highest paying jobs in Alberta',
  'which jobs pay the most?',
  'jobs without university',
  'without university',
  'something outdoors',
  'I want to help people',
  'jobs in demand in Alberta',
  'I want to make 100k',
  'over 100k',
  'I hate sitting all day',
  'I love animals',
];

describe('a wish said by itself', () => {
  for (const line of LOOSE) {
    it(`begins suggestions for the person's interests: ${line}`, async () => {
      const conversation = await startConversation();
      await conversation.say('my codes are OBJECTIVE social methodical');
      const [reply] = await conversation.say(line);
      expect(reply?.choices).to.not.be.empty;
      expect(reply?.text)
        .to.match(/I used: "/)
        .and.to.match(/a (?:strong|fair) fit/);
      expect(reply?.text).to.not.include('not sorted by your interests');
    });

    it(`lists by the wish alone where none are known, and offers the exercise: ${line}`, async () => {
      const conversation = await startConversation();
      const [reply] = await conversation.say(line);
      expect(reply?.choices).to.have.length(5);
      expect(reply?.text)
        .to.match(/I used: "/)
        .and.to.include('not sorted by your interests');
      expect(reply?.suggestions).to.include('Start the interests exercise');
    });
  }

  for (const [line, says] of [
    ['jobs in demand in Alberta', 'the one for all of Canada'],
    ['jobs in demand in Alberta', 'How many of these jobs there are in a place is not in our store'],
    ['something outdoors with no night shifts', 'no figures about "no night shifts"'],
    ['I want to help people', 'health, teaching, care'],
    ['highest paying jobs', 'groups with no figure for it'],
    ['I like good pay', 'too vague'],
  ] as const)
    it(`says what the store cannot answer of "${line}"`, async () => {
      const conversation = await startConversation();
      expect(await conversation.ask(line)).to.include(says);
    });

  // Protects the order that was asked for.
  it('of the highest pay puts the highest first', async () => {
    const conversation = await startConversation();
    const text = await conversation.ask('highest paying jobs');
    const pay = [...text.matchAll(/\$([\d.,]+) an hour/g)].map(([, amount]) => Number(amount));
    expect(pay).to.have.length.greaterThan(2);
    expect(pay).to.deep.equal([...pay].sort((one, other) => other - one));
  });

  it('of the highest pay keeps its order, and says so, as other wishes are added', async () => {
    const conversation = await startConversation();
    await conversation.say('highest paying jobs');
    const text = await conversation.ask('and no management');
    expect(text).to.include('the highest median pay first').and.to.include('I counted 2,080 hours as a year');
    expect(text).to.include('"highest paying" and "no management"');
    expect(await conversation.ask('more'))
      .to.include('The next 5 of')
      .and.to.not.include('2,080');
  });

  // Protects people from hours that are silently turned into years.
  for (const [line, turned] of [
    ['jobs over 100k', true],
    ['jobs that pay 100,000 a year', true],
    ['jobs over $5,000 a month', true],
    ['highest paying jobs', true],
    ['jobs over $40 an hour', false],
    ['something outdoors', false],
  ] as const)
    it(`"${line}" ${turned ? 'tells' : 'needs'} ${turned ? 'how' : 'no word of how'} hours became years`, async () => {
      const conversation = await startConversation();
      const text = await conversation.ask(line);
      if (turned) expect(text).to.include('I counted 2,080 hours as a year');
      else expect(text).to.not.include('2,080');
    });

  // Protects questions and titles from being taken for wishes.
  for (const [line, says] of [
    ['I want to be a welder', 'Welders'],
    ['which pays the most, a plumber or a welder?', 'Plumbers'],
    ['what does a plumber earn?', 'Plumbers'],
    ['outdoor guide', 'Outdoor'],
  ] as const)
    it(`none: ${line}`, async () => {
      const conversation = await startConversation();
      expect(await conversation.ask(line))
        .to.include(says)
        .and.to.not.include('I used:');
    });

  // Protects the exercise: words about oneself are a failed answer there, and no new request.
  it('does not leave the exercise', async () => {
    const conversation = await startConversation();
    await conversation.say('interests exercise');
    expect(await conversation.ask('I like working with my hands')).to.not.include('set the exercise aside');
    expect(await conversation.ask('pause')).to.include('paused');
  });
});
