/** Parts of an answer as our own pages show them: plain data, for a browser too. */

export interface SourceView {
  /** Name of the source, its publisher, and where to look. */
  readonly title: string;
  readonly publisher: string;
  readonly url: string;
  /** Reference period as published; empty where it has none. */
  readonly period: string;
  /** The whole line as the bot cites it. */
  readonly citation: string;
  /** Says something only where there is a period. */
  readonly freshness: 'good' | 'stale' | 'over';
}

export interface TableView {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly string[] }[];
}

/** `warning`: what the eye must fall on (expired, estimated, derived, another place); `note`: the rest. */
export interface NoteView {
  readonly kind: 'warning' | 'note';
  readonly text: string;
}

/** Address of a picture on this server, and the same in words. */
export interface PictureView {
  readonly url: string;
  readonly alt: string;
}
