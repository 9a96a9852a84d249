/**
 * Takes the passkey forms of a page away where the browser can't serve them. A press asks our server for a challenge, the
 * device for its answer, and sends the form with it: everything after that is an ordinary page.
 */
export function offerPasskeys(): void {
  const known = globalThis.PublicKeyCredential as typeof PublicKeyCredential | undefined;
  if (!known?.parseRequestOptionsFromJSON) {
    for (const part of document.querySelectorAll('[data-passkey], [data-passkey-missing]')) {
      part.removeAttribute('data-passkey');
      part.removeAttribute('data-passkey-missing');
    }
    return;
  }
  for (const part of document.querySelectorAll<HTMLElement>('[data-passkey]')) {
    const form = part.querySelector('form');
    if (!form) continue;
    form.addEventListener('submit', (event) => {
      if (credentialOf(form).value !== '') return;
      event.preventDefault();
      void answer(part, form);
    });
  }
}

async function answer(part: HTMLElement, form: HTMLFormElement): Promise<void> {
  const status = part.querySelector('[data-passkey-status]');
  if (status) status.textContent = '';
  try {
    const credential = await askDevice(part);
    credentialOf(form).value = JSON.stringify(credential);
    form.requestSubmit();
    // The browser may bring this page back as it was: the next press must ask anew.
    setTimeout(() => {
      credentialOf(form).value = '';
    });
  } catch {
    // Closed by the person, no passkey here, no network: the same words say what else they can do.
    if (status) status.textContent = part.dataset['away'] ?? '';
  }
}

async function askDevice(part: HTMLElement): Promise<PublicKeyCredential> {
  const asked = await fetch(part.dataset['challenge'] ?? '', { method: 'POST', body: new URLSearchParams() });
  if (!asked.ok) throw new Error(`status ${asked.status}`);
  const options = await asked.json();
  const credential =
    part.dataset['passkey'] === 'create'
      ? await navigator.credentials.create({
          publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options),
        })
      : await navigator.credentials.get({
          publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options),
        });
  if (!credential) throw new Error('no answer');
  return credential as PublicKeyCredential;
}

function credentialOf(form: HTMLFormElement): HTMLInputElement {
  return form.elements.namedItem('credential') as HTMLInputElement;
}
