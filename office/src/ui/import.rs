//! Words of taking files in; the states of one file have their own module.

words! {
    heading: "导入文件", "Import files";
    choose: "选择文件", "Choose files";
    drop_here: "把文件拖到这里", "Drop files here";
    drop_now: "松开即可导入", "Release to import";
    paste_text: "粘贴文字", "Paste text";
    paste_hint: "把收到的文字粘贴到这里，一次可以粘贴几份。", "Paste what you received; several at once are fine.";
    reading: "正在读取…", "Reading…";
    checking: "正在核验…", "Checking…";
    stop: "停止", "Stop";
    stopped: "已停止，已导入的保留。", "Stopped. What was imported stays.";
    finished: "导入完成", "Import finished";
    nothing: "没有可导入的文件。", "Nothing to import.";
    what_was_wrong: "没有导入的文件", "Files that were not imported";
    undo_import: "撤销这次导入", "Undo this import";
    undone: "已撤销", "Undone";
}

sentences! {
    progress(done: usize, all: usize): "{done}/{all} 份", "{done} of {all} files";
    summary(new: usize, same: usize, refused: usize): "新导入 {new} 份，重复 {same} 份，未导入 {refused} 份", "{new} new, {same} already here, {refused} not imported";
}
