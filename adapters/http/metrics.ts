import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import type { Mount } from './dependencies.ts';
import { isLocal } from './local-request.ts';

/** Gives what is measured as text, and says of what type it is; a registry of prom-client fits. */
export interface MetricsSource {
  readonly contentType: string;
  metrics(): Promise<string>;
}

export interface MetricsAccess {
  /** What a collector shows; null for none. */
  readonly token: string | null;
  /** True where a proxy may stand before the server: its visitors cannot be told from the machine's own programs for sure. */
  readonly behindProxy: boolean;
}

/**
 * `GET /metrics`: for those that show the token, and without it for programs of the same machine where no proxy is before the server.
 * Anybody else is handed on to what answers unknown addresses, and so does not learn that it is there.
 */
export function metricsMount(source: MetricsSource, { token, behindProxy }: MetricsAccess): Mount {
  return {
    path: '/metrics',
    handler: async (request, response, next) => {
      const asked = request.path === '/' && (request.method === 'GET' || request.method === 'HEAD');
      if (!asked || !((!behindProxy && isLocal(request)) || showsToken(request, token))) return next();
      const text = await source.metrics();
      response.set({
        'Content-Type': source.contentType,
        'Cache-Control': 'no-store',
        'X-Content-Type-Options': 'nosniff',
      });
      response.send(text);
    },
  };
}

function showsToken({ headers }: Request, token: string | null): boolean {
  const shown = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
  return token !== null && shown !== undefined && timingSafeEqual(digest(shown), digest(token));
}

/** Of one length, whatever was shown. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
