import { type Colour, readableOnWhite, textOn } from '../colour.ts';

const INK = '#1b1b1b';
const QUIET = '#595959';
const LINE = '#c8c8c8';
const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";

/**
 * Web Chat's style options: readable sizes, contrast of at least 4.5, a focus that can be seen. `fromTop`: what is said is read from its
 * top, where it is too long for the screen; else the end of it is shown.
 */
export function styleOptions(accent: Colour, fromTop: boolean): object {
  const readable = readableOnWhite(accent);
  return {
    accent: readable,
    subtle: QUIET,
    primaryFont: FONT,
    fontSizeSmall: '0.8125rem',
    backgroundColor: '#fff',
    paddingRegular: 10,
    hideUploadButton: true,
    bubbleBackground: '#f4f5f7',
    bubbleBorderColor: '#f4f5f7',
    bubbleBorderRadius: 12,
    bubbleTextColor: INK,
    bubbleMinWidth: 120,
    bubbleMaxWidth: 640,
    bubbleFromUserBackground: readable,
    bubbleFromUserBorderColor: readable,
    bubbleFromUserBorderRadius: 12,
    bubbleFromUserTextColor: textOn(readable),
    markdownRenderHTML: false,
    autoScrollSnapOnPage: fromTop,
    autoScrollSnapOnPageOffset: 4,
    sendBoxHeight: 52,
    sendBoxTextColor: INK,
    sendBoxPlaceholderColor: QUIET,
    sendBoxBorderTop: `solid 1px ${LINE}`,
    sendBoxTextWrap: true,
    sendBoxButtonColor: readable,
    sendBoxButtonKeyboardFocusIndicatorBorderColor: INK,
    sendBoxButtonKeyboardFocusIndicatorBorderWidth: 2,
    suggestedActionLayout: 'flow',
    suggestedActionHeight: 'auto',
    suggestedActionBorderRadius: 18,
    suggestedActionBorderWidth: 1,
    suggestedActionBorderColor: readable,
    suggestedActionTextColor: readable,
    suggestedActionKeyboardFocusIndicatorBorderColor: INK,
    suggestedActionKeyboardFocusIndicatorBorderRadius: 15,
    suggestedActionKeyboardFocusIndicatorBorderStyle: 'solid',
    suggestedActionKeyboardFocusIndicatorBorderWidth: 2,
    timestampColor: QUIET,
    notificationText: INK,
    transcriptActivityVisualKeyboardIndicatorColor: INK,
    transcriptActivityVisualKeyboardIndicatorStyle: 'solid',
    typingAnimationDuration: 20_000,
    // What could not be delivered is tried again meanwhile.
    sendTimeout: 300_000,
    maxMessageLength: 2_000,
  };
}

/** The host configuration of Adaptive Cards, in the chat's own type and colours. */
export function cardOptions(accent: Colour): object {
  const readable = readableOnWhite(accent);
  const shade = (colour: string): object => ({ default: colour, subtle: colour });
  const foregroundColors = {
    default: { default: INK, subtle: QUIET },
    accent: shade(readable),
    dark: { default: INK, subtle: QUIET },
    light: { default: QUIET, subtle: QUIET },
    good: shade('#0b6a0b'),
    warning: shade('#8a4b00'),
    attention: shade('#a80000'),
  };
  const plain = { backgroundColor: '#ffffff', foregroundColors };
  return {
    supportsInteractivity: true,
    fontFamily: FONT,
    fontSizes: { small: 13, default: 15, medium: 16, large: 18, extraLarge: 22 },
    fontWeights: { lighter: 400, default: 400, bolder: 600 },
    lineHeights: { small: 18, default: 21, medium: 22, large: 25, extraLarge: 29 },
    spacing: { small: 6, default: 10, medium: 16, large: 22, extraLarge: 28, padding: 12 },
    separator: { lineThickness: 1, lineColor: LINE },
    containerStyles: { default: plain, emphasis: { ...plain, backgroundColor: '#f4f5f7' } },
    actions: {
      maxActions: 6,
      spacing: 'default',
      buttonSpacing: 8,
      showCard: { actionMode: 'inline', inlineTopMargin: 12 },
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
    },
    adaptiveCard: { allowCustomStyle: false },
    factSet: {
      title: { weight: 'bolder', wrap: true, maxWidth: 150 },
      value: { wrap: true },
      spacing: 12,
    },
  };
}
