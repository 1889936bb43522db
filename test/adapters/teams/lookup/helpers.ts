import type { Activity } from 'botbuilder';
import { z } from 'zod';
import type { InvokeAnswer } from '../../../../adapters/teams/invokes.ts';
import { createLookupInvokes } from '../../../../adapters/teams/lookup/lookup-invokes.ts';
import { MemberRecents } from '../../../../adapters/teams/lookup/member-recents.ts';
import type { Knowledge } from '../../../../dialogs/advisor.ts';
import { en } from '../../../../dialogs/wording/index.ts';
import type { KnowledgeStore } from '../../../../knowledge/store/knowledge-store.ts';
import { TODAY } from '../../../dialogs/helpers.ts';

export const PUBLIC_URL = 'https://advisor.example.org';
export const MEMBER = 'a-member';

/** What Teams takes, field by field: nothing that it does not know may be in an answer. */

const card = z.strictObject({
  type: z.literal('AdaptiveCard'),
  $schema: z.url(),
  version: z.literal('1.5'),
  fallbackText: z.string().min(1),
  speak: z.string().min(1),
  body: z.array(z.looseObject({ type: z.string() })).min(1),
  actions: z.array(z.looseObject({ type: z.string(), title: z.string().min(1) })).optional(),
});
const attachment = z.strictObject({
  contentType: z.literal('application/vnd.microsoft.card.adaptive'),
  content: card,
  preview: z
    .strictObject({
      contentType: z.literal('application/vnd.microsoft.card.thumbnail'),
      content: z.strictObject({
        title: z.string().min(1),
        text: z.string().min(1),
        tap: z
          .strictObject({ type: z.literal('invoke'), value: z.strictObject({ select: z.string().min(5) }) })
          .optional(),
      }),
    })
    .optional(),
});
export type Attachment = z.output<typeof attachment>;

const cacheInfo = z.strictObject({ cacheType: z.enum(['cache', 'no-cache']), cacheDuration: z.number().int().min(0) });
export const composeBody = z.strictObject({
  composeExtension: z.discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('result'),
      attachmentLayout: z.literal('list'),
      attachments: z.array(attachment).max(25),
    }),
    z.strictObject({ type: z.literal('message'), text: z.string().min(10) }),
  ]),
  cacheInfo: cacheInfo.optional(),
});

const choice = z.strictObject({ title: z.string().min(1), value: z.string().min(1) });
const element = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('RichTextBlock'), inlines: z.array(z.looseObject({ text: z.string() })) }),
  z.strictObject({
    type: z.literal('Input.ChoiceSet'),
    id: z.string().min(1),
    label: z.string().min(1),
    style: z.enum(['compact', 'expanded', 'filtered']),
    choices: z.array(choice).min(1),
    placeholder: z.string().optional(),
    value: z.string().optional(),
    wrap: z.literal(true).optional(),
    'choices.data': z.strictObject({ type: z.literal('Data.Query'), dataset: z.string() }).optional(),
  }),
  z.strictObject({
    type: z.literal('Input.Text'),
    id: z.string().min(1),
    label: z.string().min(1),
    placeholder: z.string(),
    maxLength: z.number(),
    value: z.string().optional(),
  }),
]);
export const taskBody = z.strictObject({
  task: z.discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('continue'),
      value: z.strictObject({
        title: z.string().min(1),
        height: z.literal('medium'),
        width: z.literal('medium'),
        card: z.strictObject({
          contentType: z.literal('application/vnd.microsoft.card.adaptive'),
          content: card.extend({ body: z.array(element) }),
        }),
      }),
    }),
    z.strictObject({ type: z.literal('message'), value: z.string().min(10) }),
  ]),
});
export const searchBody = z.strictObject({
  statusCode: z.literal(200),
  type: z.literal('application/vnd.microsoft.search.searchResponse'),
  value: z.strictObject({ results: z.array(choice).max(15) }),
});
export const faultBody = z.strictObject({
  error: z.strictObject({ code: z.literal('INVOKE_INVALID'), message: z.string().min(10) }),
});

export type FormElement = z.output<typeof element>;

export interface LookupOptions {
  readonly publicUrl?: string | null;
  readonly timeLimitMs?: number;
}

