// As in Vincula's own page: the window is hidden until the page has something to show, and this shows it.
setTimeout(() => window.__TAURI_INTERNALS__.invoke("ready"));
