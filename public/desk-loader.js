// Starts the desk worker's module. Keeps the messages that arrive before it listens, and drops none.
(function () {
  'use strict';
  var waiting = [];
  function keep(event) { waiting.push(event); }

  self.addEventListener('message', keep);
  importScripts('./desk.js');
  wasm_bindgen({ module_or_path: './desk_bg.wasm' }).then(function () {
    self.removeEventListener('message', keep);
    waiting.forEach(function (event) {
      self.dispatchEvent(new MessageEvent('message', { data: event.data, ports: event.ports.slice() }));
    });
  }).catch(function (error) {
    // Thrown outside the promise so that the page's Worker gets an error event.
    setTimeout(function () { throw error; });
  });
})();
