import { CustomChart, type CustomSeriesOption, ScatterChart, type ScatterSeriesOption } from 'echarts/charts';
import { GraphicComponent, GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { escaped } from '../escape.ts';
import type { Bar, ChartContent } from './content.ts';
import { wrapped } from './svg-text.ts';

use([CustomChart, ScatterChart, GraphicComponent, GridComponent, SVGRenderer]);

/** Drawn at this width and shown at half of it on a phone, so the letters are large. */
const WIDTH = 640;
const MARGIN = 20;
const TITLE = 27;
const TEXT = 24;
const LINE = 33;
/** Most that a letter of a figure takes, at the size of the text. */
const LETTER = 16;
const BAR = 24;
/** Columns of the figures under a bar: ends, median, average. Fixed, since nobody here knows how wide the reader's letters are. */
const MEDIAN_AT = 318;
const AVERAGE_AT = 480;
const SYMBOL = 16;
/** Room of a symbol before its text. */
const INDENT = 26;

const INK = '#1b1b1b';
const PAPER = '#ffffff';
/** Blue of the palette by Okabe and Ito; 5:1 on white. Median and average differ in shape and filling, not in colour. */
const BLUE = '#0072b2';
/** Without quotation marks: the library puts it into an attribute as it is. */
const FONT = 'system-ui, -apple-system, Segoe UI, Roboto, Helvetica Neue, Arial, sans-serif';

interface Place {
  readonly bar: Bar;
  /** Distance of the middle of the bar from the upper edge. */
  readonly y: number;
}

/** What stands at a fixed place, in the words of the library's graphic component. */
interface Element {
  readonly type: 'text' | 'rect' | 'circle' | 'polygon';
  readonly silent: true;
  readonly x?: number;
  readonly y?: number;
  readonly shape?: Readonly<Record<string, number | number[][]>>;
  readonly style: Readonly<Record<string, string | number>>;
}

/** The chart as an SVG document with a title and a description. The scale is the same for all bars, and has no numbers of its own. */
export function drawChart(content: ChartContent): string {
  const elements: Element[] = [];
  const places: Place[] = [];
  let y = MARGIN;
  const write = (text: string, size: number, bold = false): void => {
    for (const line of wrapped(text, WIDTH - 2 * MARGIN, size, bold)) {
      elements.push(textAt(line, MARGIN, y, size, bold));
      y += Math.round(size * 1.35);
    }
  };
  write(content.title, TITLE, true);
  write(content.where, TEXT);
  for (const bar of content.bars) {
    y += 16;
    // Of a single row everything is said above.
    if (content.bars.length > 1) write(bar.label, TEXT, true);
    y += 4;
    places.push({ bar, y: y + BAR / 2 });
    y += BAR + 8;
    elements.push(...(content.bars.length === 1 ? figuresInPlace(bar, y) : figures(bar, y)));
    y += LINE;
  }
  y += 14;
  elements.push(rule(y - 4));
  y += 8;
  const { legend } = content;
  if (legend.bar !== null) {
    elements.push(swatch(MARGIN, y), textAt(legend.bar, MARGIN + INDENT + 14, y, TEXT));
    y += LINE;
  }
  if (legend.median !== null) elements.push(...marked('median', legend.median, MARGIN, y));
  if (legend.average !== null)
    elements.push(...marked('average', legend.average, legend.median ? MEDIAN_AT - 100 : MARGIN, y));
  if (legend.median !== null || legend.average !== null) y += LINE;
  write(content.source, TEXT);
  return described(render(elements, places, y + MARGIN - 8), content);
}

function render(elements: Element[], places: readonly Place[], height: number): string {
  const [min, max] = scaleOf(places.map(({ bar }) => bar));
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height });
  try {
    chart.setOption({
      animation: false,
      backgroundColor: PAPER,
      grid: { left: MARGIN, right: MARGIN, top: 0, bottom: 0, outerBoundsMode: 'none' },
      xAxis: { type: 'value', show: false, min, max },
      yAxis: { type: 'value', show: false, inverse: true, min: 0, max: height },
      series: [bars(places), marks(places, 'median'), marks(places, 'average')],
      graphic: { elements },
    });
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}

/** The amounts at the two edges. */
function scaleOf(bars: readonly Bar[]): readonly [number, number] {
  const values = bars.flatMap(({ low, high, median, average }) =>
    [low, high, median, average].flatMap((each) => each?.value ?? []),
  );
  const [least, most] = [Math.min(...values), Math.max(...values)];
  // A mark at either end needs room for half of itself.
  const room = Math.max((most - least) * 0.03, 0.01);
  return [least - room, most + room];
}

function bars(places: readonly Place[]): CustomSeriesOption {
  return {
    type: 'custom',
    silent: true,
    data: places.flatMap(({ bar: { low, high }, y }) => (low && high ? [[low.value, high.value, y]] : [])),
    encode: { x: [0, 1], y: 2 },
    renderItem: (_parameters, api) => {
      const [left = 0, y = 0] = api.coord([api.value(0), api.value(2)]);
      const [right = 0] = api.coord([api.value(1), api.value(2)]);
      return {
        type: 'rect',
        // Low and high may be the same amount: a line, then.
        shape: { x: left, y: y - BAR / 2, width: Math.max(right - left, 3), height: BAR, r: 3 },
        style: { fill: BLUE },
      };
    },
  };
}

