import { createApp } from '../../../adapters/http/app.ts';
import { createCharts } from '../../../adapters/http/charts/charts.ts';
import type { Mount } from '../../../adapters/http/dependencies.ts';
import { HttpServer } from '../../../adapters/http/server.ts';
import { createOccupationPages } from '../../../adapters/occupation-page/mount.ts';
import type { Knowledge } from '../../../dialogs/advisor.ts';
import { en } from '../../../dialogs/wording/index.ts';
import { TODAY } from '../../dialogs/helpers.ts';

export const PUBLIC_URL = 'https://advisor.example.org';

export interface PageReply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** The pages on a real server, on any free port, with the pictures that they show. */
export interface Pages {
  readonly origin: string;
  knowledge: Knowledge | null;
  readonly errors: readonly object[];
  /** Without following where it is sent on to. */
  ask(path: string, init?: RequestInit): Promise<PageReply>;
  close(): Promise<void>;
}

export interface PagesOptions {
  readonly publicUrl?: () => string;
  readonly requestsPerMinute?: number;
  readonly mounts?: readonly Mount[];
}

export async function startPages(knowledge: Knowledge | null, options: PagesOptions = {}): Promise<Pages> {
  const { publicUrl = () => PUBLIC_URL, mounts = [], ...rest } = options;
  const errors: object[] = [];
  const common = {
    knowledge: () => pages.knowledge,
    wording: en,
    today: () => TODAY,
    log: {
      debug: () => undefined,
      info: () => undefined,
      error: (details: object) => void errors.push(details),
    },
  };
  const occupations = createOccupationPages({ ...common, ...rest, homeRegion: 'AB', publicUrl });
  const app = createApp({ ...common, mounts: [createCharts(common), occupations, ...mounts] });
  const server = await HttpServer.listen(app, { host: '127.0.0.1', port: 0 });
  const pages: Pages = {
    origin: server.origin,
    knowledge,
    errors,
    ask: async (path, init) => {
      const response = await fetch(`${server.origin}${path}`, { redirect: 'manual', ...init });
      return { status: response.status, headers: response.headers, text: await response.text() };
    },
    close: () => server.close(),
  };
  return pages;
}

/** Text of a page as a reader sees it; attributes, styles and scripts are left out. */
export function readable(page: string): string {
  return page
    .replace(/<(style|script)[^>]*>.*?<\/\1>/gs, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');
}
