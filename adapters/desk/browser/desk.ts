import type { CompareView, FitView, FreshnessView, GapsView, MeView, SectionView, SheetView } from '../views.ts';
import type { BotMessage } from './bot/activities.ts';
import { BotTalk } from './bot/talk.ts';
import { type Call, Calls, MOST_CALLS, type Subject } from './calls.ts';
import { copyText } from './clipboard.ts';
import { focusOn } from './focus.ts';
import { Latest } from './latest.ts';
import { NoteKeeper } from './note-keeper.ts';
import { Search, type SearchOption } from './search.ts';
import { type Health, Server } from './server.ts';
import { Settings } from './settings.ts';
import { words } from './words.ts';

/** What the middle of the desk shows. */
export type Shown = 'sheet' | 'compare' | 'fit' | 'editor';
export type Dialog = 'keys' | 'clear' | 'close';

const MOST_COMPARED = 4;

/** All that the desk knows and can do; what is seen is made from it anew after each change. */
export class Desk {
  me: MeView | null = null;
  shown: Shown = 'sheet';
  dialog: Dialog | null = null;
  slowly = false;
  fitOffset = 0;
  botOpen = false;
  follows = true;
  /** What has just happened, for eyes and screen readers. */
  message = '';
  readonly server = new Server((before) => this.#healthChanged(before));
  readonly settings = new Settings();
  readonly calls: Calls;
  readonly note: NoteKeeper;
  readonly search: Search;
  readonly sheet = new Latest<SheetView>(this.server, () => this.#sheetArrived());
  readonly compared = new Latest<CompareView>(this.server, (view) => this.#comparedArrived(view));
  readonly fit = new Latest<FitView>(this.server, (view) => this.#fitArrived(view));
  readonly gaps = new Latest<GapsView>(this.server, () => this.repaint());
  readonly freshness = new Latest<FreshnessView>(this.server, () => this.repaint());
  readonly repaint: () => void;
  readonly #profile = new Latest<MeView>(this.server, (me) => this.#known(me));
  readonly #talks = new Map<string, BotTalk>();
  /** Whether what arrives next is read to the caller, and so goes into the note. */
  #tellOnArrival = false;
  #regionUnsettled = false;

  constructor(repaint: () => void) {
    this.repaint = repaint;
    this.calls = new Calls(() => this.repaint());
    this.note = new NoteKeeper(this.calls);
    this.search = new Search(this.server, {
      hasSheet: () => this.shown === 'sheet' && this.sheet.view !== null,
      choose: (option, query) => this.#chosen(option, query),
      repaint,
    });
  }

  start(): void {
    this.#profile.want('/me');
    this.#loadSheet();
  }

  get call(): Call {
    return this.calls.active;
  }

  get region(): string {
    return this.call.region ?? this.me?.homeRegion ?? '';
  }

  get section(): SectionView | null {
    return this.sheet.view?.sections.find(({ topic }) => topic === this.call.topic) ?? null;
  }

  get talk(): BotTalk {
    const { id } = this.call;
    const known = this.#talks.get(id);
    if (known) return known;
    const talk = new BotTalk({
      resume: () => this.calls.all.find((call) => call.id === id)?.resume ?? null,
      keepResume: (resume) => this.calls.change(id, () => ({ resume })),
      answered: (message) => this.#answered(id, message),
      repaint: this.repaint,
    });
    this.#talks.set(id, talk);
    return talk;
  }

  tell(message: string): void {
    // The same twice in a row is told twice.
    this.message = message === this.message ? `${message}\u00a0` : message;
    this.repaint();
  }

  show(shown: Shown): void {
    this.shown = shown;
    if (shown === 'compare') this.#loadCompared();
    if (shown === 'editor') {
      this.gaps.want('/gaps');
      this.freshness.want('/freshness');
    }
    this.repaint();
    focusOn(shown === 'fit' ? 'fit' : 'middle');
  }

  ask(dialog: Dialog | null): void {
    this.dialog = dialog;
    this.repaint();
  }

  /** Opens an occupation in this call. `query`: what was asked; empty where it was not searched for. */
  openSubject(subject: Subject, query = ''): void {
    this.message = '';
    this.shown = 'sheet';
    this.settings.lookedUp(subject);
    this.note.add(words.note.lookedUp(query, subject.code, subject.title));
    this.#tellOnArrival = false;
    this.calls.change(this.call.id, () => ({ subject, topic: null }));
    this.#loadSheet();
    focusOn('middle');
  }

  /** Opens a section, to be read out; null goes back to all of them. */
  openSection(topic: string | null): void {
    this.shown = 'sheet';
    this.calls.change(this.call.id, () => ({ topic }));
    this.note.tell(this.section, this.sheet.view);
    focusOn('middle');
  }

  /** Shows another region's figures. They go into the note when the choice is settled: a letter typed in the list may only pass by one. */
  setRegion(region: string): void {
    this.calls.change(this.call.id, () => ({ region }));
    this.#regionUnsettled = true;
    this.#loadSheet(true);
    if (this.shown === 'compare') this.#loadCompared();
  }

  settleRegion(): void {
    if (!this.#regionUnsettled) return;
    this.#regionUnsettled = false;
    this.#tellOnArrival = this.section !== null;
    this.#sheetArrived();
  }

  toggleSlowly(): void {
    this.slowly = !this.slowly;
    this.repaint();
  }

  toggleTold(): void {
    if (this.section && this.sheet.view) this.note.toggleTold(this.section, this.sheet.view);
  }

  async copyAloud(): Promise<void> {
    const aloud = this.shown === 'compare' ? this.compared.view?.aloud : this.section?.aloud;
    if (!aloud || aloud.length === 0) return;
    const lines = aloud.flatMap(({ say, slowly }) => (this.slowly ? slowly : [say]));
    this.tell((await copyText(lines.join('\n'))) ? words.aloud.copied : words.aloud.copyFailed);
  }

  toggleCompared(subject: Subject | null = this.call.subject): void {
    if (!subject) return;
    const { compared } = this.call;
    const isIn = compared.some(({ code }) => code === subject.code);
    if (!isIn && compared.length >= MOST_COMPARED) {
      this.tell(words.compare.most(MOST_COMPARED));
      return;
    }
    const others = compared.filter(({ code }) => code !== subject.code);
    this.calls.change(this.call.id, () => ({ compared: isIn ? others : [...compared, subject] }));
    this.tell(isIn ? words.compare.removed(subject.title) : words.compare.added(subject.title));
    if (this.shown === 'compare') this.#loadCompared();
  }

  /** `offset`: how many of those that fit are passed over. */
  findFit(codes: string, offset = 0): void {
    this.fitOffset = offset;
    const query = new URLSearchParams({ codes, region: this.region, offset: String(offset) });
    this.fit.want(`/fit?${query}`);
  }

  beginExercise(): void {
    this.toggleBot(true);
    this.talk.say(words.fit.exerciseMessage);
  }

  toggleBot(open = !this.botOpen): void {
    this.botOpen = open;
    if (open) this.talk.connect();
    this.repaint();
    if (open) focusOn('bot');
  }

  toggleFollows(): void {
    this.follows = !this.follows;
    this.repaint();
  }

  async copyNote(): Promise<void> {
    const { id, note } = this.call;
    const copied = await copyText(note.trimEnd());
    if (copied) this.calls.change(id, (call) => ({ copied: call.note === note }));
    this.tell(copied ? words.note.copied : words.aloud.copyFailed);
  }

  /** Asks only where something would be lost. */
  clearNote(sure = this.call.copied): void {
    if (!sure) {
      this.ask('clear');
      return;
    }
    this.dialog = null;
    this.note.clear();
    this.tell(words.note.cleared);
  }

  closeCall(sure = this.call.copied): void {
    if (!sure) {
      this.ask('close');
      return;
    }
    this.dialog = null;
    const { id } = this.call;
    this.#talks.get(id)?.leave();
    this.#talks.delete(id);
    this.calls.close(id);
    this.#callChanged();
  }

  selectCall(id: string): void {
    this.calls.select(id);
    this.#callChanged();
  }

  nextCall(): void {
    const { all } = this.calls;
    const next = all[(all.findIndex(({ id }) => id === this.call.id) + 1) % all.length];
    if (next) this.selectCall(next.id);
  }

  newCall(): void {
    if (this.calls.begin()) {
      this.#callChanged();
      focusOn('search');
    } else this.tell(words.calls.most(MOST_CALLS));
  }

  giveLink(): void {
    const [source] = this.section?.sources ?? [];
    if (source) this.note.add(words.note.given(`${source.title}, ${source.url}`));
  }

  givePhone(): void {
    const contact = this.me?.contact;
    if (contact) this.note.add(words.note.given(words.note.contact(contact.name, contact.phone, contact.hours)));
  }

  #known(me: MeView | null): void {
    if (!me) return;
    this.me = me;
    this.#loadSheet();
    this.repaint();
  }

  #chosen(option: SearchOption, query: string): void {
    if (option.kind === 'section') this.openSection(option.topic);
    else {
      const { code, occupation, title } = option.candidate;
      this.openSubject({ code, occupation, title }, query);
    }
  }

  #callChanged(): void {
    this.message = '';
    this.shown = 'sheet';
    this.search.clear();
    this.fit.forget();
    this.#loadSheet();
    for (const [id, talk] of this.#talks) if (id !== this.call.id) talk.leave();
    if (this.botOpen) this.talk.connect();
    this.repaint();
  }

  #loadSheet(keep = false): void {
    const { subject } = this.call;
    if (!subject) this.sheet.forget();
    else if (this.region !== '') {
      const query = new URLSearchParams({ region: this.region, occupation: subject.occupation });
      this.sheet.want(`/occupations/${encodeURIComponent(subject.code)}?${query}`, keep);
    }
    this.repaint();
  }

  #sheetArrived(): void {
    const { activeElement } = document;
    if (this.sheet.view && !this.sheet.loading && this.#tellOnArrival) {
      this.#tellOnArrival = false;
      this.note.tell(this.section, this.sheet.view);
    }
    this.repaint();
    // The heading that has the focus makes way for the sheet's.
    if (activeElement?.matches('.middle > h2')) focusOn('middle');
  }

  #loadCompared(): void {
    const codes = this.call.compared.map(({ code }) => code);
    if (codes.length < 2) this.compared.forget();
    else this.compared.want(`/compare?${new URLSearchParams({ codes: codes.join(','), region: this.region })}`);
    this.repaint();
  }

