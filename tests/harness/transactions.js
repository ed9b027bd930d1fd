// Runs in the page before its scripts: tells of every writing transaction, and can hold a commit back. Changes no data.

/** Installs the tap; `window.__told(kind, text)` must exist (a binding of the driver). */
export function tapTransactions() {
  const commit = IDBTransaction.prototype.commit;
  const open = IDBDatabase.prototype.transaction;
  let holding = false;

  /** From now on every writing transaction stays open, all its requests done, its commit never sent. */
  window.__holdCommits = () => {
    holding = true;
  };

  IDBDatabase.prototype.transaction = function (...args) {
    const transaction = open.apply(this, args);
    if (transaction.mode === 'readwrite') {
      window.__told('begun', '');
      transaction.addEventListener('complete', () => window.__told('completed', ''));
    }
    return transaction;
  };

  IDBTransaction.prototype.commit = function () {
    if (!holding || this.mode !== 'readwrite') return commit.call(this);
    // A transaction lives as long as it has a request: one follows the other until the process is killed.
    const store = this.objectStore(this.objectStoreNames[0]);
    let told = false;
    const again = () => {
      if (!told) window.__told('held', '');
      told = true;
      store.count().onsuccess = again;
    };
    again();
    return undefined;
  };
}
