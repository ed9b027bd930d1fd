//! Words shown before the page runs, and for what prevents it from running.

words! {
    screen_not_loaded: "这一页没有下载下来。已保存的内容没有受影响。", "This screen did not load. What is saved is safe.";
    screen_not_loaded_next: "请检查网络后重试；也可以先回到首页继续填写。", "Check the network and try again, or go back to the start and go on.";
    screen_retry: "重试", "Try again";
    reload: "刷新页面", "Reload";
    not_found: "没有这个页面。", "There is no such page.";
    not_found_next: "回到首页", "Go to the start";
}
