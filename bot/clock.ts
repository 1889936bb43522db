/** Made once: making one takes longer than all that a turn does with it. */
const DAY = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'America/Edmonton',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** Today in the bot's own time zone (Alberta's) as YYYY-MM-DD. */
export function today(): string {
  return DAY.format(new Date());
}
