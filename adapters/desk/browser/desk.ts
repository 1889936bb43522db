import type { FitView, FreshnessView, GapsView, MeView, SectionView, SheetView } from '../views.ts';
import type { BotMessage, BotSubject } from './bot/activities.ts';
import type { BotTalk } from './bot/talk.ts';
import { callName } from './call-name.ts';
import { type Call, Calls, type Subject } from './calls.ts';
import { copyText } from './clipboard.ts';
import { Comparison } from './comparison.ts';
import { focusOn } from './focus.ts';
import { Latest } from './latest.ts';
import { NoteKeeper } from './note-keeper.ts';
import { readOut } from './read-out.ts';
import { Reading } from './reading.ts';
import { RegionPick } from './region-pick.ts';
import { type Asked, Search, type SearchOption } from './search.ts';
import { type Health, Server } from './server.ts';
import { Settings } from './settings.ts';
import { Talks } from './talks.ts';
import { words } from './words.ts';

/** What the middle of the desk shows. */
export type Shown = 'sheet' | 'compare' | 'fit' | 'editor';
export type Dialog = 'keys' | 'clear' | 'close' | 'full';

const NOTHING_ASKED: Asked = { topic: null, region: null };

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
  readonly regionPick: RegionPick;
  readonly sheet = new Latest<SheetView>(this.server, () => this.#sheetArrived());
  readonly comparison: Comparison;
  readonly fit = new Latest<FitView>(this.server, (view) => this.#fitArrived(view));
  readonly gaps = new Latest<GapsView>(this.server, () => this.repaint());
  readonly freshness = new Latest<FreshnessView>(this.server, () => this.repaint());
  readonly repaint: () => void;
  readonly #profile = new Latest<MeView>(this.server, (me) => this.#known(me));
  readonly #reading: Reading;
  readonly #talks: Talks;

  constructor(repaint: () => void) {
    this.repaint = repaint;
    this.calls = new Calls(() => this.repaint());
    this.note = new NoteKeeper(this.calls);
    this.#reading = new Reading(this.note, this.sheet);
    this.#talks = new Talks(this.calls, { answered: (id, message) => this.#answered(id, message), repaint });
    this.search = new Search(this.server, 'search', {
      hasSheet: () => this.shown === 'sheet' && this.sheet.view !== null,
      choose: (option, query) => this.#chosen(option, query),
      notFound: (query) => {
        this.note.add(words.note.notFound(query));
        this.askBot(query);
      },
      repaint,
    });
    this.comparison = new Comparison(this.server, this.calls, {
      region: () => this.region,
      isShown: () => this.shown === 'compare',
      arrived: (view) => this.note.compared(view, this.regionPick.name),
      tell: (message) => this.tell(message),
      repaint,
    });
    this.regionPick = new RegionPick({
      regions: () => this.me?.regions ?? [],
      current: () => this.region,
      choose: (region) => this.setRegion(region),
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

  /** Null where something else is shown: no key reaches what nobody sees. */
  get section(): SectionView | null {
    return (this.shown === 'sheet' && this.sheet.view?.sections.find(({ topic }) => topic === this.call.topic)) || null;
  }

  get talk(): BotTalk {
    return this.#talks.of(this.call.id);
  }

  tell(message: string): void {
    // The same twice in a row is told twice.
    this.message = message === this.message ? `${message}\u00a0` : message;
    this.repaint();
  }

  show(shown: Shown): void {
    this.shown = shown;
    this.#reading.begin(null);
    if (shown === 'compare') this.comparison.begin();
    if (shown === 'editor') {
      this.gaps.want('/gaps');
      this.freshness.want('/freshness');
    }
    this.repaint();
    if (shown === 'compare') this.comparison.focus();
    else focusOn(shown === 'fit' ? 'fit' : 'middle');
  }

  ask(dialog: Dialog | null): void {
    this.dialog = dialog;
    this.repaint();
  }

  /** Browsers tell late that a dialog was closed: the next one may be open already. */
  answered(dialog: Dialog): void {
    if (this.dialog === dialog) this.ask(null);
  }

  /** Opens an occupation in this call. `query`: what was typed; empty where it was not searched for. */
  openSubject(subject: Subject, query = '', { topic, region }: Asked = NOTHING_ASKED): void {
    this.message = '';
    this.shown = 'sheet';
    this.settings.lookedUp(subject);
    this.note.add(words.note.lookedUp(query, subject.code, subject.title));
    this.#reading.forget();
    this.calls.change(this.call.id, (call) => ({ subject, topic, region: region ?? call.region }));
    this.#reading.begin(topic);
    this.#loadSheet();
    focusOn('middle');
  }

  /** Opens what fits, by its place in the list. */
  openFitting(at: number): void {
    const fitting = this.fit.view?.suggestions[at];
    if (fitting) this.openSubject({ code: fitting.code, occupation: '', title: fitting.title });
  }

  /** Opens a section, to be read out; null goes back to all of them. */
  openSection(topic: string | null): void {
    this.shown = 'sheet';
    this.calls.change(this.call.id, () => ({ topic }));
    this.#reading.begin(topic);
    focusOn('middle');
  }

  setRegion(region: string): void {
    this.calls.change(this.call.id, () => ({ region }));
    this.#reading.begin(this.call.topic);
    this.#loadSheet(true);
    if (this.shown === 'compare') this.comparison.load();
  }

  toggleSlowly(): void {
    this.slowly = !this.slowly;
    if (this.slowly) this.#reading.now();
    this.tell(this.slowly ? words.aloud.inParts : words.aloud.atOnce);
  }

  toggleTold(): void {
    const { section } = this;
    const { view } = this.sheet;
    if (!section?.available || !view) return;
    this.#reading.begin(null);
    this.note.toggleTold(section, view);
    this.tell(this.note.isTold(section, view) ? words.aloud.putIn(section.name) : words.aloud.takenOut(section.name));
  }

  async copyAloud(): Promise<void> {
    const aloud = readOut(this);
    if (aloud.length === 0) return;
    this.#reading.now();
    const lines = aloud.flatMap(({ say, slowly }) => (this.slowly ? slowly : [say]));
    this.tell((await copyText(lines.join('\n'))) ? words.aloud.copied : words.aloud.copyFailed);
  }

  toggleCompared(subject: Subject | null = this.call.subject): void {
    if (subject) this.comparison.toggle(subject);
  }

  /** `offset`: how many of those that fit are passed over. */
  findFit(codes: string, offset = 0): void {
    this.fitOffset = offset;
    const query = new URLSearchParams({ codes, region: this.region, offset: String(offset) });
    this.fit.want(`/fit?${query}`);
  }

  beginExercise(): void {
    this.askBot(words.fit.exerciseMessage);
  }

  toggleBot(open = !this.botOpen): void {
    this.botOpen = open;
    if (open) this.talk.connect();
    this.repaint();
    if (open) focusOn('bot');
  }

  askBot(question: string): void {
    this.toggleBot(true);
    this.talk.say(question);
  }

  toggleFollows(): void {
    this.follows = !this.follows;
    this.repaint();
  }

  /** False where the browser did not let it be copied. */
  async copyNote(): Promise<boolean> {
    this.#reading.now();
    const { id, note } = this.call;
    const copied = await copyText(note.trimEnd());
    if (copied) this.calls.change(id, (call) => ({ copied: call.note === note }));
    this.tell(copied ? words.note.copied : words.aloud.copyFailed);
    return copied;
  }

  /** Asks only where something would be lost. */
  clearNote(sure = this.call.copied): void {
    if (!sure) {
      this.ask('clear');
      return;
    }
    this.dialog = null;
    this.#reading.forget();
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
    this.#talks.close(id);
    this.calls.close(id);
    this.#callChanged();
  }

  closeThat(id: string): void {
    this.dialog = null;
    this.selectCall(id);
    this.closeCall();
  }

  selectCall(id: string): void {
    this.#reading.now();
    this.calls.select(id);
    this.#callChanged();
    this.tell(words.calls.inFront(callName(this.call)));
    focusOn('middle');
  }

  nextCall(): void {
    const { all } = this.calls;
    const next = all[(all.findIndex(({ id }) => id === this.call.id) + 1) % all.length];
    if (next) this.selectCall(next.id);
  }

  newCall(): void {
    this.#reading.now();
    if (this.calls.begin()) {
      this.#callChanged();
      focusOn('search');
    } else this.ask('full');
  }

  giveLink(): void {
    const [source] = this.section?.sources ?? [];
    if (source) this.#reading.now();
    if (source) this.tell(this.note.give(`${source.title}, ${source.url}`));
  }

  givePhone(): void {
    const contact = this.me?.contact;
    if (contact) this.tell(this.note.give(words.note.contact(contact.name, contact.phone, contact.hours)));
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
      this.openSubject({ code, occupation, title }, query, option.asked);
    }
  }

  #callChanged(): void {
    this.message = '';
    this.shown = 'sheet';
    this.search.clear();
    this.comparison.search.clear();
    this.fit.forget();
    this.#reading.forget();
    this.#loadSheet();
    this.#talks.leaveOthers(this.call.id);
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
    this.#knownByName();
    this.#reading.arrived();
    this.repaint();
    // The heading that has the focus makes way for the sheet's.
    if (activeElement?.matches('.middle > h2')) focusOn('middle');
  }

  #fitArrived(view: FitView | null): void {
    this.repaint();
    if (!view || view.suggestions.length === 0) return;
    this.note.fit(view);
    // Out of the field, so that numbers open what was found.
    focusOn('middle');
  }

  #answered(id: string, { about }: BotMessage): void {
    if (this.follows && about !== null && id === this.call.id) this.goAlong(about);
  }

  /** Shows what the bot tells of, with its section and its region; the focus stays where the agent is typing. */
  goAlong({ code, occupation, topic, region }: BotSubject): void {
    const { subject } = this.call;
    const same = subject?.code === code && subject.occupation === occupation;
    if (!same) this.#reading.forget();
    this.#reading.begin(null);
    this.shown = 'sheet';
    this.calls.change(this.call.id, (call) => ({
      subject: same ? subject : { code, occupation, title: '' },
      topic,
      region: region ?? call.region,
    }));
    this.#loadSheet(same);
    this.#reading.told(topic);
  }

  /** The bot names an occupation by its code; its sheet has its title. */
  #knownByName(): void {
    const { view, loading } = this.sheet;
    const { subject } = this.call;
    if (!view || loading || !subject || subject.title !== '') return;
    const named = { ...subject, title: view.title };
    this.settings.lookedUp(named);
    this.note.add(words.note.lookedUp('', named.code, named.title));
    this.calls.change(this.call.id, () => ({ subject: named }));
  }

  #healthChanged(before: Health): void {
    const { health } = this.server;
    if (health === 'well' && (before === 'down' || before === 'signed-out')) {
      this.message = words.status.back;
      for (const wanted of [
        this.#profile,
        this.sheet,
        this.comparison.found,
        this.fit,
        this.gaps,
        this.freshness,
        this.search,
      ])
        wanted.again();
    }
    this.repaint();
  }
}
