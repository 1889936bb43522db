import { expect } from 'chai';
import type { Knowledge } from '../../dialogs/advisor.ts';
import { sentAnswer } from '../../dialogs/answers/sent-list.ts';
import { encodeResume } from '../../dialogs/interests/resume-code.ts';
import { answerReply } from '../../dialogs/replies.ts';
import { en } from '../../dialogs/wording/index.ts';
import { faultsOf } from './answers/number-faults.ts';
import { type Conversation, shippedKnowledge, startConversation, TODAY } from './helpers.ts';

async function filled(conversation: Conversation, ...titles: string[]): Promise<void> {
  for (const title of titles) await conversation.say(`save ${title}`);
}

/** The shipped knowledge with a store that has lost some groups since. */
async function without(...gone: string[]): Promise<Knowledge> {
  const { store, lookup } = await shippedKnowledge();
  const lacking = new Proxy(store, {
    get: (target, key) => {
      if (key === 'group') return async (code: string) => (gone.includes(code) ? undefined : target.group(code));
      if (key === 'groups') return async () => (await target.groups()).filter((group) => !gone.includes(group.code));
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return { store: lacking, lookup };
}

describe('the shortlist', () => {
  it('saves what is talked about, what was suggested, and what is named', async () => {
    const conversation = await startConversation();
    expect(await conversation.ask('save this one')).to.include('Save which one?');
    await conversation.say('tell me about plumbers');
    expect(await conversation.ask('save it'))
      .to.include('Saved: Plumbers (72300)')
      .and.to.include('1 of at most 5');
    await conversation.say('my codes are METHODICAL innovative directive');
    await conversation.say('what fits my interests?');
    expect(await conversation.ask('save this one')).to.include('Save which one?');
    expect(await conversation.ask('save the first')).to.include('(12111)');
    // The numbers of the suggestions stay good.
    expect(await conversation.ask('save the second')).to.include('3 of at most 5');
    expect(await conversation.ask('save 72106')).to.include('Welders');
    expect(await conversation.ask('save number 9')).to.include('has 5 entries');
  });

  // Protects the person's codes: nobody knows whether "everything" is the list or all that is known.
  for (const line of ['remove everything', 'clear everything', 'clear my list']) {
    it(`is emptied by "${line}", and nothing else is erased`, async () => {
      const conversation = await startConversation();
      await conversation.say('my codes are M i d');
      await filled(conversation, 'plumber', '72106');
      expect(await conversation.ask(line))
        .to.include('list is empty now')
        .and.to.include('"forget me"');
      expect(await conversation.ask('my list')).to.include('Your list is empty');
      expect(await conversation.ask('what are my codes')).to.include('METHODICAL');
      expect(await conversation.ask(line)).to.include('empty already');
    });
  }

  it('tells doubles, and that it is full', async () => {
    const conversation = await startConversation();
    await filled(conversation, 'plumber', '72106', '72200', '12111');
    expect(await conversation.ask('save plumber')).to.include('on your list already');
    expect(await conversation.ask('save 31301')).to.include('5 of at most 5');
    expect(await conversation.ask('save 72310')).to.include('Your list is full');
  });

  it('lists what a title could be, to click or to number', async () => {
    const conversation = await startConversation();
    const [reply] = await conversation.say('save nurse');
    expect(reply?.suggestions[1]).to.equal('save 32101');
    expect(await conversation.ask('2')).to.include('Saved: Licensed practical nurses (32101)');
    expect(await conversation.ask('save flibbertigibbet')).to.include('do not recognize "flibbertigibbet"');
  });

  it('removes by place, by name and what is talked about', async () => {
    const conversation = await startConversation();
    expect(await conversation.ask('remove it')).to.include('Your list is empty');
    await filled(conversation, 'plumber', '72106', '32101', '12111');
    expect(await conversation.ask('remove the second')).to.include('Removed: Welders');
    expect(await conversation.ask('remove number 8')).to.include('has 3 entries');
    // Of the several kinds of nurse only one is on the list.
    expect(await conversation.ask('remove nurse')).to.include('Removed: Licensed practical nurses');
    expect(await conversation.ask('remove electrician')).to.include('is not on your list');
    await conversation.say('tell me about plumbers');
    expect(await conversation.ask('remove this one')).to.include('Removed: Plumbers');
    expect(await conversation.ask('show my list'))
      .to.include('12111')
      .and.to.include('1 of at most 5');
  });

  it('is shown as a list to pick from, and compared', async () => {
    const conversation = await startConversation();
    expect(await conversation.ask('show my list')).to.include('Your list is empty');
    expect(await conversation.ask('compare my list')).to.include('Your list is empty');
    await filled(conversation, 'plumber');
    expect(await conversation.ask('compare my list')).to.include('at least two');
    await filled(conversation, '72106', '72200', '12111', '31301');
    expect((await conversation.say('show my list'))[0]?.choices).to.have.length(5);
    expect(await conversation.ask('2')).to.include('NOC 2021 72106');
    const [reply] = await conversation.say('compare my list');
    expect(reply?.parts?.table?.columns).to.have.length(4);
    expect(reply?.text).to.include('left out Registered nurses');
  });

  // Protects a question in between: the choice of an occupation is left, the list is shown.
  it('can be asked for in the middle of a choice', async () => {
    const conversation = await startConversation();
    await filled(conversation, 'plumber');
    await conversation.say('data analyst');
    expect(await conversation.ask('show my list')).to.include('Plumbers (72300)');
    await conversation.say('data analyst');
    expect(await conversation.ask('save welder')).to.include('Saved: Welders');
  });
});

describe('the list to take along', () => {
  it('has names, codes, a figure with its source, the date and the code, and asks for no address', async () => {
    const conversation = await startConversation();
    expect(await conversation.ask('send me my list')).to.include('nothing to send');
    await conversation.say('my codes are M i d');
    await filled(conversation, 'plumber', 'health information management professional');
    const text = await conversation.ask('send it to me');
    expect(text).to.include('as of November 22, 2026').and.to.include('I do not send e-mail');
    expect(text).to.match(/Plumbers \(72300\): \$[\d,.]+ an? (hour|year) at the median in \w+ \(\d{4}; /);
    expect(text).to.match(/12111\): .*https:\/\/alis\.alberta\.ca/);
    expect(text).to.include('METHODICAL innovative directive');
  });

  it('comes back on another channel with the code', async () => {
    const conversation = await startConversation();
    await conversation.say('my codes are M i d');
    await filled(conversation, 'plumber', '72106');
    const sent = await conversation.ask('print my list');
    const code = /my code is ([A-Z0-9-]+)/.exec(sent)?.[1] ?? '';
    const other = await startConversation();
    expect(await other.ask(`my code is ${code.toLowerCase()}`))
      .to.include('METHODICAL innovative directive')
      .and.to.include('Plumbers and Welders');
    expect(await other.ask('show my list')).to.include('72106');
    expect(await other.ask('what fits my interests?')).to.include('12111');
    expect(await other.ask(code)).to.include('is replaced');
  });

  it('tells a mistyped code from one with nothing in it', async () => {
    const conversation = await startConversation();
    const code = encodeResume({ codes: null, groups: ['72300', '72106'] });
    const wrong = code.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
    expect(await conversation.ask(`my code is ${wrong}`)).to.include('does not check out');
    for (const garbage of ['KABC-DEFG', 'banana', 'xxxx-xxxx-xxxx', '0000-0000'])
      expect(await conversation.ask(`my code is ${garbage}`), garbage).to.match(/does not check out|later version/);
    const empty = encodeResume({ codes: null, groups: [] });
    expect(await conversation.ask(`my code is ${empty}`)).to.include('holds no interest codes');
    expect(await conversation.ask('show my list')).to.include('Your list is empty');
  });

  // Protects from a store that has changed since: what is gone is named, and the rest is kept.
  it('leaves out what the store no longer has, and says so', async () => {
    const code = encodeResume({ codes: null, groups: ['72300', '72106', '72200'] });
    const conversation = await startConversation(without('72106'));
    expect(await conversation.ask(`my code is ${code}`))
      .to.include('no longer has 72106')
      .and.to.include('Plumbers');
    expect(await conversation.ask('show my list')).to.include('(2 of at most 5)');
    const all = encodeResume({ codes: null, groups: ['72106'] });
    expect(await conversation.ask(`my code is ${all}`)).to.include('holds no interest codes');
  });

  it('says only facts and typed parameters', async () => {
    const { store } = await shippedKnowledge();
    const codes = (await store.groups()).map((group) => group.code);
    const faults: string[] = [];
    for (let first = 0; first < codes.length; first += 25) {
      const saved = codes.slice(first, first + 5).map((code) => ({ code, occupation: '' }));
      const resume = encodeResume({ codes: null, groups: saved.map(({ code }) => code) });
      const context = { store, wording: en, details: {}, homeRegion: 'AB', codes: null, today: TODAY };
      const told = await sentAnswer(context, saved, resume);
      expect(answerReply(told).text).to.include(resume);
      faults.push(...faultsOf(told));
    }
    expect(faults).to.deep.equal([]);
  });
});
