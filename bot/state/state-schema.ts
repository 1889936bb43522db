/** Number of the layout below, kept in the file. A file of a number that is not known here is not touched. */
export const STATE_VERSION = 3;

/** What the first version had: items of state by their key. */
const STATE =
  'CREATE TABLE state (key TEXT PRIMARY KEY, value TEXT NOT NULL, etag TEXT NOT NULL, changed TEXT NOT NULL) WITHOUT ROWID';

const CONVERSATIONS: readonly string[] = [
  // `last` is the position given last: it goes on where activities are erased, so that no position is given twice.
  `CREATE TABLE conversation (id TEXT PRIMARY KEY, user TEXT NOT NULL, origin TEXT NOT NULL, last INTEGER NOT NULL,
    created TEXT NOT NULL, changed TEXT NOT NULL) WITHOUT ROWID`,
  'CREATE INDEX conversation_user ON conversation (user)',
  // `client` is a digest of the sender's own id: of one length whatever was sent, and nothing to read once the activity is erased.
  `CREATE TABLE activity (conversation TEXT NOT NULL, position INTEGER NOT NULL, client TEXT, body TEXT NOT NULL,
    standing TEXT NOT NULL CHECK (standing IN ('said', 'waiting', 'answered', 'erased')), attempts INTEGER NOT NULL,
    at TEXT NOT NULL, PRIMARY KEY (conversation, position))`,
  // Whoever logs an activity at the position after the last has numbered it: neither is done without the other.
  `CREATE TRIGGER activity_placed AFTER INSERT ON activity BEGIN
    UPDATE conversation SET last = NEW.position, changed = NEW.at WHERE id = NEW.conversation; END`,
  'CREATE UNIQUE INDEX activity_client ON activity (conversation, client) WHERE client IS NOT NULL',
  "CREATE INDEX activity_waiting ON activity (at) WHERE standing = 'waiting'",
  // Times of tickets in ms since 1970: they are compared with a clock, never read by a person.
  'CREATE TABLE ticket (digest TEXT PRIMARY KEY, conversation TEXT NOT NULL, expires INTEGER NOT NULL) WITHOUT ROWID',
  'CREATE INDEX ticket_conversation ON ticket (conversation)',
  `CREATE TABLE gap (kind TEXT NOT NULL, subject TEXT NOT NULL, count INTEGER NOT NULL, first TEXT NOT NULL,
    last TEXT NOT NULL, PRIMARY KEY (kind, subject)) WITHOUT ROWID`,
];

/** The SDK's keys of the state begin with a conversation's channel. Until the third version all were of Direct Line. */
const CHANNELS: readonly string[] = ["ALTER TABLE conversation ADD COLUMN channel TEXT NOT NULL DEFAULT 'directline'"];

/** What brings a file of a version to the next; an empty one is of version 0. */
export const STEPS: readonly (readonly string[])[] = [[STATE], CONVERSATIONS, CHANNELS];

/** Tables of each version with their columns, in the alphabet's order. */
export const LAYOUTS: readonly string[] = [
  '',
  'state(key,value,etag,changed)',
  layoutWith('conversation(id,user,origin,last,created,changed)'),
  layoutWith('conversation(id,user,origin,last,created,changed,channel)'),
];

function layoutWith(conversation: string): string {
  return [
    'activity(conversation,position,client,body,standing,attempts,at)',
    conversation,
    'gap(kind,subject,count,first,last)',
    'state(key,value,etag,changed)',
    'ticket(digest,conversation,expires)',
  ].join(' ');
}
