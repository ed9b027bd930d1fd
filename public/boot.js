// Starts the page: fetches and compiles its module, or says in plain words why it cannot. Knows nothing of the page.
// Written for engines far below the floor (ES5, classic script): they must be able to read the message.
(function () {
  'use strict';
  var script = document.currentScript;
  var wasm = script && script.getAttribute('data-wasm');
  var worker = script && script.getAttribute('data-compile');

  function say(zh, en) {
    var box = document.getElementById('boot');
    if (!box) return;
    box.setAttribute('role', 'alert');
    document.getElementById('boot-zh').textContent = zh;
    document.getElementById('boot-en').textContent = en;
  }

  function tooOld() {
    say(
      '这个浏览器太旧，打不开本页。请换用 2020 年以后的浏览器（Chrome 86 或更新，或 360、QQ、搜狗、Edge 浏览器的“极速模式”），再打开同一个网址。已经填写的内容不会丢失。',
      'This browser is too old for the page. Open the same address in one from 2020 or later (Chrome 86 or newer; in 360, QQ or Sogou browsers, the speed mode). Nothing entered before is lost.'
    );
  }

  function failed(error) {
    var detail = error && error.message ? error.message : String(error);
    say(
      '页面没有打开。请检查网络后刷新（按 F5）；如果还不行，请换一个浏览器，或把这一行告诉管理员：' + detail,
      'The page did not open. Check the network and reload (F5); if that does not help, try another browser or send this line to the administrator: ' + detail
    );
  }

  function get() {
    return fetch(wasm).then(function (response) {
      if (!response.ok) throw new Error(wasm + ' ' + response.status);
      return response;
    });
  }

  // Chromium 83 to 92 refuse to compile on the page under its policy, yet accept a module compiled by a worker.
  function compileInWorker(bytes) {
    return new Promise(function (resolve, reject) {
      var helper = new Worker(worker);
      helper.onmessage = function (event) {
        helper.terminate();
        if (event.data.module) resolve(event.data.module);
        else reject(new Error(event.data.error));
      };
      helper.onerror = function () {
        reject(new Error(worker));
      };
      helper.postMessage(bytes, [bytes]);
    });
  }

  function compileBytes() {
    return get().then(function (response) {
      return response.arrayBuffer();
    }).then(function (bytes) {
      return WebAssembly.compile(bytes).catch(function () {
        return compileInWorker(bytes);
      });
    });
  }

  function compile() {
    if (!WebAssembly.compileStreaming) return compileBytes();
    return get().then(function (response) {
      return WebAssembly.compileStreaming(response).catch(compileBytes);
    });
  }

  function glueReady() {
    return new Promise(function (resolve) {
      if (document.readyState === 'complete') resolve();
      else document.addEventListener('DOMContentLoaded', function () { resolve(); });
    });
  }

  if (typeof WebAssembly !== 'object' || typeof Promise !== 'function' || typeof fetch !== 'function' ||
      typeof globalThis !== 'object' || typeof BigInt64Array !== 'function') {
    tooOld();
    return;
  }

  Promise.all([compile(), glueReady()]).then(function (parts) {
    if (typeof wasm_bindgen !== 'function') throw new Error('page.js');
    return wasm_bindgen({ module_or_path: parts[0] });
  }).then(function () {
    var box = document.getElementById('boot');
    if (box) box.parentNode.removeChild(box);
  }).catch(failed);
})();
