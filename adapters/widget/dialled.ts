/** Address that a phone dials: `tel:+18776449992`. Numbers of North America may lack the country's code. */
export function dialled(phone: string): string {
  const digits = phone.replaceAll(/\D/g, '');
  return `tel:${digits.length === 10 ? '+1' : digits.length === 11 ? '+' : ''}${digits}`;
}