function marks(places: readonly Place[], measure: 'median' | 'average'): ScatterSeriesOption {
  return {
    type: 'scatter',
    silent: true,
    z: measure === 'median' ? 4 : 3,
    symbol: measure === 'median' ? 'diamond' : 'circle',
    // The ring is wider than the diamond: where the two fall together, both are seen.
    symbolSize: measure === 'median' ? SYMBOL + 4 : SYMBOL + 12,
    itemStyle: markStyle(measure),
    data: places.flatMap(({ bar, y }) => {
      const amount = bar[measure];
      return amount ? [[amount.value, y]] : [];
    }),
  };
}

function markStyle(measure: 'median' | 'average'): NonNullable<ScatterSeriesOption['itemStyle']> {
  return measure === 'median'
    ? { color: INK, borderColor: PAPER, borderWidth: 2, opacity: 1 }
    : { color: PAPER, borderColor: INK, borderWidth: 3, opacity: 1 };
}

function figures({ ends, median, average }: Bar, y: number): Element[] {
  return [
    ...(ends === '' ? [] : [textAt(ends, MARGIN, y, TEXT)]),
    ...(median ? marked('median', median.text, MEDIAN_AT, y) : []),
    ...(average ? marked('average', average.text, AVERAGE_AT, y) : []),
  ];
}

/** Figures of the only bar, each at its place: the ends at the ends, the median below its mark, or as near as there is room. */
function figuresInPlace(bar: Bar, y: number): Element[] {
  const { low, high, median, average } = bar;
  if (!low || !high || !median || average) return figures(bar, y);
  const [min, max] = scaleOf([bar]);
  const at = (value: number): number => MARGIN + ((value - min) / (max - min)) * (WIDTH - 2 * MARGIN);
  const room = (text: string): number => text.length * LETTER;
  const [left, right] = [at(low.value), at(high.value)];
  const width = INDENT + room(median.text);
  const first = left + room(low.text) + LETTER;
  const last = right - room(high.text) - LETTER - width;
  // Where the three have no room beside each other they are told as those of several bars are.
  if (last < first) return figures(bar, y);
  const middle = Math.min(Math.max(at(median.value) - SYMBOL / 2, first), last);
  return [
    textAt(low.text, left, y, TEXT),
    ...marked('median', median.text, middle, y),
    textAt(high.text, right, y, TEXT, false, 'right'),
  ];
}

/** A symbol with its text. */
function marked(measure: 'median' | 'average', text: string, x: number, y: number): Element[] {
  const [cx, cy, r] = [x + SYMBOL / 2, y + TEXT / 2, SYMBOL / 2];
  const style = { fill: measure === 'median' ? INK : PAPER, stroke: INK, lineWidth: measure === 'median' ? 0 : 3 };
  const symbol: Element =
    measure === 'median'
      ? { type: 'polygon', silent: true, shape: { points: diamond(cx, cy, r + 2) }, style }
      : { type: 'circle', silent: true, shape: { cx, cy, r }, style };
  return [symbol, textAt(text, x + INDENT, y, TEXT)];
}

function diamond(x: number, y: number, r: number): number[][] {
  return [
    [x, y - r],
    [x + r, y],
    [x, y + r],
    [x - r, y],
  ];
}

function swatch(x: number, y: number): Element {
  return {
    type: 'rect',
    silent: true,
    shape: { x, y: y + 3, width: 30, height: TEXT - 6, r: 3 },
    style: { fill: BLUE },
  };
}

function rule(y: number): Element {
  return {
    type: 'rect',
    silent: true,
    shape: { x: MARGIN, y, width: WIDTH - 2 * MARGIN, height: 1 },
    style: { fill: '#767676' },
  };
}

function textAt(
  text: string,
  x: number,
  y: number,
  size: number,
  bold = false,
  textAlign: 'left' | 'right' = 'left',
): Element {
  // Each by itself: what makes a PNG of the chart does not read all of them in one.
  const font = { fontSize: size, fontFamily: FONT, fontWeight: bold ? 'bold' : 'normal' };
  return { type: 'text', silent: true, x, y, style: { text, ...font, fill: INK, textAlign, textVerticalAlign: 'top' } };
}

/** The library's document with a role, a title and a description for those who do not see it. */
function described(svg: string, { title, alt }: ChartContent): string {
  const words = `<title id="t">${escaped(title)}</title><desc id="d">${escaped(alt)}</desc>`;
  return withoutRules(svg).replace(/^<svg([^>]*)>/, (_tag, attributes: string) => {
    return `<svg${attributes} role="img" aria-labelledby="t" aria-describedby="d">${words}`;
  });
}

/** Without the library's rules for pointers: their names are counted on from chart to chart, and no two documents would be the same. */
function withoutRules(svg: string): string {
  return svg.replace(/<style[\s>].*?<\/style>\s*/s, '').replaceAll(/ class="zr\d+-cls-\d+"/g, '');
}
