// The page's database as any tool of the browser sees it: read whole, or opened at a later version. Knows no record.

/** The page's database; another that it makes at the start, and removes, is no concern of a person's. */
const NAME = 'cunping';

/** Everything in the page's database of this origin: `{ name, version, tables }`. Runs in a page of the origin. */
export const dump = (page) =>
  page.evaluate(async (name) => {
    const settled = (request) => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const database = await settled(indexedDB.open(name));
    const { version } = database;
    const tables = {};
    for (const table of database.objectStoreNames) {
      const store = database.transaction(table).objectStore(table);
      const [keys, values] = await Promise.all([settled(store.getAllKeys()), settled(store.getAll())]);
      tables[table] = keys.map((key, at) => [key, values[at]]);
    }
    database.close();
    return { name, version, tables };
  }, NAME);

/** Opens the database one version later, as a newer program does, and closes it. The rows stay. */
export const openNewer = (page) =>
  page.evaluate(async (name) => {
    const { version } = (await indexedDB.databases()).find((one) => one.name === name);
    const database = await new Promise((resolve, reject) => {
      const request = indexedDB.open(name, version + 1);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
      request.onblocked = () => reject(new Error('the older page does not let go of the database'));
    });
    database.close();
  }, NAME);
