import type { ReplyPicture } from '../../dialogs/replies.ts';
import { type ChartFormat, chartAddress } from '../http/charts/address.ts';
import type { Image } from './card-schema.ts';

/** Where and how a channel shows pictures. */
export interface PictureOptions {
  /** Origin under which people's browsers reach our charts. */
  readonly publicUrl: string;
  /** What the channel shows; `none` where it could not reach the address. */
  readonly pictures?: ChartFormat | 'none';
}

export function pictureElements(
  picture: ReplyPicture | null,
  { publicUrl, pictures = 'svg' }: PictureOptions,
): Image[] {
  if (!picture || pictures === 'none') return [];
  const url = `${publicUrl.replace(/\/$/, '')}${chartAddress(picture, pictures)}`;
  return [{ type: 'Image', url, altText: picture.alt, size: 'Stretch' }];
}
