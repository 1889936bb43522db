/** Where people who want to talk to a person are sent; all of it as it is printed. */
export interface HandOff {
  readonly name: string;
  /** `1-877-644-9992` */
  readonly phone: string;
  readonly hours: string;
  readonly opens: string;
  readonly closes: string;
  readonly note: string;
}

/** Address that a phone dials: `tel:+18776449992`. Numbers of North America may lack the country's code. */
export function dialled(phone: string): string {
  const digits = phone.replaceAll(/\D/g, '');
  return `tel:${digits.length === 10 ? '+1' : digits.length === 11 ? '+' : ''}${digits}`;
}
