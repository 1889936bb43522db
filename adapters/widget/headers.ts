import type { RequestHandler } from 'express';
import helmet from 'helmet';
import { OWN_HOST_ALONE } from '../http/security.ts';

const NONE = ["'none'"];
const SELF = ["'self'"];

/** Headers of the server's own page: everything from here, nothing from anywhere else. */
export const indexHeaders: RequestHandler = helmet({
  strictTransportSecurity: OWN_HOST_ALONE,
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: NONE,
      scriptSrc: SELF,
      styleSrc: SELF,
      imgSrc: SELF,
      frameSrc: SELF,
      baseUri: NONE,
      formAction: NONE,
      frameAncestors: NONE,
    },
  },
});

/** Hash of nothing: a part of Web Chat puts in an empty style element, which it then fills by script. */
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

export interface FrameRules {
  /** Origins of the pages that may show the chat. */
  readonly trustedOrigins: readonly string[];
  readonly publicUrl: string;
  readonly nonce: string;
}

/** Headers of the chat's page. Who may frame it is told by its policy alone: `X-Frame-Options` knows no list. */
export function frameHeaders({ trustedOrigins, publicUrl, nonce }: FrameRules): RequestHandler {
  return helmet({
    strictTransportSecurity: OWN_HOST_ALONE,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: NONE,
        scriptSrc: SELF,
        styleSrc: ["'self'", `'nonce-${nonce}'`, EMPTY_STYLE],
        // Web Chat's own pictures are data: and blob:, the wage pictures are ours.
        imgSrc: ["'self'", 'data:', 'blob:'],
        // Not every browser takes a WebSocket of the same host for 'self'.
        connectSrc: ["'self'", publicUrl.replace(/^http/, 'ws')],
        baseUri: NONE,
        formAction: NONE,
        frameAncestors: ["'self'", ...trustedOrigins],
      },
    },
    xFrameOptions: false,
  });
}

/** Headers of scripts, styles and pictures. The launcher alone is for pages of others. */
export function assetHeaders(policy: 'same-origin' | 'cross-origin'): RequestHandler {
  return helmet({
    strictTransportSecurity: OWN_HOST_ALONE,
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: NONE } },
    crossOriginResourcePolicy: { policy },
  });
}
