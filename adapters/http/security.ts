import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** What answers that are no pages may ask for: nothing may be loaded, framed or sent from them. */
export interface SecurityOptions {
  /** A drawing has styles of its own. */
  readonly ownStyles?: boolean;
  /** Pages of any origin may show it. */
  readonly forAnyPage?: boolean;
}

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
    // Other servers of the same domain are not ours to speak for.
    strictTransportSecurity: { includeSubDomains: false },
    ...(forAnyPage && { crossOriginResourcePolicy: { policy: 'cross-origin' } }),
  });
}
