import { expect } from 'chai';
import { commandLists } from '../../../../adapters/teams/app/command-lists.ts';
import { menusOf } from '../../../../adapters/teams/app/manifest.ts';
import { COMMANDS } from '../../../../dialogs/understanding/commands.ts';
import { en } from '../../../../dialogs/wording/index.ts';
import { AdvisorError } from '../../../../knowledge/errors.ts';

const { commands: words } = en.teamsApp;
const { examples } = en.conversation;
const line = (title: string) => ({ title, description: `${title}, told` });

describe('the menus of the Teams app', () => {
  // Protects the one table of commands: a command that is added there shows up without a second list.
  it('come from the table of commands, where they are listed, and then the examples', () => {
    const [alone, shared] = menusOf(en.teamsApp, examples);
    expect(alone?.scopes).to.deep.equal(['personal']);
    expect(shared?.scopes).to.deep.equal(['team', 'groupChat']);
    for (const [setting, list] of [
      ['alone', alone],
      ['shared', shared],
    ] as const) {
      const listed = COMMANDS.filter(({ listedIn }) => listedIn.includes(setting)).map(({ name }) => words[name].title);
      expect(list?.commands.map(({ title }) => title)).to.deep.equal([...listed, ...examples]);
    }
  });

  it('have a new command in the place that the table says', () => {
    const table = [...COMMANDS, { name: 'forget', listedIn: ['alone'] } as const];
    const lists = commandLists(table, { ...words, forget: line('Forget me') }, []);
    expect(lists[0]?.commands.at(-1)).to.deep.equal(line('Forget me'));
    expect(lists[1]?.commands.map(({ title }) => title)).to.not.include('Forget me');
  });

  // Protects the menu from two lines that a person cannot tell apart.
  it('refuse two lines of one name, whatever their letters', () => {
    const twice = (): unknown => commandLists(COMMANDS, words, [line('HELP')]);
    expect(twice)
      .to.throw(AdvisorError, 'personal has two lines called "help"')
      .with.property('code', 'TEAMS_APP_INVALID');
  });

  it('take ten lines and refuse eleven', () => {
    const table = Array.from({ length: 11 }, (_, index) => ({ name: `c${index}`, listedIn: ['alone'] as const }));
    const all = Object.fromEntries(table.map(({ name }) => [name, line(name)]));
    expect(commandLists(table.slice(0, 10), all, [])[0]?.commands).to.have.length(10);
    expect(() => commandLists(table, all, [])).to.throw(AdvisorError, 'the menu for personal has 11 lines: 10 at most');
    expect(() => commandLists(table.slice(0, 10), all, [line('more')])).to.throw(AdvisorError, '11 lines');
  });
});
