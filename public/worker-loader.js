// Starts the worker's module. Keeps the messages that arrive before it listens, and drops none.
(function () {
  'use strict';
  var waiting = [];
  function keep(event) { waiting.push(event); }

  // In the one file that opens from disk the glue stands before this, and the module as text.
  function inside() {
    var text = atob(self.cunpingModule);
    var bytes = new Uint8Array(text.length);
    for (var at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
    return bytes;
  }

  self.addEventListener('message', keep);
  if (!self.cunpingModule) importScripts('./worker.js');
  wasm_bindgen({ module_or_path: self.cunpingModule ? inside() : './worker_bg.wasm' }).then(function () {
    self.removeEventListener('message', keep);
    waiting.forEach(function (event) {
      self.dispatchEvent(new MessageEvent('message', { data: event.data, ports: event.ports.slice() }));
    });
  }).catch(function (error) {
    // Thrown outside the promise so that the page's Worker gets an error event.
    setTimeout(function () { throw error; });
  });
})();
