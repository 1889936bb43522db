export const DESK_ROLES = ['agent', 'editor'] as const;

/** An agent reads; an editor sees what is missing and what is old as well, and is an agent too. */
export type DeskRole = (typeof DESK_ROLES)[number];

/** How people prove who they are: a client of an OpenID Connect provider. */
export interface OidcSettings {
  /** Address that the provider's description stands below; https, or http on loopback. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Asked for, separated by spaces; `openid` among them. */
  readonly scopes: string;
  /** Claim that names the roles: its name, or a path such as `realm_access.roles`. */
  readonly rolesClaim: string;
  /** What the provider calls each role. */
  readonly roleNames: Readonly<Record<DeskRole, string>>;
}

/** Who may use the desk. */
export type DeskAccess =
  | { readonly kind: 'off'; readonly because: 'switched-off' | 'unprotected' }
  /** Programs of the same machine, without signing in. */
  | { readonly kind: 'this-machine' }
  | { readonly kind: 'sign-in'; readonly provider: OidcSettings };

/** Somebody who uses the desk. */
export interface Identity {
  /** Null where nobody has to sign in. */
  readonly name: string | null;
  readonly roles: readonly DeskRole[];
}
