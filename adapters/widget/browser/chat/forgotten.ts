import { widget } from '../../../../dialogs/wording/en/widget.ts';
import type { BrowserMemory } from './memory.ts';
import { getSession } from './session.ts';

/** Whether a message may ask to be forgotten: worth looking whether the server did so. */
export function mayAskToForget(text: string): boolean {
  const folded = text.toLowerCase();
  return widget.erase.asked.some((word) => folded.includes(word));
}

/**
 * Whether the server has really erased what the visitor said: that is not claimed because it was asked for. Fails where the
 * server cannot be reached.
 */
export async function isForgotten(memory: BrowserMemory): Promise<boolean> {
  const { token, conversationId, resumed } = await getSession(memory);
  if (!resumed) return true;
  const response = await fetch(`/v3/directline/conversations/${conversationId}/activities?watermark=0`, {
    headers: { Authorization: `Bearer ${token}` },
    credentials: 'omit',
  });
  if (!response.ok) throw new Error(`${response.status}`);
  const { activities } = (await response.json()) as { activities: readonly { from?: { role?: string } }[] };
  return activities.every(({ from }) => from?.role !== 'user');
}
