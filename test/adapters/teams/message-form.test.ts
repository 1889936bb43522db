import type { Activity } from 'botbuilder';
import { expect } from 'chai';
import { teamsMessage } from '../../../adapters/teams/message-form.ts';
import { plainReply, replyActivity } from '../../../dialogs/replies.ts';
import { en } from '../../../dialogs/wording/index.ts';
import { cardFaults } from '../rendering/card-check.ts';
import { cardIn, offered } from './teams-harness.ts';

const MOST_BYTES = 80_000;
const FORM = { publicUrl: 'https://advisor.example.org', pictures: 'png', shared: false, showsClicks: true } as const;

const said = (text: string, suggestions: readonly string[] = []): Partial<Activity> =>
  replyActivity(plainReply([{ segments: [text] }], suggestions));
const bytesOf = (message: object): number => Buffer.byteLength(JSON.stringify(message));
const offeredIn = (activity: Partial<Activity>): readonly string[] =>
  offered([{ activity, conversation: '', replyTo: null, authorization: undefined, bytes: 0 }]);

describe('the form of a message in Teams', () => {
  it('leaves a short one as it is, without what only other channels use', () => {
    const message = teamsMessage(said('A short one.', ['One', 'Two']), FORM);
    expect(message.text).to.equal('A short one.');
    expect(message.suggestedActions?.actions.map(({ value }) => value)).to.deep.equal(['One', 'Two']);
    expect(message).to.not.have.any.keys('speak', 'inputHint', 'attachments');
  });

  for (const [name, sentence] of [
    ['sentences', 'This is a sentence. '],
    ['lines', 'A line\n'],
    ['letters of several bytes', 'Ça coûte cher. '],
    ['signs of four bytes', '👩‍🔧 '],
    ['characters that JSON writes longer', '"\\ . '],
    ['one word', 'x'],
  ] as const) {
    // Protects answers from being refused whole because of their length.
    it(`cuts a text of too many ${name} where it can, and says so`, () => {
      const text = sentence.repeat(Math.ceil(200_000 / sentence.length));
      const message = teamsMessage(said(text, ['One', 'Two', 'Three', 'Four']), FORM);
      expect(bytesOf(message)).to.be.at.most(MOST_BYTES);
      const [cut = '', about] = [message.text?.slice(0, -en.teams.cutShort.length - 1), en.teams.cutShort];
      expect(message.text).to.equal(`${cut}\n${about}`);
      expect(text.startsWith(cut)).to.equal(true);
      expect(Buffer.from(cut, 'utf8').toString('utf8')).to.equal(cut);
      expect(cut.length).to.be.greaterThan(1_000);
      if (name === 'sentences') expect(cut.endsWith('.')).to.equal(true);
    });
  }

  it('offers everything as a click where several talk, however much it is', () => {
    for (const count of [1, 5, 6, 7, 20]) {
      const suggestions = Array.from({ length: count }, (_, n) => `Suggestion ${n}`);
      const message = teamsMessage(said('Pick one.', suggestions), { ...FORM, shared: true });
      expect(offeredIn(message)).to.deep.equal(suggestions);
      expect(message.suggestedActions).to.equal(undefined);
      expect(cardFaults(cardIn(message))).to.deep.equal([]);
    }
  });

  describe('a list to pick from', () => {
    const LINES = ['1. Registered nurses (31301): assess patients', '2. None of these'];
    const asked = replyActivity({
      ...plainReply([{ segments: ['Which?'] }], ['Registered nurses', 'None of these', 'A person']),
      list: LINES,
    });
    const card = cardIn(teamsMessage(asked, { ...FORM, shared: true }));

    // Protects long titles, which are cut off on a button, and readers from the same words twice.
    it('is the clicks themselves; what is no line of it stays a button', () => {
      expect(card).to.nested.include({
        'body[0].type': 'Container',
        'body[0].selectAction.title': LINES[0],
        'body[0].selectAction.data.say': 'Registered nurses',
        'body[1].selectAction.data.say': 'None of these',
        'actions[0].title': 'A person',
      });
      expect(card).to.have.property('body').with.length(2);
      expect(card).to.have.property('actions').with.length(1);
      expect(cardFaults(card)).to.deep.equal([]);
    });

    it('carries the words alone where they are not to be shown as a message', () => {
      expect(cardIn(teamsMessage(asked, { ...FORM, shared: true, showsClicks: false })))
        .to.have.nested.property('body[0].selectAction.data')
        .that.deep.equals({ say: 'Registered nurses' });
    });
  });
});
