import type { RegionView } from '../views.ts';

/** What the choice of a region needs to know of the rest of the desk. */
export interface RegionHost {
  regions(): readonly RegionView[];
  /** Id of the region that is told now. */
  current(): string;
  choose(id: string): void;
  repaint(): void;
}

const MOST_FOUND = 30;

/** The region's box: the provinces and what lies in the one that is told, or whatever any word of its name begins as is typed. */
export class RegionPick {
  open = false;
  active = 0;
  /** What was typed; null shows the region that is told. */
  typed: string | null = null;
  readonly #host: RegionHost;

  constructor(host: RegionHost) {
    this.#host = host;
  }

  get options(): readonly RegionView[] {
    const regions = this.#host.regions();
    return this.typed?.trim() ? found(regions, this.typed) : near(regions, this.#host.current());
  }

  get name(): string {
    return this.#host.regions().find(({ id }) => id === this.#host.current())?.name ?? '';
  }

  begin(): void {
    this.open = true;
    this.typed = null;
    this.active = Math.max(
      0,
      this.options.findIndex(({ id }) => id === this.#host.current()),
    );
    this.#host.repaint();
  }

  type(text: string): void {
    this.open = true;
    this.typed = text;
    this.active = 0;
    this.#host.repaint();
  }

  move(by: number): void {
    const { length } = this.options;
    if (!this.open) this.begin();
    else if (length > 0) this.active = (this.active + by + length) % length;
    this.#host.repaint();
  }

  pick(index: number): void {
    const region = this.options[index];
    this.close();
    if (region) this.#host.choose(region.id);
  }

  close(): void {
    this.open = false;
    this.typed = null;
    this.#host.repaint();
  }
}

function near(regions: readonly RegionView[], current: string): RegionView[] {
  const province = regions.find(({ id }) => id === current)?.province ?? '';
  return regions.filter((region) => isWide(region) || (province !== '' && region.province === province));
}

/** Names that begin so before such with a later word that does, and the shorter first: Calgary before its economic region. */
function found(regions: readonly RegionView[], typed: string): RegionView[] {
  const wanted = folded(typed);
  const rank = (region: RegionView): number => {
    const name = folded(region.name);
    if (name.startsWith(wanted)) return isWide(region) ? 0 : 1;
    return name.includes(` ${wanted}`) ? 2 : 3;
  };
  return regions
    .map((region) => ({ region, rank: rank(region) }))
    .filter(({ rank: at }) => at < 3)
    .sort((one, other) => one.rank - other.rank || one.region.name.length - other.region.name.length)
    .slice(0, MOST_FOUND)
    .map(({ region }) => region);
}

/** The country, a province or a territory. */
function isWide({ id, province }: RegionView): boolean {
  return province === '' || province === id;
}

/** Letters alone, so that "quebec" and "st johns" are found: words apart by one space. */
function folded(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/[\p{M}'’.]/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
