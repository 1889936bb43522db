import express from 'express';
import { createDeskApi } from '../../../adapters/desk/api/desk-api.ts';
import type { DeskContact, DeskGap, DeskIdentity } from '../../../adapters/desk/api/ports.ts';
import { HttpServer } from '../../../adapters/http/server.ts';
import type { Knowledge } from '../../../dialogs/advisor.ts';
import { en } from '../../../dialogs/wording/index.ts';
import { TODAY } from '../../dialogs/helpers.ts';

export interface DeskReply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** The desk's interface on a real server, on any free port; what it depends on may be changed between requests. */
export interface Desk {
  knowledge: Knowledge | null;
  identity: DeskIdentity;
  contact: DeskContact | null;
  gaps: readonly DeskGap[];
  /** What was logged as an error. */
  readonly errors: readonly object[];
  /** `path` stands below the interface: `/me`. */
  ask(path: string, init?: RequestInit): Promise<DeskReply>;
  /** The body of an answer that has to be one. */
  view<View>(path: string): Promise<View>;
  close(): Promise<void>;
}

export const AGENT: DeskIdentity = { name: 'agent', roles: ['agent'] };
export const EDITOR: DeskIdentity = { name: 'editor', roles: ['agent', 'editor'] };

export async function startDesk(knowledge: Knowledge | null): Promise<Desk> {
  const errors: object[] = [];
  const app = express();
  app.use(
    '/desk/api',
    createDeskApi({
      knowledge: () => desk.knowledge,
      wording: en,
      homeRegion: 'AB',
      today: () => TODAY,
      contact: async () => desk.contact,
      gaps: { list: async (most) => ({ gaps: desk.gaps.slice(0, most), sealed: 3 }) },
      identity: () => desk.identity,
      signOutPath: '/desk/sign-out',
      log: { debug: () => undefined, info: () => undefined, error: (details) => void errors.push(details) },
    }),
  );
  const server = await HttpServer.listen(app, { host: '127.0.0.1', port: 0 });
  const desk: Desk = {
    knowledge,
    identity: EDITOR,
    contact: null,
    gaps: [],
    errors,
    ask: async (path, init) => {
      const response = await fetch(`${server.origin}/desk/api${path}`, init);
      return { status: response.status, headers: response.headers, text: await response.text() };
    },
    view: async <View>(path: string) => {
      const { status, text } = await desk.ask(path);
      if (status !== 200) throw new Error(`${path}: ${status} ${text}`);
      return JSON.parse(text) as View;
    },
    close: () => server.close(),
  };
  return desk;
}
