/** The server's own page: its example questions open the chat, and the line to embed can be copied. */

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-ask]'))
  button.addEventListener('click', () => window.careerAdvisor?.open(button.dataset.ask));

const copy = document.querySelector<HTMLButtonElement>('#copy');
copy?.addEventListener('click', async () => {
  const { copied = '', failed = '' } = copy.dataset;
  try {
    await navigator.clipboard.writeText(document.querySelector('#snippet')?.textContent ?? '');
    copy.textContent = copied;
  } catch {
    // A browser may forbid it, and without https there is no clipboard.
    copy.textContent = failed;
  }
});
