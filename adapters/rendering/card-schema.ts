/**
 * What our cards are made of: a part of the Adaptive Card schema, at version 1.5, that Web Chat and Teams both render.
 *
 * Text from answers stands in text runs alone: a text block takes Markdown, so that a person's or a publisher's words could become
 * links and headings there, and Web Chat's turns "(c)" into a sign and "example.org" into a link even where it is escaped.
 */

export const CARD_CONTENT_TYPE = 'application/vnd.microsoft.card.adaptive';

export interface TextRun {
  readonly type: 'TextRun';
  readonly text: string;
  readonly weight?: 'Bolder';
  readonly fontType?: 'Monospace';
  readonly isSubtle?: true;
  readonly selectAction?: OpenUrl;
}

export interface RichTextBlock {
  readonly type: 'RichTextBlock';
  readonly inlines: readonly TextRun[];
  readonly spacing?: Spacing;
}

type Spacing = 'None' | 'Small' | 'Medium';

export interface OpenUrl {
  readonly type: 'Action.OpenUrl';
  readonly title: string;
  readonly url: string;
}

/**
 * Something folded away under its title. Where `Action.ToggleVisibility` would do as well, screen readers are not told there whether it is
 * open, and Web Chat takes it for an unknown action.
 */
export interface ShowCard {
  readonly type: 'Action.ShowCard';
  readonly title: string;
  readonly card: { readonly type: 'AdaptiveCard'; readonly body: readonly Element[] };
}

/** A click that says something; never string data, which Teams drops. */
export interface Submit {
  readonly type: 'Action.Submit';
  readonly title: string;
  readonly data: SubmitData;
}

/** `msteams`: has Teams show the words in the chat, as if the person had typed them. */
export interface SubmitData {
  readonly say: string;
  readonly msteams?: {
    readonly type: 'messageBack';
    readonly displayText: string;
    readonly text: string;
    readonly value: { readonly say: string };
  };
}

/** Clicks below each other, where they are more than stand at the foot of a card. */
export interface ActionSet {
  readonly type: 'ActionSet';
  readonly actions: readonly Submit[];
}

export interface Image {
  readonly type: 'Image';
  readonly url: string;
  readonly altText: string;
  readonly size: 'Stretch';
}

export interface Container {
  readonly type: 'Container';
  readonly items: readonly Element[];
  readonly spacing?: Spacing;
  readonly style?: 'emphasis';
  readonly selectAction?: Submit;
}

export interface Table {
  readonly type: 'Table';
  readonly columns: readonly { readonly width: number }[];
  readonly rows: readonly { readonly type: 'TableRow'; readonly cells: readonly TableCell[] }[];
  readonly firstRowAsHeaders: true;
  readonly showGridLines: false;
}

export interface TableCell {
  readonly type: 'TableCell';
  readonly items: readonly RichTextBlock[];
}

export type Element = RichTextBlock | Image | Container | Table | ActionSet;

/** Without `lang`: the library takes it for invalid on every second card, and Web Chat then shows none. */
export interface AdaptiveCard {
  readonly type: 'AdaptiveCard';
  readonly $schema: 'http://adaptivecards.io/schemas/adaptive-card.json';
  readonly version: '1.5';
  readonly fallbackText: string;
  readonly speak: string;
  readonly body: readonly Element[];
  readonly actions?: readonly (ShowCard | Submit)[];
}
