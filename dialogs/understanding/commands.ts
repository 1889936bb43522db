/** What a person can always say, whatever is under way. Help texts and channel manifests are made from this table. */
export interface Command {
  readonly name: CommandName;
  /** Whole messages that mean the command, folded (lower case, no punctuation at the ends). */
  readonly aliases: readonly string[];
  /** Patterns for longer ways of saying it; they must match the whole folded message. */
  readonly patterns: readonly RegExp[];
  /** Where a menu of commands shows it. */
  readonly listedIn: readonly Setting[];
}

/** A talk with the bot alone, or one that others share with it. */
export type Setting = 'alone' | 'shared';

export type CommandName = 'help' | 'cancel' | 'start-over' | 'back' | 'person';

export const COMMANDS: readonly Command[] = [
  {
    name: 'help',
    listedIn: ['alone', 'shared'],
    aliases: [
      'help',
      'help me',
      'help please',
      '?',
      'what can you do',
      'what can i ask',
      'what can i ask you',
      'how does this work',
      'commands',
      'menu',
      'examples',
      'aide',
    ],
    patterns: [
      /^(can|could) you help( me)?( please)?$/,
      /^what (do|can) you (know|do|help with|tell me)( about)?$/,
      /^how (do|can) i use (this|you)$/,
      /^i need (some )?help$/,
    ],
  },
  {
    name: 'cancel',
    listedIn: ['alone'],
    aliases: [
      'cancel',
      'stop',
      'never mind',
      'nevermind',
      'forget it',
      'quit',
      'exit',
      'abort',
      'drop it',
      'skip it',
      'leave it',
      'annuler',
    ],
    patterns: [/^(please )?(cancel|stop)( that| this| it)?( please)?$/],
  },
  {
    name: 'start-over',
    listedIn: ['alone', 'shared'],
    aliases: [
      'start over',
      'restart',
      'reset',
      'start again',
      'begin again',
      'new conversation',
      'clear',
      'from the top',
      'recommencer',
    ],
    patterns: [/^(let s|lets|can we|i want to|please) (start over|start again|restart|begin again)( please)?$/],
  },
  {
    name: 'back',
    listedIn: ['alone', 'shared'],
    aliases: ['back', 'go back', 'previous', 'undo', 'the one before', 'retour'],
    patterns: [
      /^(please )?(go|take me) back( to (the )?(previous|last|one before)( one| occupation| job)?)?( please)?$/,
    ],
  },
  {
    name: 'person',
    listedIn: ['alone', 'shared'],
    aliases: [
      'person',
      'a person',
      'a person please',
      'human',
      'agent',
      'operator please',
      'call',
      'phone',
      'phone number',
      'contact',
      'real person',
      'counsellor please',
      'call someone',
      'speak to someone',
      'talk to someone',
      'une personne',
    ],
    patterns: [
      /^(i (want|need|would like|d like) to |can i |could i |let me |may i |how (do|can) i |please )?(talk|speak|chat|connect)( me)? (to|with) (a |an |the |some)?(real |live |actual )?(person|human|human being|someone|somebody|one|agent|advisor|adviser|counsellor|counselor|representative|people)( please)?$/,
      /^(a |the )?(real |live )?(person|human)( please)?$/,
      /^(who|where|which number|what number) (can|do|should) i (call|phone|contact)( for help)?$/,
      /^(what|whats|what s|give me)( is)?( the)? (phone )?number (for|of) alberta supports$/,
      /^(is there )?(a |any )?(phone )?number (i can call|to call)$/,
    ],
  },
];

/** The command that the whole message means; a message that merely contains the word is none. */
export function commandIn(folded: string): CommandName | null {
  return (
    COMMANDS.find(
      (command) => command.aliases.includes(folded) || command.patterns.some((pattern) => pattern.test(folded)),
    )?.name ?? null
  );
}