  #comparedArrived(view: CompareView | null): void {
    const region = this.me?.regions.find(({ id }) => id === this.region)?.name ?? this.region;
    if (view) this.note.compared(view, region);
    this.repaint();
  }

  #fitArrived(view: FitView | null): void {
    if (view && view.suggestions.length > 0) {
      const titles = view.suggestions.map(({ code, title }) => `${code} ${title}`).join('; ');
      this.note.add(words.note.fit(view.codes, titles));
    }
    this.repaint();
  }

  #answered(id: string, { about }: BotMessage): void {
    if (!this.follows || about === null || id !== this.call.id || this.call.subject?.code === about) return;
    void this.openCode(about);
  }

  /** Opens a group by its code alone, as the bot names it. */
  async openCode(code: string): Promise<void> {
    const query = new URLSearchParams({ region: this.region, occupation: '' });
    const sheet = await this.server.get<SheetView>(`/occupations/${code}?${query}`).catch(() => null);
    if (sheet) this.#follow({ code, occupation: '', title: sheet.title });
  }

  /** As opening it, but the focus stays where the agent is typing. */
  #follow(subject: Subject): void {
    this.shown = 'sheet';
    this.settings.lookedUp(subject);
    this.note.add(words.note.lookedUp('', subject.code, subject.title));
    this.calls.change(this.call.id, () => ({ subject, topic: null }));
    this.#loadSheet();
  }

  #healthChanged(before: Health): void {
    const { health } = this.server;
    if (health === 'well' && (before === 'down' || before === 'signed-out')) {
      this.message = words.status.back;
      for (const wanted of [this.#profile, this.sheet, this.compared, this.fit, this.gaps, this.freshness, this.search])
        wanted.again();
    }
    this.repaint();
  }
}
