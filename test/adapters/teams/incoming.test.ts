import { expect } from 'chai';
import { readActivity } from '../../../adapters/teams/activity-shape.ts';
import { readIncoming } from '../../../adapters/teams/incoming.ts';

const SENT = {
  type: 'message',
  id: '1',
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/ca/',
  from: { id: '29:person', name: 'A Name', aadObjectId: 'of the directory' },
  recipient: { id: '28:bot', name: 'Career Advisor' },
  conversation: { id: 'a:chat', conversationType: 'personal', tenantId: 'tenant', name: 'A Name and the bot' },
  text: 'plumber',
};
const NOW = new Date('2026-11-22T12:00:00Z');
const read = (parts: object): ReturnType<typeof readIncoming> => readIncoming(readActivity({ ...SENT, ...parts }), NOW);

describe('what is kept of a message in Teams', () => {
  // Protects people in a tenant: what is not needed to answer them is not written down.
  it('is what was said, and where the answer goes: no names, no files, nothing that Teams puts to it', () => {
    const incoming = read({
      channelData: { tenant: { id: 'tenant' }, personalDataRemoved: true },
      attachments: [{ contentType: 'text/html', content: '<b>plumber</b>' }],
      entities: [{ type: 'clientInfo', locale: 'fr-CA', country: 'CA' }],
      timestamp: 'long ago',
      localTimezone: 'America/Edmonton',
    });
    expect(incoming?.activity).to.deep.equal({
      type: 'message',
      id: '1',
      channelId: 'msteams',
      serviceUrl: SENT.serviceUrl,
      timestamp: NOW,
      locale: 'fr-CA',
      text: 'plumber',
      textFormat: 'plain',
      from: { id: '29:person', name: '', role: 'user' },
      recipient: { id: '28:bot', name: '', role: 'bot' },
      conversation: { id: 'a:chat', name: '', isGroup: false, conversationType: 'personal', tenantId: 'tenant' },
    });
    expect(incoming?.conversation).to.deep.equal({ channel: 'msteams', id: 'a:chat', user: '29:person' });
  });

  it('is without personal data, and marked so', () => {
    const { activity } = read({ text: 'mail me at a@b.example about plumbers' }) ?? {};
    expect(activity?.text).to.not.include('a@b.example');
    expect(activity?.channelData).to.deep.equal({ personalDataRemoved: true });
  });

  it("has the language of the message before that of the person's own Teams", () => {
    const entities = [{ type: 'clientInfo', locale: 'fr-CA' }];
    expect(read({ locale: 'en-US', entities })?.activity.locale).to.equal('en-US');
    expect(read({ locale: '<script>', entities })?.activity.locale).to.equal('fr-CA');
    expect(read({})?.activity).to.not.have.property('locale');
  });

  it('belongs to the member, where several talk, and to the thread', () => {
    const conversation = { id: '19:c@thread.tacv2;messageid=7', conversationType: 'channel' };
    expect(read({ conversation })?.conversation.id).to.equal('19:c@thread.tacv2;messageid=7/users/29:person');
    expect(read({ conversation: { id: '19:g', isGroup: true } })?.conversation.id).to.equal('19:g/users/29:person');
  });

  // Protects everybody else from one message with eighty thousand faults: each would be written down before the first is told.
  it('is read without counting all that is wrong with it', () => {
    const faults = Array.from({ length: 80_000 }, () => 7);
    const many = { membersAdded: faults, attachments: faults, entities: faults };
    expect(readActivity({ ...SENT, ...many }).membersAdded).to.have.length(1_000);
    expect(read(many)?.activity.text).to.equal('plumber');
    expect(read({ ...many, text: '' })?.activity).to.include({ type: 'message', text: '' });
    expect(read({ ...many, type: 'conversationUpdate' })).to.equal(null);
  });

  it('is known again by its id and its text together, and by nothing where it has no id', () => {
    const ids = [read({}), read({ type: 'messageUpdate' }), read({ text: 'welder' }), read({ id: '2' })].map(
      (each) => each?.clientId,
    );
    expect(ids[0]).to.equal(ids[1]);
    expect(new Set(ids).size).to.equal(3);
    expect(read({ id: undefined })?.clientId).to.equal(null);
  });
});
