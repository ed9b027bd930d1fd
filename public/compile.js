// Compiles the bytes it is handed and posts the module back. For Chromium 83 to 92; see boot.js.
self.onmessage = function (event) {
  WebAssembly.compile(event.data).then(
    function (module) { self.postMessage({ module: module }); },
    function (error) { self.postMessage({ error: String(error) }); }
  );
};
