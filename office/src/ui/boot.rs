//! Words before the page runs, and for what stops it.

words! {
    starting: "正在打开…", "Opening…";
    too_old: "浏览器版本太旧，打不开本页面。请用 Chrome 86 以上、Edge 86 以上或 360、QQ 等浏览器的极速模式。", "This browser is too old. Use Chrome or Edge 86 or later.";
    no_wasm: "浏览器关闭了 WebAssembly，打不开本页面。请换一个浏览器，或请管理员打开。", "WebAssembly is switched off in this browser. Use another browser or ask the administrator.";
    load_failed: "页面没有下载完整。请检查网络后刷新。", "The page did not load completely. Check the network and reload.";
    screen_not_loaded: "这一页没有下载下来。已保存的内容没有受影响。", "This screen did not load. What is saved is safe.";
    screen_not_loaded_next: "请检查网络后重试；也可以先回到首页继续填写。", "Check the network and try again, or go back to the start and go on.";
    screen_retry: "重试", "Try again";
    crashed: "页面出错停住了。已显示“已保存”的内容没有丢。", "The page stopped on an error. Whatever was shown as saved is safe.";
    crashed_next: "请刷新页面。如果再次出现，请先备份，再把下面的文字发给技术人员。", "Reload. If it happens again, back up and send the text below to a technician.";
    reload: "刷新页面", "Reload";
    update_ready: "有新版本，刷新后生效。", "A new version is ready; reload to use it.";
    not_found: "没有这个页面。", "There is no such page.";
    not_found_next: "回到首页", "Go to the start";
}
