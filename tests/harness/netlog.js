// Reads the browser's own network log: every address that anything in it asked for, workers included.
import { readFile } from 'node:fs/promises';

/** The flag that makes the browser write one to `path`. */
export const netlogFlag = (path) => `--log-net-log=${path}`;

/**
 * Every address that a page of `site` or a worker of it asked for, in order. What the browser asks for itself, such as
 * its clock and its updates, is not among them. Call after the browser has closed.
 */
export async function addresses(path, site) {
  const text = (await readFile(path, 'utf8')).trim();
  // The browser ends the list when it closes; one that was cut short is ended here.
  const log = JSON.parse(text.endsWith('}') ? text : `${text.replace(/,$/, '')}]}`);
  const { URL_REQUEST_START_JOB: started } = log.constants.logEventTypes;
  const { origin, hostname } = new URL(site);
  const ours = ({ initiator, network_isolation_key: key = '' }) => initiator === origin || key.includes(hostname);
  return log.events
    .filter((event) => event.type === started && event.params?.url && ours(event.params))
    .map((event) => event.params.url);
}
