import type { Activity } from 'botbuilder';
import { redact } from './understanding/redact.ts';

/** Name of the mark in an activity's channelData. What clients send there is taken away before, so that none can set it. */
const MARK = 'personalDataRemoved';

/** The activity without what looks like personal data in its text; marked where there was some, so that the person is told. */
export function withoutPersonalData<Given extends Partial<Activity>>(activity: Given): Given {
  const text = activity.text ?? '';
  const kept = redact(text);
  if (kept === text) return activity;
  return { ...activity, text: kept, channelData: { ...activity.channelData, [MARK]: true } };
}

export function isPersonalDataRemoved({ channelData }: Partial<Activity>): boolean {
  return typeof channelData === 'object' && channelData !== null && channelData[MARK] === true;
}
