import type { SubjectRef } from '../../dialogs/answers/answer.ts';

export const OCCUPATIONS_PATH = '/occupations';

/** What the address of an occupation's page says, not yet held against the store. */
export interface AskedOccupation {
  /** As it is written: of any edition. */
  readonly code: string;
  /** Profile id; empty for the group. */
  readonly occupation: string;
  /** Region id; empty for the one at home. */
  readonly region: string;
}

/** Path and query of the page of an occupation. */
export function occupationPath({ code, occupation }: SubjectRef, region = ''): string {
  const query = new URLSearchParams();
  if (occupation !== '') query.set('occupation', occupation);
  if (region !== '') query.set('region', region);
  const asked = query.size > 0 ? `?${query}` : '';
  return `${OCCUPATIONS_PATH}/${encodeURIComponent(code)}${asked}`;
}

export function occupationAddress(publicUrl: string, subject: SubjectRef, region = ''): string {
  return `${publicUrl.replace(/\/+$/, '')}${occupationPath(subject, region)}`;
}

/** What an address asks for; null for one that is not the page of an occupation on this very server. */
export function readOccupationAddress(address: string, publicUrl: string): AskedOccupation | null {
  if (!URL.canParse(address) || !URL.canParse(publicUrl)) return null;
  const [asked, own] = [new URL(address), new URL(publicUrl)];
  const base = `${own.pathname.replace(/\/+$/, '')}${OCCUPATIONS_PATH}/`;
  // A name and a password before the host are how look-alike addresses are made.
  if (asked.origin !== own.origin || asked.username !== '' || asked.password !== '') return null;
  if (!asked.pathname.startsWith(base)) return null;
  const code = asked.pathname.slice(base.length);
  if (!/^[A-Za-z0-9.]{1,12}$/.test(code)) return null;
  const { searchParams } = asked;
  return { code, occupation: searchParams.get('occupation') ?? '', region: searchParams.get('region') ?? '' };
}
