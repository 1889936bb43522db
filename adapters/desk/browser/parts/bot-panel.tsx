import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { BotMessage } from '../bot/activities.ts';
import type { Desk } from '../desk.ts';
import { words } from '../words.ts';

/** The conversation of this call with the same bot that answers everywhere else. */
export function BotPanel({ desk }: { desk: Desk }): JSX.Element {
  const { talk } = desk;
  const { messages, state } = talk;
  const end = useRef<HTMLDivElement>(null);
  const last = messages.at(-1);
  useEffect(() => end.current?.scrollTo({ top: end.current.scrollHeight }), [last?.id]);
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const text = String(new FormData(form).get('text') ?? '').trim();
    if (text === '') return;
    talk.say(text);
    form.reset();
  };
  return (
    <section class="bot-panel" aria-labelledby="bot-heading">
      <div class="panel-heading">
        <h2 id="bot-heading">{words.bot.heading}</h2>
        <label>
          <input type="checkbox" checked={desk.follows} onChange={() => desk.toggleFollows()} /> {words.bot.follow}
        </label>
        <button type="button" class="close" aria-label={words.bot.close} onClick={() => desk.toggleBot(false)}>
          ×
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to take the focus. */}
      <div class="log" role="log" aria-label={words.bot.log} tabIndex={0} ref={end}>
        {messages.map((message) => (
          <Message key={message.id} desk={desk} message={message} unsent={talk.isUnsent(message)} />
        ))}
      </div>
      {last && last.suggestions.length > 0 && (
        <ul class="suggestions" aria-label={words.bot.suggestions}>
          {last.suggestions.map((suggestion) => (
            <li key={suggestion}>
              <button type="button" onClick={() => talk.say(suggestion)}>
                {suggestion}
              </button>
            </li>
          ))}
        </ul>
      )}
      <p role="status" class="talk-state">
        {state === 'connecting' ? words.bot.starting : state === 'lost' ? words.bot.lost : ''}
      </p>
      <form onSubmit={send}>
        <input
          data-place="bot"
          name="text"
          type="text"
          autocomplete="off"
          maxLength={1000}
          aria-label={words.bot.label}
          placeholder={words.bot.placeholder}
        />
        <button type="submit">{words.bot.send}</button>
      </form>
    </section>
  );
}

function Message({ desk, message, unsent }: { desk: Desk; message: BotMessage; unsent: boolean }): JSX.Element {
  const { mine, text, spoken, about } = message;
  return (
    <div class={mine ? 'message mine' : 'message'}>
      <span class="unseen">{mine ? words.bot.you : words.bot.says}: </span>
      <p>{text}</p>
      {unsent && desk.talk.state === 'lost' && <small>{words.bot.unsent}</small>}
      {spoken !== '' && (
        <details>
          <summary>{words.bot.aloud}</summary>
          <p>{spoken}</p>
        </details>
      )}
      {about !== null && about.code !== desk.call.subject?.code && (
        <button type="button" onClick={() => desk.goAlong(about)}>
          {words.bot.openSheet(about.code)}
        </button>
      )}
    </div>
  );
}
