import {
  type Activity,
  ActivityHandler,
  type BotState,
  type StatePropertyAccessor,
  type Storage,
  type TurnContext,
  UserState,
} from 'botbuilder';
import { DialogSet, type DialogState, DialogTurnStatus } from 'botbuilder-dialogs';
import type { Advisor } from '../dialogs/advisor.ts';
import { MainDialog } from '../dialogs/main-dialog.ts';
import type { Memory } from '../dialogs/memory.ts';
import type { Person } from '../dialogs/person.ts';
import { isPersonalDataRemoved, withoutPersonalData } from '../dialogs/personal-data.ts';
import { reportOf } from '../dialogs/turn-report.ts';
import { TurnServices } from '../dialogs/turn-services.ts';
import type { Logger } from './log.ts';
import { isShared, ScopedConversationState } from './scoped-conversation-state.ts';

/** The bot behind every channel: greets, runs the dialogs on each message, and saves what is kept of conversation and person. */
export class CareerBot extends ActivityHandler {
  readonly #states: readonly BotState[];
  readonly #services: TurnServices;
  readonly #dialogState: StatePropertyAccessor<DialogState>;
  readonly #dialogs: DialogSet;

  /** `conversations`: where these are kept, if not with what is kept of people. */
  constructor(
    advisorFor: (context: TurnContext) => Advisor,
    storage: Storage,
    log: Logger,
    conversations: Storage = storage,
  ) {
    super();
    const conversation = new ScopedConversationState(conversations);
    const user = new UserState(storage);
    this.#states = [conversation, user];
    this.#dialogState = conversation.createProperty<DialogState>('dialogs');
    this.#services = new TurnServices(
      oncePerTurn(advisorFor),
      conversation.createProperty<Memory>('memory'),
      user.createProperty<Person>('person'),
    );
    this.#dialogs = new DialogSet(this.#dialogState);
    this.#dialogs.add(new MainDialog(this.#services));
    this.onMembersAdded(async (context, next) => {
      if (isToBeGreeted(context.activity)) await this.#greet(context);
      await next();
    });
    this.onMessage(async (context, next) => {
      await this.#converse(context, log);
      await next();
    });
  }

  override async run(context: TurnContext): Promise<void> {
    await super.run(context);
    for (const state of this.#states) await state.saveChanges(context);
  }

  async #greet(context: TurnContext): Promise<void> {
    const { conversation, teams } = this.#services.advisor(context).wording;
    const { conversationType } = context.activity.conversation;
    const greeting =
      conversationType === 'channel'
        ? teams.welcomeTeam
        : conversationType === 'groupChat'
          ? teams.welcomeGroup
          : conversation.greeting;
    await this.#services.say(context, greeting, conversation.examples);
  }

  /**
   * Takes personal data out of the message before anything reads, keeps or repeats it, and says so. A channel that keeps messages has
   * done it before.
   */
  async #redact(context: TurnContext): Promise<void> {
    const kept = withoutPersonalData(context.activity);
    if (!isPersonalDataRemoved(kept)) return;
    context.activity.text = kept.text;
    await this.#services.say(context, [this.#services.advisor(context).wording.conversation.personal]);
  }

  /** A fault ends what was under way and says so; the conversation stays usable. */
  async #converse(context: TurnContext, log: Logger): Promise<void> {
    try {
      await this.#redact(context);
      const dialog = await this.#dialogs.createContext(context);
      const result = await dialog.continueDialog();
      if (result.status === DialogTurnStatus.empty) await dialog.beginDialog(MainDialog.ID);
    } catch (error) {
      log.error({ err: error }, 'a turn failed');
      reportOf(context).fault = error;
      await this.#dialogState.set(context, { dialogStack: [] });
      const { conversation } = this.#services.advisor(context).wording;
      await this.#services.say(context, [conversation.fault]);
    }
  }
}

/** Whoever comes to the bot is greeted; where several talk, the bot says once what it is for, and nobody who joins them later. */
function isToBeGreeted({ membersAdded = [], recipient, conversation }: Activity): boolean {
  return membersAdded.some(({ id }) => (id === recipient.id) === isShared(conversation));
}

const ADVISOR = Symbol('the advisor of a turn');

/** A turn keeps the advisor that it began with, and with it the knowledge, even when other knowledge goes into service meanwhile. */
function oncePerTurn(advisorFor: (context: TurnContext) => Advisor): (context: TurnContext) => Advisor {
  return (context) => {
    const known: Advisor | undefined = context.turnState.get(ADVISOR);
    if (known) return known;
    const advisor = advisorFor(context);
    context.turnState.set(ADVISOR, advisor);
    return advisor;
  };
}
