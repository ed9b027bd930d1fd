// Starts the page: fetches and compiles its module, or says in plain words why it cannot. Later, when the page asks,
// adds the chunk with every other screen to the running module. Knows nothing of the page.
// Written for engines far below the floor (ES5, classic script): they must be able to read the message.
(function () {
  'use strict';
  var script = document.currentScript;
  var box = document.getElementById('boot');

  // In the one file that opens from disk `#name` is the address of what lies inside it; see xtask/src/finish/single.rs.
  function inside(address) {
    return address && address.charAt(0) === '#' ? document.getElementById(address.slice(1)) : null;
  }

  function decoded(element) {
    var text = atob(element.textContent);
    var bytes = new Uint8Array(text.length);
    for (var at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
    return bytes.buffer;
  }

  function workerAt(address) {
    var element = inside(address);
    return element ? URL.createObjectURL(new Blob([element.textContent], { type: 'text/javascript' })) : address;
  }

  function say(zh, en) {
    if (!box) return;
    document.body.appendChild(box);
    box.setAttribute('role', 'alert');
    box.removeAttribute('aria-busy');
    document.getElementById('boot-zh').textContent = zh;
    document.getElementById('boot-en').textContent = en;
  }

  // Another page could lead a reader's clicks astray; a policy in the page cannot forbid frames, and most servers send none.
  function alone() {
    function link(id, text) {
      var link = document.createElement('a');
      link.href = location.href;
      link.target = '_blank';
      link.rel = 'noopener';
      link.textContent = text;
      document.getElementById(id).appendChild(link);
    }
    say(
      '村评嵌在别的网页里，没有打开：嵌着时，别的网页可能引您点到不想点的地方。请单独打开：',
      'This page is inside another one and was not opened: that page could lead your clicks astray. Open it by itself: '
    );
    link('boot-zh', '单独打开村评');
    link('boot-en', 'Open the page by itself');
  }

  function tooOld(detail) {
    say(
      '这个浏览器太旧，打不开本页。请换用 2020 年以后的浏览器（Chrome 86 或更新，或 360、QQ、搜狗、Edge 浏览器的“极速模式”），再打开同一个网址。已经填写的内容不会丢失。（' + detail + '）',
      'This browser is too old for the page. Open the same address in one from 2020 or later (Chrome 86 or newer; in 360, QQ or Sogou browsers, the speed mode). Nothing entered before is lost. (' + detail + ')'
    );
  }

  function failed(error) {
    var detail = String(error);
    if (/CompileError|LinkError|SyntaxError/.test(detail)) {
      tooOld(detail);
      return;
    }
    say(
      '页面没有打开。请检查网络后刷新（按 F5）；如果还不行，请换一个浏览器，或把括号里的内容告诉管理员。（' + detail + '）',
      'The page did not open. Check the network and reload (F5); if that does not help, try another browser or tell the administrator what is in brackets. (' + detail + ')'
    );
  }

  function get(wasm) {
    return fetch(wasm).then(function (response) {
      if (!response.ok) throw new Error(wasm + ' ' + response.status);
      return response;
    });
  }

  // Chromium 83 to 92 refuse to compile on the page under its policy, yet accept a module compiled by a worker.
  function compileInWorker(bytes) {
    return new Promise(function (resolve, reject) {
      var address = script.getAttribute('data-compile');
      var helper = new Worker(workerAt(address));
      helper.onmessage = function (event) {
        helper.terminate();
        if (event.data.module) resolve(event.data.module);
        else reject(new Error(event.data.error));
      };
      helper.onerror = function () {
        reject(new Error(address));
      };
      helper.postMessage(bytes, [bytes]);
    });
  }

  function bytes(wasm) {
    var element = inside(wasm);
    if (element) return Promise.resolve(decoded(element));
    return get(wasm).then(function (response) {
      return response.arrayBuffer();
    });
  }

  function compileBytes(wasm) {
    return bytes(wasm).then(function (bytes) {
      return WebAssembly.compile(bytes).catch(function () {
        return compileInWorker(bytes);
      });
    });
  }

  function compile(wasm) {
    if (!WebAssembly.compileStreaming || inside(wasm)) return compileBytes(wasm);
    return get(wasm).then(function (response) {
      return WebAssembly.compileStreaming(response).catch(function () {
        return compileBytes(wasm);
      });
    });
  }

  // The glue is the deferred script after this one. An engine that cannot read it says so on the window.
  function glue() {
    return new Promise(function (resolve, reject) {
      var problem = 'page.js';
      window.addEventListener('error', function (event) {
        if (event.message) problem = event.message;
      });
      document.addEventListener('DOMContentLoaded', function () {
        if (typeof wasm_bindgen === 'function') resolve(wasm_bindgen);
        else reject(new Error(problem));
      });
    });
  }

  function start(module, glue) {
    return glue({ module_or_path: module }).then(function () {
      if (box && box.parentNode) box.parentNode.removeChild(box);
    }).catch(failed);
  }

  if (window.top !== window.self) {
    alone();
    return;
  }

  var worker = document.querySelector('meta[name=cunping-worker]');
  if (worker) worker.content = workerAt(worker.content);

  // The chunk shares memory and functions with the running module. One that does not come may be asked for again.
  function chunk(wasm) {
    var loaded;
    return function (callback, data) {
      var page = wasm_bindgen.initSync();
      if (!loaded) {
        loaded = compile(wasm).then(function (module) {
          return WebAssembly.instantiate(module, { __wasm_split: page });
        });
      }
      loaded.then(function () {
        return true;
      }, function () {
        loaded = null;
        return false;
      }).then(function (here) {
        page.__indirect_function_table.get(callback)(data, here);
      });
    };
  }

  // The page's module calls it by the name that the split gave it.
  window.cunpingChunks = { __wasm_split_load_rest: chunk(script.getAttribute('data-rest')) };

  if (typeof WebAssembly !== 'object' || typeof Promise !== 'function' || typeof fetch !== 'function' ||
      typeof globalThis !== 'object' || typeof BigInt64Array !== 'function') {
    tooOld('WebAssembly');
    return;
  }

  Promise.all([compile(script.getAttribute('data-wasm')), glue()]).then(function (parts) {
    return start(parts[0], parts[1]);
  }).catch(failed);
})();
