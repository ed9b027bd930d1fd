// What people do where a passphrase is asked for, in the page's words. Asserts nothing.

/** Types into the field of a passphrase, in the place of what stands there. */
export async function typeSecret(screen, id, text) {
  await screen.until(`the field ${id}`, () => screen.shows(id));
  await screen.page.focus(`#${id}`);
  await screen.page.keyboard.down('Control');
  await screen.page.keyboard.press('KeyA');
  await screen.page.keyboard.up('Control');
  await screen.page.keyboard.press('Delete');
  await screen.page.keyboard.sendCharacter(text);
}

/** Chooses a passphrase in the form that is open. */
export async function choosePassphrase(screen, first, second = first) {
  await typeSecret(screen, 'new-passphrase', first);
  await typeSecret(screen, 'new-passphrase-again', second);
  await screen.click('button', '保存口令');
}

/** Does what makes the page lock its key and open anew, and waits until it has. */
export async function anew(screen, act) {
  await screen.run(() => void (window.__same = true));
  await act();
  const opened = async () => {
    try {
      return await screen.run(() => !window.__same && !document.getElementById('boot') && Boolean(document.querySelector('main h1')));
    } catch {
      // The page is on its way.
      return false;
    }
  };
  await screen.until('the page to open anew', opened);
}

/** Chooses the first passphrase of a key in the form that is open: the page opens anew with the key locked. */
export async function protect(screen, passphrase) {
  await anew(screen, () => choosePassphrase(screen, passphrase));
  await screen.see('口令已设置并保存');
}

/** Locks the key by the button. */
export async function lockNow(screen) {
  await anew(screen, () => screen.click('button', '立即锁上'));
  await screen.see('有口令，已锁上');
}

/** Gives the passphrase where it is asked for. */
export async function unlock(screen, passphrase) {
  await typeSecret(screen, 'passphrase', passphrase);
  await screen.click('button', /^解锁$/);
}

/** Encrypts what was signed, and already downloaded, to whoever fits the name; the text of the encrypted file. */
export async function encryptTo({ browser, screen }, name) {
  const open = () => {
    document.querySelector('details.encryption')?.setAttribute('open', '');
    return Boolean(document.querySelector('details.encryption'));
  };
  await screen.until('the offer to encrypt', () => screen.run(open));
  const { bytes } = await browser.download(() => screen.click('radio', name));
  await screen.see('已加密，并用本单位的密钥打开核对过');
  return bytes.toString();
}
