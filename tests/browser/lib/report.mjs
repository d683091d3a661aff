// Compares two reports: the same keys, lists, texts and nulls, and numbers to 1e-9.

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
