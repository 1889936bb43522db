import {
  type ConversationAccount,
  ConversationState,
  PrivateConversationState,
  type Storage,
  type TurnContext,
} from 'botbuilder';

/**
 * What is remembered of a conversation: where several talk, of each of them apart. "What about Ontario?" is then about what the same person
 * asked before, and a numbered list is for whom it was made.
 */
export class ScopedConversationState extends ConversationState {
  readonly #ofMembers: PrivateConversationState;

  constructor(storage: Storage) {
    super(storage);
    this.#ofMembers = new PrivateConversationState(storage);
  }

  override getStorageKey(context: TurnContext): string | undefined {
    return isShared(context.activity.conversation)
      ? this.#ofMembers.getStorageKey(context)
      : super.getStorageKey(context);
  }
}

/** Whether others than one person and the bot are in the conversation. */
export function isShared({ isGroup, conversationType }: ConversationAccount): boolean {
  return isGroup === true || conversationType === 'groupChat' || conversationType === 'channel';
}
