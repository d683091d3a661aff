// Compares two reports: the same keys, lists, texts and nulls, and numbers to 1e-9.

/** Parts of a report that are worked out; every other one is present and null. */
export const DUE = ['cutoff', 'settings', 'counts', 'ttc', 'first_application', 'coaching'];
const PUBLISHED_DUE = ['min_group', 'ttc', 'first_application', 'coaching'];

/** What is expected of a report, made from the reference, which has every part. */
export function expected(reference) {
  const keep = (object, due) => Object.fromEntries(
    Object.entries(object).map(([key, value]) => [key, due.includes(key) ? value : null]),
  );
  return { ...keep(reference, DUE), published: keep(reference.published, PUBLISHED_DUE) };
}

/** The places at which two values differ, each with what was found and expected. */
export function differences(found, wanted, at = 'report') {
  if (typeof found === 'number' && typeof wanted === 'number') {
    const near = Math.abs(found - wanted) <= 1e-9 * Math.max(1, Math.abs(wanted));
    return near ? [] : [`${at}: ${found}, expected ${wanted}`];
  }
  if (!isObject(found) || !isObject(wanted) || Array.isArray(found) !== Array.isArray(wanted)) {
    return found === wanted ? [] : [`${at}: ${brief(found)}, expected ${brief(wanted)}`];
  }
  const keys = [...new Set([...Object.keys(found), ...Object.keys(wanted)])];
  return keys.flatMap(key => {
    if (!(key in found)) return [`${at}.${key}: missing, expected ${brief(wanted[key])}`];
    if (!(key in wanted)) return [`${at}.${key}: ${brief(found[key])}, expected no such key`];
    return differences(found[key], wanted[key], `${at}.${key}`);
  });
}

const isObject = value => typeof value === 'object' && value !== null;
const brief = value => String(JSON.stringify(value)).slice(0, 80);
