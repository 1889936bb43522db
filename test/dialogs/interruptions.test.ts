import { expect } from 'chai';
import { type Conversation, startConversation } from './helpers.ts';

/** Ways to each point at which the bot waits for something in particular, and how it repeats its question there. */
const PROMPTS: Readonly<Record<string, { readonly lead: readonly string[]; readonly repeats: string }>> = {
  'which occupation': { lead: ['data analyst'], repeats: 'None of these' },
  'which occupation, for a pay question': { lead: ['what does a data analyst earn'], repeats: 'None of these' },
  'what are the duties': { lead: ['data analyst', 'none of these'], repeats: 'duties' },
};

async function reach(lead: readonly string[]): Promise<Conversation> {
  const conversation = await startConversation();
  for (const line of lead) await conversation.ask(line);
  return conversation;
}

describe('interruptions', () => {
  for (const [prompt, { lead, repeats }] of Object.entries(PROMPTS)) {
    describe(`at "${prompt}"`, () => {
      it('is really waiting there', async () => {
        const conversation = await startConversation();
        let text = '';
        for (const line of lead) text = await conversation.ask(line);
        expect(text).to.include(repeats);
      });

      it('answers help and comes back', async () => {
        const text = await (await reach(lead)).ask('help');
        expect(text).to.include('For example').and.to.include('Back to my question').and.to.include(repeats);
      });

      it('tells how to reach a person and comes back', async () => {
        const text = await (await reach(lead)).ask('a person please');
        expect(text).to.include('1-877-644-9992').and.to.include(repeats);
      });

      // Protects from buttons that mislead: they would be of the occupation of before.
      it('is dropped by a question that names another occupation, which goes on', async () => {
        const conversation = await reach(lead);
        expect(await conversation.ask('what does a plumber earn in Ontario?'))
          .to.include('Plumbers')
          .and.to.include('In Ontario')
          .and.to.not.include('Back to my question')
          .and.to.not.include(repeats);
        expect(await conversation.ask('and the schooling?')).to.include('Plumbers');
      });

      it('answers a general question and comes back', async () => {
        const text = await (await reach(lead)).ask('what is TEER?');
        expect(text).to.include('training, education').and.to.include('Back to my question').and.to.include(repeats);
      });

      it('declines what is out of scope and comes back', async () => {
        const text = await (await reach(lead)).ask('will I get a visa?');
        expect(text).to.include('visas').and.to.include(repeats);
      });

      it('is dropped by cancel, and takes a new title afterwards', async () => {
        const conversation = await reach(lead);
        expect(await conversation.ask('cancel'))
          .to.include('dropped')
          .and.to.not.include(repeats);
        expect(await conversation.ask('carpenter')).to.include('Carpenters');
      });

      it('is dropped by start over', async () => {
        const conversation = await reach(lead);
        expect(await conversation.ask('start over'))
          .to.include('start over')
          .and.to.not.include('None of these');
        expect(await conversation.ask('what does it pay?')).to.include('Which occupation');
      });

      it('is left by back', async () => {
        const conversation = await startConversation();
        await conversation.ask('welder');
        for (const line of lead) await conversation.ask(line);
        expect(await conversation.ask('back')).to.include('Back to Welders');
      });

      it('keeps its question when an empty message comes', async () => {
        expect(await (await reach(lead)).ask('   '))
          .to.include('empty message')
          .and.to.include(repeats);
      });
    });
  }

  const LIST = ['what does a data analyst earn'];

  // Protects the pick: number, ordinal, text or click, and nothing that merely contains a number.
  for (const reply of ['1', '#1', 'number one', 'the first one', 'First', '1.']) {
    it(`takes "${reply}" for the first of the list`, async () => {
      const conversation = await startConversation();
      const [question] = await conversation.say(LIST[0] ?? '');
      const [answer] = await conversation.say(reply);
      const [clicked] = await (await reach(LIST)).say(question?.suggestions[0] ?? '');
      expect(answer?.text).to.equal(clicked?.text);
      expect(answer?.facts.some((fact) => fact.id.startsWith('wage.'))).to.equal(true);
    });
  }

  for (const reply of ['I have 1 question about this', 'maybe 2 or 3 years ago', '0', '77', 'the pay please']) {
    it(`does not take "${reply}" for a choice`, async () => {
      expect(await (await reach(LIST)).ask(reply))
        .to.include('None of these')
        .and.to.not.include('$');
    });
  }

  // Protects from a list that cannot be left: it is shown once, asked for once more in short, and then dropped with a person's number.
  for (const [first, second] of [
    ['blah', 'blah blah'],
    ['the pay please', 'what else could i do with that'],
  ] as const) {
    it(`drops the list after "${first}" and "${second}"`, async () => {
      const conversation = await reach(['data analyst']);
      const [again] = await conversation.say(first);
      expect(again?.text).to.include('pick one').and.to.not.include('Data scientists');
      expect(again?.suggestions).to.include('Data scientists');
      expect(await conversation.ask(second))
        .to.include('1-877-644-9992')
        .and.to.not.include('Data scientists');
      expect(await conversation.ask('carpenter')).to.include('Carpenters');
    });
  }

  it('takes a number of the list after a reply that picked nothing', async () => {
    const conversation = await reach(['data analyst', 'blah']);
    expect(await conversation.ask('2')).to.include('Data scientists');
  });

  it('uses the duties after "none of these"', async () => {
    const conversation = await reach(['data analyst', 'none of these']);
    const text = await conversation.ask('I type numbers from paper forms into a computer all day');
    expect(text).to.include('Data entry clerks');
    expect(await conversation.ask('data entry clerks')).to.include('14111');
  });
});
