import { expect } from 'chai';
import { startConversation } from './helpers.ts';

describe('misspelt messages', () => {
  // Protects from an answer for a place that nobody meant: how it was read is said first.
  for (const [question, said] of [
    ['plumber wage in lethbrige', 'I took "lethbrige" for Lethbridge.'],
    ['plumber pay in Ontaro', 'I took "Ontaro" for Ontario.'],
    ['plumber wage quebec cty', 'I took "quebec cty" for Quebec City.'],
    ['outlook for plumbers in calgry', 'I took "calgry" for Calgary.'],
    ['plumber wage by region in Albrta', 'I took "Albrta" for Alberta.'],
  ] as const) {
    it(`"${question}": ${said}`, async () => {
      const conversation = await startConversation();
      expect(await conversation.ask(question)).to.include(said);
    });
  }

  it('says it once: the next question keeps the place and not the remark', async () => {
    const conversation = await startConversation();
    await conversation.ask('plumber wage in lethbrige');
    const next = await conversation.ask('and the median?');
    expect(next).to.include('Lethbridge').and.not.include('I took');
  });

  it('says nothing of a slip in other words, and answers', async () => {
    const conversation = await startConversation();
    const answer = await conversation.ask('plumber sallary in Alberta');
    expect(answer).to.include('Wages for Plumbers').and.not.include('I took');
  });

  it('says of a place that it does not know it, for the pay and for the outlook', async () => {
    for (const question of ['plumber wage in timbuktu', 'outlook for plumbers in timbuktu']) {
      const conversation = await startConversation();
      expect(await conversation.ask(question)).to.include('I do not know a place called "timbuktu" in Canada');
    }
  });

  // Protects what a person has told: a misspelt wish to erase is not carried out.
  it('erases nothing on a misspelt wish', async () => {
    const conversation = await startConversation();
    await conversation.ask('my codes are Methodical, Innovative, Directive');
    await conversation.ask('forgett me');
    await conversation.ask('delte my data');
    expect(await conversation.ask('what are my codes?')).to.include('Methodical');
  });
});
