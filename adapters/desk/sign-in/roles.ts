import type { DeskRole, OidcSettings } from './access.ts';

/** What a provider says of somebody: of no shape, before it has been looked at. */
export type Claims = Readonly<Record<string, unknown>>;

/** The value of a claim by its name, or else by a path of names: `realm_access.roles`. */
export function claimOf(claims: Claims, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name];
  return name
    .split('.')
    .reduce<unknown>(
      (found, part) => (isClaims(found) && Object.hasOwn(found, part) ? found[part] : undefined),
      claims,
    );
}

/** The desk's roles among those that a provider names: a list, or one alone. */
export function rolesOf(
  claims: Claims,
  { rolesClaim, roleNames }: Pick<OidcSettings, 'rolesClaim' | 'roleNames'>,
): DeskRole[] {
  const value = claimOf(claims, rolesClaim);
  const named: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (named.includes(roleNames.editor)) return ['agent', 'editor'];
  return named.includes(roleNames.agent) ? ['agent'] : [];
}

function isClaims(value: unknown): value is Claims {
  return typeof value === 'object' && value !== null;
}
