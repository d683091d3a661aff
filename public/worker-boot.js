// Starts the worker's wasm. The page starts this file, by this name: `new Worker("worker-boot.js")`; the build gives
// the two files below names with a hash. A rejected promise in a worker never reaches the page, so it is thrown once
// more, as an error that does.
importScripts('worker.js');
wasm_bindgen({ module_or_path: 'worker_bg.wasm' }).catch(error => setTimeout(() => { throw error; }));