/** The search and the comparison on some knowledge, asked as Teams asks. */
export interface Lookup {
  knowledge: Knowledge | null;
  readonly recents: MemberRecents;
  readonly errors: readonly object[];
  /** The bare answer to an invoke of any name and value. */
  invoke(name: string | undefined, value: unknown, member?: string): Promise<InvokeAnswer | null>;
  search(query: string, paging?: object, member?: string): Promise<Found>;
  atFirst(paging?: object, member?: string): Promise<Found>;
  select(key: string, member?: string): Promise<Found>;
  link(url: string): Promise<Found>;
  /** Submits the form: the card that comes of it, or what the form shows again. */
  compare(data: object): Promise<Compared>;
}

export interface Found {
  readonly attachments: readonly Attachment[];
  /** Told in the place of results; null where there are results. */
  readonly message: string | null;
  readonly cached: boolean;
}

export interface Compared {
  readonly card: unknown;
  /** Null where a card came of it. */
  readonly form: readonly FormElement[] | null;
}

export function startLookup(knowledge: Knowledge | null, options: LookupOptions = {}): Lookup {
  const errors: object[] = [];
  const recents = new MemberRecents();
  const invokes = createLookupInvokes({
    knowledge: () => lookup.knowledge,
    wording: en,
    homeRegion: 'AB',
    today: () => TODAY,
    publicUrl: options.publicUrl === undefined ? PUBLIC_URL : options.publicUrl,
    recents,
    log: { debug: () => undefined, info: () => undefined, error: (details) => void errors.push(details) },
    ...(options.timeLimitMs !== undefined && { timeLimitMs: options.timeLimitMs }),
  });
  const found = async (name: string, value: unknown, member?: string): Promise<Found> =>
    foundIn(await lookup.invoke(name, value, member));
  const query = (parameters: object[], queryOptions: object): object => ({
    commandId: 'lookup',
    parameters,
    queryOptions,
  });
  const lookup: Lookup = {
    knowledge,
    recents,
    errors,
    invoke: (name, value, member = MEMBER) => invokes.answer(invokeActivity(name, value, member)),
    search: (text, paging = { skip: 0, count: 25 }, member) =>
      found('composeExtension/query', query([{ name: 'query', value: text }], paging), member),
    atFirst: (paging = { skip: 0, count: 25 }, member) =>
      found('composeExtension/query', query([{ name: 'initialRun', value: 'true' }], paging), member),
    select: (key, member) => found('composeExtension/selectItem', { select: key }, member),
    link: (url) => found('composeExtension/queryLink', { url }),
    compare: async (data) => {
      const value = { commandId: 'compare', commandContext: 'compose', data };
      const body = (await lookup.invoke('composeExtension/submitAction', value))?.body ?? {};
      if (!('task' in body)) return { card: foundIn({ status: 200, body }).attachments[0]?.content, form: null };
      return { card: null, form: formIn(body) };
    },
  };
  return lookup;
}

function invokeActivity(name: string | undefined, value: unknown, member: string): Activity {
  const activity: Partial<Activity> = {
    type: 'invoke',
    channelId: 'msteams',
    ...(name !== undefined && { name }),
    value,
    from: { id: member, name: '' },
  };
  return activity as Activity;
}

export function foundIn(answer: InvokeAnswer | null): Found {
  if (answer?.status !== 200) throw new Error(`status ${answer?.status}`);
  const { composeExtension, cacheInfo: cache } = composeBody.parse(answer.body);
  return {
    attachments: composeExtension.type === 'result' ? composeExtension.attachments : [],
    message: composeExtension.type === 'message' ? composeExtension.text : null,
    cached: cache?.cacheType === 'cache',
  };
}

export function formIn(body: unknown): readonly FormElement[] {
  const { task } = taskBody.parse(body);
  if (task.type === 'message') throw new Error(task.value);
  return task.value.card.content.body;
}

/** Texts of a form: paragraphs and labels. */
export function wordsOf(form: readonly FormElement[] | null): string {
  return (form ?? [])
    .map((part) => (part.type === 'RichTextBlock' ? part.inlines.map(({ text }) => text).join('') : part.label))
    .join('\n');
}

/** Codes of what was found, in order. */
export function codesOf({ attachments }: Found): string[] {
  return attachments.map(({ preview }) => preview?.content.tap?.value.select ?? '');
}

/** A store of which every question is answered as told. */
export function storeThat(store: KnowledgeStore, answer: () => Promise<never>): KnowledgeStore {
  const data: readonly PropertyKey[] = ['info', 'regions', 'projectionPeriod'];
  return new Proxy(store, { get: (target, key) => (data.includes(key) ? Reflect.get(target, key, target) : answer) });
}
