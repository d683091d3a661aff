// Files of dropped folders, each under its path, in the order of paths, and the paths of what could not be opened. What
// systems leave in folders is left out.
const LITTER = /(^|\/)(\.[^/]*|Thumbs\.db|desktop\.ini|__MACOSX\/.*)$/;

export async function unfold(data) {
  const files = [];
  const lost = [];
  const walk = async entry => {
    const path = entry.fullPath.slice(1);
    try {
      if (entry.isDirectory) {
        const reader = entry.createReader();
        // A folder is read some hundred entries at a time, until none is left.
        for (let some = [0]; some.length;) {
          some = await new Promise((done, fail) => reader.readEntries(done, fail));
          for (const inner of some) await walk(inner);
        }
      } else if (!LITTER.test(path)) {
        const file = await new Promise((done, fail) => entry.file(done, fail));
        files.push(path === file.name ? file : new File([file], path, file));
      }
    } catch (why) {
      lost.push(`${path} (${why.message})`);
    }
  };
  // Entries are gone when the event is over: all are taken before anything is waited for.
  const entries = [...data.items].filter(item => item.kind === 'file').map(item => item.webkitGetAsEntry() ?? item.getAsFile());
  for (const entry of entries) {
    if (entry instanceof File) files.push(entry);
    else await walk(entry);
  }
  return [files.sort((a, b) => (a.name < b.name ? -1 : 1)), lost];
}
