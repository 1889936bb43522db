import { expect } from 'chai';
import { smallTalkIn } from '../../dialogs/understanding/small-talk-en.ts';
import { startConversation } from './helpers.ts';

describe('asking for a reminder', () => {
  // Protects people from a promise that is never kept: nothing is sent to anybody who has not written first.
  it('is answered by how to find the list again', async () => {
    const conversation = await startConversation();
    expect(await conversation.ask('remind me of my list'))
      .to.include('cannot remind you')
      .and.include('list is empty');
    await conversation.ask('save plumber');
    const [reply] = await conversation.say('remind me of my list tomorrow');
    expect(reply?.text).to.include('cannot remind you').and.include('"show my list"');
    expect(reply?.suggestions).to.include('Show my list');
    expect(await conversation.ask('Show my list')).to.include('Plumbers');
  });

  it('is no question about an occupation, and such a question is no reminder', () => {
    for (const text of [
      'remind me later',
      'please remind me next week',
      'where is my list',
      'can you remind me of my shortlist on friday',
    ])
      expect(smallTalkIn(text), text).to.equal('remind');
    for (const text of ['remind me what a plumber earns', 'remind me about plumbers', 'where is the list of welders'])
      expect(smallTalkIn(text), text).to.not.equal('remind');
  });
});
