import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** What answers that are no pages may ask for: nothing may be loaded, framed or sent from them. */
export interface SecurityOptions {
  /** A drawing has styles of its own. */
  readonly ownStyles?: boolean;
  /** Pages of any origin may show it. */
  readonly forAnyPage?: boolean;
}

/** Other servers of the same domain are not ours to speak for. */
export const OWN_HOST_ALONE = { includeSubDomains: false } as const;

export function security({ ownStyles = false, forAnyPage = false }: SecurityOptions = {}): RequestHandler {
  const none = ["'none'"];
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: none,
        ...(ownStyles && { styleSrc: ["'unsafe-inline'"] }),
        baseUri: none,
        formAction: none,
        frameAncestors: none,
      },
    },
    strictTransportSecurity: OWN_HOST_ALONE,
    ...(forAnyPage && { crossOriginResourcePolicy: { policy: 'cross-origin' } }),
  });
}
