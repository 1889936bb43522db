import { AutoSaveStateMiddleware, ConversationState, MemoryStorage } from 'botbuilder';
import { DialogTurnStatus } from 'botbuilder-dialogs';
import { DialogTestClient } from 'botbuilder-testing';
import { expect } from 'chai';
import { Advisor } from '../../dialogs/advisor.ts';
import { MainDialog } from '../../dialogs/main-dialog.ts';
import type { Memory } from '../../dialogs/memory.ts';
import type { Person } from '../../dialogs/person.ts';
import { TurnServices } from '../../dialogs/turn-services.ts';
import { en } from '../../dialogs/wording/index.ts';
import { shippedKnowledge, TODAY } from './helpers.ts';

async function client(): Promise<DialogTestClient> {
  const knowledge = await shippedKnowledge();
  const state = new ConversationState(new MemoryStorage());
  const advisor = new Advisor(knowledge, en, { homeRegion: 'AB', today: () => TODAY });
  const services = new TurnServices(
    () => advisor,
    state.createProperty<Memory>('memory'),
    state.createProperty<Person>('person'),
  );
  return new DialogTestClient('test', new MainDialog(services), undefined, [new AutoSaveStateMiddleware(state)], state);
}

interface Case {
  readonly name: string;
  readonly lines: readonly string[];
  readonly status: DialogTurnStatus;
}

/** Where the dialogs stand after the last line: waiting for an answer of their own, or done. */
const CASES: readonly Case[] = [
  {
    name: 'a clear question is answered in one turn',
    lines: ['what does a plumber earn?'],
    status: DialogTurnStatus.complete,
  },
  {
    name: 'a title that means several things is asked about',
    lines: ['data analyst'],
    status: DialogTurnStatus.waiting,
  },
  { name: 'the choice ends it', lines: ['data analyst', '2'], status: DialogTurnStatus.complete },
  { name: 'cancel at the choice ends it', lines: ['data analyst', 'cancel'], status: DialogTurnStatus.complete },
  {
    name: '"none of these" asks for the duties',
    lines: ['data analyst', 'none of these'],
    status: DialogTurnStatus.waiting,
  },
  {
    name: 'cancel at the duties ends it',
    lines: ['data analyst', 'none of these', 'cancel'],
    status: DialogTurnStatus.complete,
  },
  { name: 'help at the choice keeps it', lines: ['data analyst', 'help'], status: DialogTurnStatus.waiting },
  {
    name: 'a general question at the choice keeps it',
    lines: ['data analyst', 'what is TEER?'],
    status: DialogTurnStatus.waiting,
  },
  {
    name: 'a question about another occupation at the choice ends it',
    lines: ['data analyst', 'what does a plumber earn?'],
    status: DialogTurnStatus.complete,
  },
  {
    name: 'start over at the choice ends it',
    lines: ['data analyst', 'start over'],
    status: DialogTurnStatus.complete,
  },
  { name: 'thanks at the choice ends it', lines: ['data analyst', 'thanks'], status: DialogTurnStatus.complete },
];

describe('the main dialog', () => {
  for (const { name, lines, status } of CASES) {
    it(name, async () => {
      const dialog = await client();
      for (const line of lines) {
        expect(await dialog.sendActivity(line), line).to.have.property('text');
        // The rest of the turn's replies is taken off before the next line.
        while (dialog.getNextReply());
      }
      expect(dialog.dialogTurnResult.status).to.equal(status);
    });
  }
});
